package org.midex.validation.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.Companions;
import org.midex.validation.internal.across.AcrossRules;
import org.midex.validation.internal.across.History;
import org.midex.validation.internal.across.Statuses;

/** All rules on the rows of one dataset, put together from its theme and header. */
public final class DatasetRules implements RowListener {
  private static final String REVISIONS = "MDX-V31";

  private final Catalogue catalogue;
  private final RowType type;
  private final Reporter reporter;
  private final Periods periods = new Periods();
  private final Rounding rounding;
  private final List<RowRule> rules = new ArrayList<>();
  private final Keys keys;
  private final KeyRules keyRules;
  private final @Nullable AllReportersReport reporters;
  private final @Nullable FigureDoesNotJump jumps;
  private final AcrossRules across;

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
    if (withdrawn) {
      rules.add(new WithdrawnHasNoFigure(measure, reporter));
    } else {
      addFigureRules(head, measure);
    }
    this.keys = new Keys(new KeyHash(type), new KeyTable());
    this.keyRules = keyRules(unknown, withdrawn ? List.of() : type.theme().checks());
    this.reporters = withdrawn ? null : reporters();
    History history =
        History.read(head, type, companions, keys.hash(), statuses(REVISIONS, "provisional"), this);
    this.jumps = withdrawn ? null : jumps(history);
    this.across =
        new AcrossRules(catalogue, head, type, companions, history, keys.hash(), reporter);
  }

  private @Nullable AllReportersReport reporters() {
    return rule(AllReportersReport.RULE)
        .map(rule -> new AllReportersReport(rule, type, reporter))
        .orElse(null);
  }

  private @Nullable FigureDoesNotJump jumps(History history) {
    return rule(FigureDoesNotJump.RULE)
        .map(rule -> new FigureDoesNotJump(rule, type, keys, history, reporter))
        .orElse(null);
  }

  /** A rule that is judged by. */
  private Optional<Rule> rule(String id) {
    return catalogue.findRule(id).filter(rule -> catalogue.judgesBy(id));
  }

  /** Codes of status that a rule names. */
  private Statuses statuses(String rule, String parameter) {
    return new Statuses(type, rule(rule).map(r -> Parameters.words(r, parameter)).orElse(Set.of()));
  }

  /** Sees a row of an earlier message of the sender. */
  @Override
  public void row(RowView row, long record) {
    if (reporters != null) {
      reporters.usual(row);
    }
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
    Statuses breaks = statuses(FigureDoesNotJump.RULE, "announced");
    return new KeyRules(type, keys, unknown, comparisons, keyChecks, ids, breaks, reporter);
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
    if (reporters != null) {
      reporters.check(row);
    }
    across.row(row, reporter.record(), keyRules.isNew(row));
  }

  /** Judges what needs all rows. */
  public void finish() throws IOException {
    keyRules.finish();
    if (reporters != null) {
      reporters.finish();
    }
    if (jumps != null) {
      jumps.finish();
    }
    across.finish();
  }
}
