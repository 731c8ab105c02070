package org.midex.validation.internal.disclosure;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.validation.internal.CodeSets;
import org.midex.validation.internal.Reporter;
import org.midex.validation.internal.RowRule;
import org.midex.validation.internal.Scope;

/** MDX-V40: in a public message figures are free for publication. */
public final class FigureIsFree implements RowRule {
  public static final String RULE = "MDX-V40";

  /** The attribute that says whether a figure is confidential. */
  public static final String CONF_STATUS = "CONF_STATUS";

  private static final String FREE = "free";

  private final int measure;
  private final Field status;
  private final BitSet free;
  private final Problem problem;
  private final Reporter reporter;

  public FigureIsFree(Field measure, Field status, Reporter reporter) {
    this.measure = measure.slot();
    this.status = status;
    this.free = free(status);
    this.problem = Problem.of(RULE, status.name());
    this.reporter = reporter;
  }

  /** Codes that let a figure be published. */
  public static BitSet free(Field status) {
    return CodeSets.flagged(Objects.requireNonNull(status.type().list()), FREE);
  }

  @Override
  public void narrow(Scope scope) {
    scope.only(status, code -> code == RowView.UNKNOWN || (code >= 0 && !free.get(code)));
  }

  @Override
  public void check(RowView row) {
    int code = row.code(status.slot());
    if (code == RowView.ABSENT || !row.has(measure)) {
      return;
    }
    if (code == RowView.UNKNOWN) {
      reporter.notRun(RULE, "unknownCode");
    } else if (!free.get(code)) {
      String figure = Objects.requireNonNull(row.text(measure));
      reporter.onRow(problem, row.text(status.slot()), () -> Map.of("found", figure));
    }
  }
}
