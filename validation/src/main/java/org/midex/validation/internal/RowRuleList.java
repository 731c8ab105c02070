package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.List;
import org.midex.model.MessageHead;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.across.Statuses;
import org.midex.validation.internal.disclosure.FigureIsFree;
import org.midex.validation.internal.disclosure.FigureIsNotSmall;

/** Chooses the rules on single rows of a dataset. */
final class RowRuleList {
  private final DatasetFacts facts;
  private final Catalogue catalogue;
  private final MessageHead head;
  private final RowType type;
  private final Field measure;
  private final Reporter reporter;
  private final Periods periods = new Periods();
  private final List<RowRule> rules = new ArrayList<>();

  private RowRuleList(DatasetFacts facts, Reporter reporter) {
    this.facts = facts;
    this.catalogue = facts.catalogue();
    this.head = facts.head();
    this.type = facts.type();
    this.measure = facts.measure();
    this.reporter = reporter;
  }

  /** Those that also judge rows of which the key is not known. */
  static List<RowRule> ofAnyRow(DatasetFacts facts, UnknownCodes unknown, Reporter reporter) {
    RowRuleList list = new RowRuleList(facts, reporter);
    list.rules.add(new CodesAreKnown(facts.type(), unknown, reporter));
    CodesAreOfTheEdition edition =
        new CodesAreOfTheEdition(facts.catalogue(), facts.head(), facts.type(), reporter);
    if (edition.judgesAnything()) {
      list.rules.add(edition);
    }
    list.addPeriodRules();
    if (facts.isWithdrawn()) {
      list.rules.add(new WithdrawnHasNoFigure(list.measure, reporter));
    } else {
      list.addFigureRules();
    }
    return list.rules;
  }

  /** Those that the theme declares, for rows of which the key is known. */
  static List<RowRule> ofKnownKeys(DatasetFacts facts, Reporter reporter) {
    RowRuleList list = new RowRuleList(facts, reporter);
    facts.checks().forEach(list::addDeclared);
    return list.rules;
  }

  private void addDeclared(Check check) {
    switch (check.kind()) {
      case DIFFER, SAME -> rules.add(new CompareEngine(check, type, measure, reporter));
      case WITHIN -> rules.add(new WithinRule(check, type, reporter));
      case STATED -> rules.add(new StatedRule(check, type, measure, reporter));
      case SUM, AT_MOST, TILES, CLASSES, MEMBERS -> {} // need other rows: KeyChecks
    }
  }

  private void addPeriodRules() {
    Field time = facts.time();
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

  private void addFigureRules() {
    if (!type.theme().negative()) {
      rules.add(new FigureIsNotNegative(measure, reporter));
    }
    type.find("OBS_STATUS")
        .ifPresent(status -> rules.add(new StatusFitsFigure(measure, status, reporter)));
    addAgeAndUnit();
    if (facts.isOpen()) {
      addDisclosureRules();
    }
    if (facts.rounding().toNearest()) {
      rules.add(new FigureIsMultipleOfBase(measure, facts.rounding(), reporter));
    }
    long smallest = GroupIsNotTooSmall.size(head);
    if (smallest > 1) {
      rules.add(new GroupIsNotTooSmall(measure, smallest, reporter));
    }
  }

  private void addAgeAndUnit() {
    Field status = type.find("OBS_STATUS").orElse(null);
    if (status != null && catalogue.judgesBy(ProvisionalIsRecent.RULE)) {
      Field time = facts.time();
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

  private void addDisclosureRules() {
    if (catalogue.judgesBy(FigureIsNotSmall.RULE)) {
      FigureIsNotSmall small =
          new FigureIsNotSmall(
              catalogue.rule(FigureIsNotSmall.RULE), type, head, facts.rounding(), reporter);
      if (small.judgesAnything()) {
        rules.add(small);
      }
    }
    type.find(FigureIsFree.CONF_STATUS)
        .ifPresent(status -> rules.add(new FigureIsFree(measure, status, reporter)));
  }
}
