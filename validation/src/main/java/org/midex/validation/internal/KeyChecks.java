package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.midex.schema.Check;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.internal.across.History;
import org.midex.validation.internal.across.Statuses;
import org.midex.validation.internal.disclosure.SuppressedIsHidden;
import org.midex.validation.internal.keys.Bench;
import org.midex.validation.internal.keys.KeyedRows;
import org.midex.validation.internal.keys.Marks;
import org.midex.validation.internal.keys.Pass;

/** Chooses the checks that judge a dataset's rows beside one another. */
final class KeyChecks {
  private final DatasetFacts facts;
  private final RowType type;
  private final History history;

  KeyChecks(DatasetFacts facts, History history) {
    this.facts = facts;
    this.type = facts.type();
    this.history = history;
  }

  /** Adds all of them, with what they note of rows; returns the ids of their rules. */
  List<String> addTo(KeyedRows rows, Reporter reporter) {
    addTo(rows.bench(), reporter);
    List<String> ids = new ArrayList<>(facts.checks().stream().map(this::ruleOf).toList());
    overTime().ifPresent(rule -> ids.add(rule.id()));
    jumps().ifPresent(rule -> ids.add(rule.id()));
    if (facts.isOpen() && facts.rule(SuppressedIsHidden.RULE).isPresent()) {
      addRecovery(rows, ids, reporter);
    }
    overTime().ifPresent(rule -> rows.add(periods(rule, rows.bench().alike(), reporter)));
    Statuses breaks = facts.statuses(FigureDoesNotJump.RULE, "announced");
    rows.add((field, code) -> breaks.holds(field, code) ? Marks.BREAK : 0);
    return ids;
  }

  /** Adds those that judge what is in one table. */
  void addTo(Bench bench, Reporter reporter) {
    Rounding rounding = facts.rounding();
    Pass alike = bench.alike();
    for (Check check : facts.checks()) {
      switch (check.kind()) {
        case SUM, AT_MOST ->
            alike.add(new SumEngine(check, ruleOf(check), type, alike, rounding, reporter));
        case TILES ->
            alike.add(new TilesEngine(check, ruleOf(check), type, alike, rounding, reporter));
        case CLASSES -> alike.add(new ClassesEngine(check, type, alike, reporter));
        case MEMBERS -> {
          Pass members = bench.of(type.field(check.dimensions().get(0)));
          members.add(
              new MembersEngine(facts.catalogue(), check, type, members, rounding, reporter));
        }
        case DIFFER, SAME, WITHIN, STATED -> {} // look at single rows: RowRuleList
      }
    }
    overTime().ifPresent(rule -> alike.add(periods(rule, alike, reporter)));
    jumps()
        .ifPresent(rule -> alike.add(new FigureDoesNotJump(rule, type, alike, history, reporter)));
  }

  /** The rule on figures of longer and shorter periods. */
  private Optional<Rule> overTime() {
    String id = facts.isWithdrawn() ? null : PeriodsEngine.rule(type);
    return id == null ? Optional.empty() : facts.rule(id);
  }

  private PeriodsEngine periods(Rule rule, Pass pass, Reporter reporter) {
    return new PeriodsEngine(rule, type, facts.head(), pass, facts.rounding(), reporter);
  }

  private Optional<Rule> jumps() {
    return facts.isWithdrawn() ? Optional.empty() : facts.rule(FigureDoesNotJump.RULE);
  }

  private void addRecovery(KeyedRows rows, List<String> ids, Reporter reporter) {
    SuppressedIsHidden hidden =
        new SuppressedIsHidden(
            facts.catalogue(),
            facts.checks(),
            type,
            facts.head(),
            rows.hash(),
            new Periods(),
            facts.rounding(),
            reporter);
    if (hidden.judgesAnything()) {
      rows.add(hidden);
      ids.add(SuppressedIsHidden.RULE);
    }
  }

  /** The check's rule or, where the header declares a rounding, the one it has for that. */
  private String ruleOf(Check check) {
    Rule rule = facts.catalogue().rule(check.rule());
    return facts.rounding().declared()
        ? rule.parameters().getOrDefault("rounded", check.rule())
        : check.rule();
  }
}
