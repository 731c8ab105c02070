package org.midex.validation.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.Companions;
import org.midex.validation.internal.across.AcrossRules;
import org.midex.validation.internal.across.History;
import org.midex.validation.internal.across.Statuses;
import org.midex.validation.internal.disclosure.Disclosure;
import org.midex.validation.internal.disclosure.FigureIsFree;
import org.midex.validation.internal.disclosure.FigureIsNotSmall;
import org.midex.validation.internal.disclosure.SuppressedIsHidden;

/** All rules on the rows of one dataset, put together from its theme and header. */
public final class DatasetRules {
  private static final String REVISIONS = "MDX-V31";

  private final Catalogue catalogue;
  private final RowType type;
  private final Reporter reporter;
  private final Periods periods = new Periods();
  private final Rounding rounding;
  private final List<RowRule> rules = new ArrayList<>();
  private final Keys keys;
  private final KeyRules keyRules;
  private final History history;
  private final AcrossRules across;

  /** Whether its figures are for everybody to see. */
  private final boolean open;

  /**
   * @param type the theme
   * @param companions messages that it is judged beside; those that rules need are read now
   */
  public DatasetRules(
      Catalogue catalogue, MessageHead head, RowType type, Companions companions, Reporter reporter)
      throws IOException {
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
    this.open = !withdrawn && Disclosure.isPublic(catalogue, head);
    if (withdrawn) {
      rules.add(new WithdrawnHasNoFigure(measure, reporter));
    } else {
      addFigureRules(head, measure);
    }
    this.keys = new Keys(type);
    this.history =
        History.read(
            catalogue,
            head,
            type,
            companions,
            keys.hash(),
            statuses(REVISIONS, "provisional"),
            withdrawn ? (row, record) -> {} : addReporters());
    this.keyRules = keyRules(head, unknown, withdrawn);
    this.across =
        new AcrossRules(catalogue, head, type, companions, history, keys.hash(), reporter);
  }

  /** The rule on who reports, which hears of earlier messages too. */
  private RowListener addReporters() {
    Optional<AllReportersReport> added =
        rule(AllReportersReport.RULE).map(rule -> new AllReportersReport(rule, type, reporter));
    added.ifPresent(rules::add);
    return added.<RowListener>map(rule -> rule).orElse((row, record) -> {});
  }

  /** A rule that is judged by. */
  private Optional<Rule> rule(String id) {
    return catalogue.findRule(id).filter(rule -> catalogue.judgesBy(id));
  }

  /** Codes of status that a rule names. */
  private Statuses statuses(String rule, String parameter) {
    return new Statuses(type, rule(rule).map(r -> Parameters.words(r, parameter)).orElse(Set.of()));
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
    addAgeAndUnit(head);
    if (open) {
      addDisclosureRules(head, measure);
    }
    if (rounding.toNearest()) {
      rules.add(new FigureIsMultipleOfBase(measure, rounding, reporter));
    }
    long smallest = GroupIsNotTooSmall.size(head);
    if (smallest > 1) {
      rules.add(new GroupIsNotTooSmall(measure, smallest, reporter));
    }
  }

  private void addAgeAndUnit(MessageHead head) {
    Field status = type.find("OBS_STATUS").orElse(null);
    if (status != null && catalogue.judgesBy(ProvisionalIsRecent.RULE)) {
      Field time = type.time().orElseThrow();
      rules.add(
          new ProvisionalIsRecent(
              catalogue.rule(ProvisionalIsRecent.RULE), head, status, time, periods, reporter));
    }
    if (catalogue.judgesBy(PeriodHasBegun.RULE)) {
      Statuses expected =
          new Statuses(type, Parameters.words(catalogue.rule(PeriodHasBegun.RULE), "expected"));
      rules.add(new PeriodHasBegun(head, type, expected, periods, reporter));
    }
    Field unit = type.find(RowType.UNIT_MEASURE).orElse(null);
    CodeList units = unit == null ? null : unit.type().list();
    if (unit != null && units != null && !type.theme().units().isEmpty()) {
      rules.add(new UnitIsOfTheTheme(type, unit, units, reporter));
    }
  }

  private void addDisclosureRules(MessageHead head, Field measure) {
    if (catalogue.judgesBy(FigureIsNotSmall.RULE)) {
      FigureIsNotSmall small =
          new FigureIsNotSmall(
              catalogue.rule(FigureIsNotSmall.RULE), type, head, rounding, reporter);
      if (small.judgesAnything()) {
        rules.add(small);
      }
    }
    type.find(FigureIsFree.CONF_STATUS)
        .ifPresent(status -> rules.add(new FigureIsFree(measure, status, reporter)));
  }

  private KeyRules keyRules(MessageHead head, UnknownCodes unknown, boolean withdrawn) {
    List<Check> checks = withdrawn ? List.of() : type.theme().checks();
    List<RowRule> comparisons = new ArrayList<>();
    List<KeyCheck> keyChecks = new ArrayList<>();
    for (Check check : checks) {
      switch (check.kind()) {
        case DIFFER, SAME ->
            comparisons.add(new CompareEngine(check, type, type.measure().orElseThrow(), reporter));
        case WITHIN -> comparisons.add(new WithinRule(check, type, reporter));
        case STATED ->
            comparisons.add(new StatedRule(check, type, type.measure().orElseThrow(), reporter));
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
    List<String> ids = new ArrayList<>(checks.stream().map(this::ruleOf).toList());
    if (!withdrawn) {
      addOverTime(head, keyChecks, ids);
    }
    if (open) {
      addRecovery(head, checks, keyChecks, ids);
    }
    Statuses breaks = statuses(FigureDoesNotJump.RULE, "announced");
    return new KeyRules(type, keys, unknown, comparisons, keyChecks, ids, breaks, reporter);
  }

  private void addOverTime(MessageHead head, List<KeyCheck> keyChecks, List<String> ids) {
    String rule = PeriodsEngine.rule(type);
    if (rule != null && catalogue.judgesBy(rule)) {
      keyChecks.add(new PeriodsEngine(catalogue.rule(rule), type, head, keys, rounding, reporter));
      ids.add(rule);
    }
    rule(FigureDoesNotJump.RULE)
        .ifPresent(
            jumps -> {
              keyChecks.add(new FigureDoesNotJump(jumps, type, keys, history, reporter));
              ids.add(jumps.id());
            });
  }

  private void addRecovery(
      MessageHead head, List<Check> checks, List<KeyCheck> keyChecks, List<String> ids) {
    if (catalogue.judgesBy(SuppressedIsHidden.RULE)) {
      SuppressedIsHidden hidden =
          new SuppressedIsHidden(catalogue, checks, type, head, keys, periods, rounding, reporter);
      if (hidden.judgesAnything()) {
        keyChecks.add(hidden);
        ids.add(SuppressedIsHidden.RULE);
      }
    }
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
    String unknown = keyRules.whyKeyIsUnknown(row);
    if (unknown != null) {
      keyRules.notJudged(unknown);
      across.unknownRow(unknown);
    } else if (keyRules.isNew(row)) {
      across.row(row, reporter.record());
    }
  }

  /** Hears that there are more rows, which cannot be read. */
  public void breakOff() {
    across.breakOff();
  }

  /** Judges what needs all rows. */
  public void finish() throws IOException {
    keyRules.finish();
    rules.forEach(RowRule::finish);
    across.finish();
  }
}
