package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.List;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** All rules on the rows of one dataset, put together from its theme and header. */
public final class DatasetRules {
  private final Catalogue catalogue;
  private final RowType type;
  private final Reporter reporter;
  private final Periods periods = new Periods();
  private final Rounding rounding;
  private final List<RowRule> rules = new ArrayList<>();
  private final KeyRules keyRules;

  /**
   * @param type the theme
   */
  public DatasetRules(Catalogue catalogue, MessageHead head, RowType type, Reporter reporter) {
    this.catalogue = catalogue;
    this.type = type;
    this.reporter = reporter;
    Field measure = type.measure().orElseThrow();
    this.rounding = Rounding.of(head, measure.type().scale());
    UnknownCodes unknown = new UnknownCodes(catalogue, head);
    boolean withdrawn = head.action() == Action.DELETE;
    rules.add(new CodesAreKnown(type, unknown, reporter));
    CodesAreOfTheEdition edition = new CodesAreOfTheEdition(catalogue, head, type, reporter);
    if (edition.judgesAnything()) {
      rules.add(edition);
    }
    addPeriodRules(head);
    if (withdrawn) {
      rules.add(new WithdrawnHasNoFigure(measure, reporter));
    } else {
      addFigureRules(head, measure);
    }
    this.keyRules = keyRules(unknown, withdrawn ? List.of() : type.theme().checks());
  }

  private void addPeriodRules(MessageHead head) {
    Field time = type.time().orElseThrow();
    Field area = type.field(type.theme().reporter());
    rules.add(new PeriodExists(time, periods, reporter));
    rules.add(
        new CodesAreOfThePeriod(
            type,
            time,
            Parameters.words(catalogue.rule(CodesAreOfThePeriod.RULE), "exempt"),
            periods,
            reporter));
    Coverage coverage = Coverage.of(catalogue, head, area);
    if (coverage.saysAnything()) {
      rules.add(new RowIsCovered(coverage, area, time, periods, reporter));
    }
  }

  private void addFigureRules(MessageHead head, Field measure) {
    if (!type.theme().negative()) {
      rules.add(new FigureIsNotNegative(measure, reporter));
    }
    type.find("OBS_STATUS")
        .ifPresent(status -> rules.add(new StatusFitsFigure(measure, status, reporter)));
    if (rounding.toNearest()) {
      rules.add(new FigureIsMultipleOfBase(measure, rounding, reporter));
    }
    long smallest = GroupIsNotTooSmall.size(head);
    if (smallest > 1) {
      rules.add(new GroupIsNotTooSmall(measure, smallest, reporter));
    }
  }

  private KeyRules keyRules(UnknownCodes unknown, List<Check> checks) {
    Keys keys = new Keys(new KeyHash(type), new KeyTable());
    List<CompareEngine> comparisons = new ArrayList<>();
    List<KeyCheck> keyChecks = new ArrayList<>();
    for (Check check : checks) {
      switch (check.kind()) {
        case DIFFER, SAME ->
            comparisons.add(new CompareEngine(check, type, type.measure().orElseThrow(), reporter));
        case SUM, AT_MOST ->
            keyChecks.add(new SumEngine(check, ruleOf(check), type, keys, rounding, reporter));
        case MEMBERS ->
            keyChecks.add(
                new MembersEngine(catalogue, check, type, keys, periods, rounding, reporter));
        case TILES ->
            keyChecks.add(new TilesEngine(check, ruleOf(check), type, keys, rounding, reporter));
        case CLASSES -> keyChecks.add(new ClassesEngine(check, type, keys, reporter));
      }
    }
    List<String> ids = checks.stream().map(this::ruleOf).toList();
    return new KeyRules(type, keys, unknown, comparisons, keyChecks, ids, reporter);
  }

  /** The check's rule or, where the header declares a rounding, the one it has for that. */
  private String ruleOf(Check check) {
    return rounding.declared()
        ? catalogue.rule(check.rule()).parameters().getOrDefault("rounded", check.rule())
        : check.rule();
  }

  /** Judges the reader's current row. */
  public void check(RowView row) {
    for (int i = 0; i < rules.size(); i++) {
      rules.get(i).check(row);
    }
    keyRules.check(row);
  }

  /** Judges what needs all rows. */
  public void finish() {
    keyRules.finish();
  }
}
