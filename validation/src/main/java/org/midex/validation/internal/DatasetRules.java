package org.midex.validation.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.Companions;
import org.midex.validation.internal.across.AcrossRules;
import org.midex.validation.internal.across.History;
import org.midex.validation.internal.across.Statuses;
import org.midex.validation.internal.keys.KeyedRow;
import org.midex.validation.internal.keys.KeyedRows;
import org.midex.validation.internal.keys.ParallelJudging;
import org.midex.validation.internal.keys.Room;
import org.midex.validation.internal.keys.RowBuffer;
import org.midex.validation.internal.keys.Turns;
import org.midex.validation.internal.keys.Workers;

/** All rules on the rows of one dataset, put together from its theme and header. */
public final class DatasetRules implements Closeable {
  private static final String REVISIONS = "MDX-V31";

  private final RowType type;
  private final int measure;
  private final Reporter reporter;
  private final RowRules rowRules;

  /** Rules that judge rows of which the key is not known, too: a bit for each. */
  private final long ofAnyRow;

  private final Glance glance;
  private final KeyedRows rows;
  private final KeyChecks checks;
  private final KeyRules keyRules;
  private final AcrossRules across;

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
    DatasetFacts facts = DatasetFacts.of(catalogue, head, type);
    UnknownCodes unknown = new UnknownCodes(catalogue, head);
    this.type = type;
    this.measure = facts.measure().slot();
    this.reporter = reporter;
    this.rows = new KeyedRows(type, room);
    List<RowRule> rules = new ArrayList<>(RowRuleList.ofAnyRow(facts, unknown, reporter));
    RowListener earlier = addReporters(rules, facts);
    this.ofAnyRow = (1L << rules.size()) - 1;
    rules.addAll(RowRuleList.ofKnownKeys(facts, reporter));
    this.rowRules = new RowRules(type, rules);
    Statuses mayChange = facts.statuses(REVISIONS, "provisional");
    History history =
        History.read(catalogue, head, type, companions, rows.hash(), mayChange, earlier);
    this.checks = new KeyChecks(facts, history);
    this.keyRules = new KeyRules(type, unknown, checks.addTo(rows, reporter), reporter);
    this.glance = new Glance(type, rowRules, rows.ownKeys());
    this.across =
        new AcrossRules(catalogue, head, type, companions, history, rows.hash(), reporter);
  }

  /** The rule on who reports, which hears of earlier messages too. */
  private RowListener addReporters(List<RowRule> rules, DatasetFacts facts) {
    Rule rule = facts.isWithdrawn() ? null : facts.rule(AllReportersReport.RULE).orElse(null);
    if (rule == null) {
      return (row, record) -> {};
    }
    AllReportersReport added = new AllReportersReport(rule, type, reporter);
    rules.add(added);
    return added;
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
              checks.addTo(bench, own);
              return keyRules.to(own);
            }));
  }

  /** Judges the reader's current row. */
  public void check(RowView row) throws IOException {
    long selected = glance.select(row);
    rowRules.check(selected & ofAnyRow, row);
    String unknown = keyRules.whyKeyIsUnknown(row);
    if (unknown != null) {
      keyRules.notJudged(unknown);
      across.unknownRow(unknown);
      if (keyRules.keyCanBeRead(row)) {
        rows.add(glance.faulty(row, reporter.record()));
      }
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

  /**
   * Takes rows that a scout kept.
   *
   * @param before rows before those that it looked at
   */
  void take(RowBuffer kept, int count, long before) throws IOException {
    rows.addAll(kept, count, before);
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
