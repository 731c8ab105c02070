package org.midex.validation.internal;

import java.io.Closeable;
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
import org.midex.validation.internal.keys.Bench;
import org.midex.validation.internal.keys.KeyedRow;
import org.midex.validation.internal.keys.KeyedRows;
import org.midex.validation.internal.keys.Marks;
import org.midex.validation.internal.keys.ParallelJudging;
import org.midex.validation.internal.keys.Pass;
import org.midex.validation.internal.keys.Room;
import org.midex.validation.internal.keys.Turns;
import org.midex.validation.internal.keys.Workers;

/** All rules on the rows of one dataset, put together from its theme and header. */
public final class DatasetRules implements Closeable {
  private static final String REVISIONS = "MDX-V31";

  private final Catalogue catalogue;
  private final RowType type;
  private final MessageHead head;

  /** Whether its rows are taken back. */
  private final boolean withdrawn;

  private final Reporter reporter;
  private final Periods periods = new Periods();
  private final Rounding rounding;
  private final List<RowRule> rules = new ArrayList<>();
  private final RowRules rowRules;

  /** Rules that judge rows of which the key is not known, too: a bit for each. */
  private final long ofAnyRow;

  private final Glance glance;
  private final int measure;
  private final KeyedRows rows;
  private final KeyRules keyRules;
  private final History history;
  private final AcrossRules across;

  /** Whether its figures are for everybody to see. */
  private final boolean open;

  /**
   * @param type the theme
   * @param companions messages that it is judged beside; those that rules need are read now
   * @param room for its rows
   */
  public DatasetRules(
      Catalogue catalogue,
      MessageHead head,
      RowType type,
      Companions companions,
      Room room,
      Reporter reporter)
      throws IOException {
    this.catalogue = catalogue;
    this.type = type;
    this.reporter = reporter;
    Field figure = type.measure().orElseThrow();
    this.measure = figure.slot();
    this.rounding = Rounding.of(head, figure.type().scale());
    UnknownCodes unknown = new UnknownCodes(catalogue, head);
    this.head = head;
    this.withdrawn = head.action() == Action.DELETE;
    rules.add(new CodesAreKnown(type, unknown, reporter));
    CodesAreOfTheEdition edition = new CodesAreOfTheEdition(catalogue, head, type, reporter);
    if (edition.judgesAnything()) {
      rules.add(edition);
    }
    addPeriodRules(head);
    this.open = !withdrawn && Disclosure.isPublic(catalogue, head);
    if (withdrawn) {
      rules.add(new WithdrawnHasNoFigure(figure, reporter));
    } else {
      addFigureRules(head, figure);
    }
    this.rows = new KeyedRows(type, room);
    this.history =
        History.read(
            catalogue,
            head,
            type,
            companions,
            rows.hash(),
            statuses(REVISIONS, "provisional"),
            withdrawn ? (row, record) -> {} : addReporters());
    this.ofAnyRow = (1L << rules.size()) - 1;
    this.keyRules = keyRules(head, unknown);
    this.rowRules = new RowRules(type, rules);
    this.glance = new Glance(type, rowRules, rows.ownKeys());
    this.across =
        new AcrossRules(catalogue, head, type, companions, history, rows.hash(), reporter);
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

  private KeyRules keyRules(MessageHead head, UnknownCodes unknown) {
    List<Check> checks = checks();
    for (Check check : checks) {
      switch (check.kind()) {
        case DIFFER, SAME ->
            rules.add(new CompareEngine(check, type, type.measure().orElseThrow(), reporter));
        case WITHIN -> rules.add(new WithinRule(check, type, reporter));
        case STATED ->
            rules.add(new StatedRule(check, type, type.measure().orElseThrow(), reporter));
        case SUM, AT_MOST, TILES, CLASSES, MEMBERS -> {} // need other rows
      }
    }
    addChecks(rows.bench(), reporter);
    List<String> ids = new ArrayList<>(checks.stream().map(this::ruleOf).toList());
    overTime().ifPresent(rule -> ids.add(rule.id()));
    jumps().ifPresent(rule -> ids.add(rule.id()));
    if (open) {
      addRecovery(head, checks, ids);
    }
    overTime().ifPresent(rule -> rows.add(periods(rule, rows.bench().alike(), reporter)));
    Statuses breaks = statuses(FigureDoesNotJump.RULE, "announced");
    rows.add((field, code) -> breaks.holds(field, code) ? Marks.BREAK : 0);
    return new KeyRules(type, unknown, ids, reporter);
  }

  private List<Check> checks() {
    return withdrawn ? List.of() : type.theme().checks();
  }

  /** The rule on figures of longer and shorter periods. */
  private Optional<Rule> overTime() {
    String id = withdrawn ? null : PeriodsEngine.rule(type);
    return id == null ? Optional.empty() : rule(id);
  }

  private Optional<Rule> jumps() {
    return withdrawn ? Optional.empty() : rule(FigureDoesNotJump.RULE);
  }

  /** Adds the checks that judge rows beside one another. */
  private void addChecks(Bench bench, Reporter to) {
    Pass alike = bench.alike();
    for (Check check : checks()) {
      switch (check.kind()) {
        case SUM, AT_MOST ->
            alike.add(new SumEngine(check, ruleOf(check), type, alike, rounding, to));
        case TILES -> alike.add(new TilesEngine(check, ruleOf(check), type, alike, rounding, to));
        case CLASSES -> alike.add(new ClassesEngine(check, type, alike, to));
        case MEMBERS -> {
          Pass members = bench.of(type.field(check.dimensions().get(0)));
          members.add(
              new MembersEngine(catalogue, check, type, members, new Periods(), rounding, to));
        }
        case DIFFER, SAME, WITHIN, STATED -> {} // rules on single rows
      }
    }
    overTime().ifPresent(rule -> alike.add(periods(rule, alike, to)));
    jumps().ifPresent(rule -> alike.add(new FigureDoesNotJump(rule, type, alike, history, to)));
  }

  private PeriodsEngine periods(Rule rule, Pass pass, Reporter to) {
    return new PeriodsEngine(rule, type, head, pass, rounding, to);
  }

  /** Lets rows be judged beside one another on several threads, where there are more than one. */
  public void setWorkers(Workers workers) {
    if (workers.count() < 2) {
      return;
    }
    Turns turns = new Turns(reporter.sink(), workers.count());
    rows.setHelpers(
        new ParallelJudging(
            workers,
            turns,
            (bench, worker) -> {
              Reporter own = reporter.to(turns.sink(worker));
              addChecks(bench, own);
              return keyRules.to(own);
            }));
  }

  private void addRecovery(MessageHead head, List<Check> checks, List<String> ids) {
    if (catalogue.judgesBy(SuppressedIsHidden.RULE)) {
      SuppressedIsHidden hidden =
          new SuppressedIsHidden(
              catalogue, checks, type, head, rows.hash(), periods, rounding, reporter);
      if (hidden.judgesAnything()) {
        rows.add(hidden);
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
  public void check(RowView row) throws IOException {
    long selected = glance.select(row);
    rowRules.check(selected & ofAnyRow, row);
    String unknown = keyRules.whyKeyIsUnknown(row);
    if (unknown != null) {
      keyRules.notJudged(unknown);
      across.unknownRow(unknown);
      return;
    }
    rowRules.check(selected & ~ofAnyRow, row);
    KeyedRow keyed = glance.keyed(row, reporter.record());
    if (!row.valid(measure)) {
      rows.show(row, keyed);
    }
    rows.add(keyed);
    across.row(row, reporter.record());
  }

  /** Whether rows that no rule has to say anything of need not be shown. */
  public boolean canScout() {
    return !across.seesRows();
  }

  /** Looks at rows on another thread. */
  RowScouting scout() {
    Glance own = new Glance(type, rowRules.another(), rows.keys());
    return new RowScouting(type, own, rows.buffer(), rows.needsRowsWithoutFigure());
  }

  /** Takes a row that a scout kept. */
  void take(KeyedRow row, long record) throws IOException {
    row.setRecord(record);
    rows.add(row);
  }

  /** Hears that there are more rows, which cannot be read. */
  public void breakOff() throws IOException {
    keyRules.finish();
    rows.judgeKeys(keyRules);
    across.breakOff();
  }

  /** Judges what needs all rows. */
  public void finish() throws IOException {
    keyRules.finish();
    rows.judge(keyRules);
    rowRules.finish();
    across.finish();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
