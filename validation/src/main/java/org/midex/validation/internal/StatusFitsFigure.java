package org.midex.validation.internal;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;

/**
 * MDX-V07, MDX-V08: an absent figure has a status that explains it, and a figure has none that says
 * it is missing.
 */
final class StatusFitsFigure implements RowRule {
  private static final String ABSENT = "—";

  private final int measure;
  private final Field status;
  private final BitSet missing = new BitSet();
  private final BitSet explaining = new BitSet();
  private final Problem unexplained;
  private final Problem contradicted;
  private final Reporter reporter;

  StatusFitsFigure(Field measure, Field status, Reporter reporter) {
    this.measure = measure.slot();
    this.status = status;
    this.unexplained = Problem.of("MDX-V07", measure.name());
    this.contradicted = Problem.of("MDX-V08", measure.name());
    this.reporter = reporter;
    CodeList list = Objects.requireNonNull(status.type().list());
    for (Code code : list.codes()) {
      missing.set(code.index(), code.has("missing"));
      explaining.set(code.index(), code.has("missing") || code.has("explains_gap"));
    }
  }

  @Override
  public void narrow(Scope scope) {
    scope
        .with(status, code -> code == RowView.UNKNOWN || (code >= 0 && missing.get(code)))
        .withFigures(Scope.Figure.ABSENT);
  }

  @Override
  public void check(RowView row) {
    int code = row.code(status.slot());
    if (code == RowView.UNKNOWN) {
      reporter.notRun(row.has(measure) ? contradicted.rule() : unexplained.rule(), "unknownCode");
    } else if (!row.has(measure)) {
      if (code == RowView.ABSENT || !explaining.get(code)) {
        report(unexplained, row);
      }
    } else if (code >= 0 && missing.get(code) && row.valid(measure)) {
      report(contradicted, row);
    }
  }

  private void report(Problem problem, RowView row) {
    String text = row.text(status.slot());
    reporter.onRow(
        problem, row.text(measure), () -> Map.of("status", text == null ? ABSENT : text));
  }
}
