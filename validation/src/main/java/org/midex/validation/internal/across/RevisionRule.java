package org.midex.validation.internal.across;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.Coverage;
import org.midex.validation.internal.Parameters;
import org.midex.validation.internal.Periods;
import org.midex.validation.internal.Reporter;
import org.midex.validation.internal.RowIsCovered;
import org.midex.validation.internal.RowKey;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.Marks;

/** Compares a message with what its sender said before on the same theme. */
final class RevisionRule implements AcrossRule {
  static final String CHANGED = "MDX-V31";
  private static final String NEVER_SENT = "MDX-V65";
  private static final String LOST = "MDX-V66";

  private final MessageHead head;
  private final History history;
  private final KeyHash hash;
  private final Field measure;
  private final @Nullable Field note;
  private final Statuses announced;
  private final Reporter reporter;
  private final Problem changed;
  private final BitSet seen = new BitSet();
  private final RowIsCovered coverage;
  private @Nullable String unknownKey;

  RevisionRule(
      Catalogue catalogue,
      MessageHead head,
      RowType type,
      History history,
      KeyHash hash,
      Reporter reporter) {
    this.head = head;
    this.history = history;
    this.hash = hash;
    this.measure = type.measure().orElseThrow();
    Set<String> notes = Parameters.words(catalogue.rule(CHANGED), "note");
    this.note = notes.stream().flatMap(n -> type.find(n).stream()).findFirst().orElse(null);
    this.announced = new Statuses(type, Parameters.words(catalogue.rule(CHANGED), "announced"));
    this.reporter = reporter;
    this.changed = Problem.of(CHANGED, measure.name());
    Field area = type.field(type.theme().reporter());
    this.coverage =
        new RowIsCovered(
            Coverage.of(catalogue, head, area),
            area,
            type.time().orElseThrow(),
            new Periods(),
            reporter);
  }

  /** Says that a row has no known key, so that it may be any of the earlier ones, and why. */
  void unknownRow(String why) {
    unknownKey = why;
  }

  @Override
  public void row(RowView row, long record) {
    int entry = history.find(hash.hi(), hash.lo());
    if (head.action() == Action.DELETE) {
      if (entry < 0 && history.isWhole()) {
        reporter.onRow(Problem.of(NEVER_SENT), RowKey.of(row), Map::of);
      }
      return;
    }
    if (entry < 0) {
      return;
    }
    seen.set(entry);
    if (history.isMalformed(entry)) {
      reporter.notRun(CHANGED, "malformed");
      return;
    }
    boolean figure = row.valid(measure.slot());
    long here = figure ? row.number(measure.slot()) : 0;
    boolean same =
        figure == history.table().hasFigure(entry)
            && (!figure || here == history.table().figure(entry));
    if (!same && !history.table().marked(entry, Marks.BREAK) && !isExplained(row)) {
      reporter.onRow(changed, row.text(measure.slot()), () -> details(row, entry));
    }
  }

  private boolean isExplained(RowView row) {
    return announced.holds(row) || (note != null && row.has(note.slot()));
  }

  private Map<String, String> details(RowView row, int entry) {
    int scale = measure.type().scale();
    String text = row.text(measure.slot());
    Map<String, String> details = new LinkedHashMap<>();
    details.put("here", text == null ? "—" : text);
    details.put(
        "there",
        history.table().hasFigure(entry)
            ? Lexical.text(history.table().figure(entry), scale)
            : "—");
    details.put("record", Long.toString(history.table().record(entry)));
    details.put("file", history.file(entry));
    return details;
  }

  @Override
  public void breakOff() {
    reporter.notRun(head.action() == Action.DELETE ? NEVER_SENT : CHANGED, BROKEN_OFF);
    if (head.action() == Action.REPLACE) {
      reporter.notRun(LOST, BROKEN_OFF);
    }
  }

  @Override
  public void finish() throws IOException {
    if (!history.isWhole()) {
      reporter.notRun(head.action() == Action.DELETE ? NEVER_SENT : CHANGED, "otherUnreadable");
    }
    if (head.action() != Action.REPLACE) {
      return;
    }
    if (unknownKey != null || !history.isWhole()) {
      reporter.notRun(LOST, unknownKey == null ? "otherUnreadable" : unknownKey);
      return;
    }
    BitSet missing = history.open();
    missing.andNot(seen);
    history.show(
        missing,
        (row, file, record) -> {
          if (coverage.covers(row)) {
            reporter.anywhere(
                0,
                Problem.of(LOST),
                RowKey.of(row),
                () -> Map.of("file", file, "record", Long.toString(record)));
          }
        });
  }
}
