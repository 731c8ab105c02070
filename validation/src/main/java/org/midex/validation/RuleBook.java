package org.midex.validation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Judgement;
import org.midex.model.Waiver;
import org.midex.schema.Catalogue;

/**
 * What files are judged by: the standard and, if there is one, a rule set. Immutable and shareable.
 *
 * @param catalogue the rules as they are in force
 * @param ruleSet the rule set that made them so, or null
 * @param today the day by which waivers expire
 */
public record RuleBook(Catalogue catalogue, @Nullable RuleSet ruleSet, LocalDate today) {
  /** The standard alone. */
  public static RuleBook of(Catalogue catalogue) {
    return new RuleBook(catalogue, null, LocalDate.MIN);
  }

  /**
   * The standard as a rule set wants it.
   *
   * @param today the day by which waivers expire
   */
  public static RuleBook of(Catalogue catalogue, RuleSet ruleSet, LocalDate today) {
    return new RuleBook(ruleSet.applied(catalogue), ruleSet, today);
  }

  /** A sink for one file, which knows what is waived. */
  public WaivingSink waiving(FindingSink sink) {
    List<Waiver> waivers = ruleSet == null ? List.of() : ruleSet.waivers();
    return new WaivingSink(waivers, today, sink);
  }

  /** What a result was judged by. */
  public Judgement judgement(List<Judgement.Waived> waived) {
    return new Judgement(ruleSet == null ? null : ruleSet.use(), List.of(), waived);
  }
}
