package org.midex.validation.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.internal.across.Statuses;
import org.midex.validation.internal.disclosure.Disclosure;

/**
 * What the rules of a dataset are chosen by.
 *
 * @param type the theme
 * @param rounding as the header states it
 */
record DatasetFacts(Catalogue catalogue, MessageHead head, RowType type, Rounding rounding) {
  static DatasetFacts of(Catalogue catalogue, MessageHead head, RowType type) {
    int scale = type.measure().orElseThrow().type().scale();
    return new DatasetFacts(catalogue, head, type, Rounding.of(head, scale));
  }

  Field time() {
    return type.time().orElseThrow();
  }

  Field measure() {
    return type.measure().orElseThrow();
  }

  /** Whether its rows are taken back. */
  boolean isWithdrawn() {
    return head.action() == Action.DELETE;
  }

  /** Whether its figures are for everybody to see. */
  boolean isOpen() {
    return !isWithdrawn() && Disclosure.isPublic(catalogue, head);
  }

  /** A rule that is judged by. */
  Optional<Rule> rule(String id) {
    return catalogue.findRule(id).filter(rule -> catalogue.judgesBy(id));
  }

  /** Codes of status that a rule names. */
  Statuses statuses(String rule, String parameter) {
    return new Statuses(type, rule(rule).map(r -> Parameters.words(r, parameter)).orElse(Set.of()));
  }

  /** What the theme declares of its rows; nothing for rows that are taken back. */
  List<Check> checks() {
    return isWithdrawn() ? List.of() : type.theme().checks();
  }
}
