package org.midex.validation.internal;

import java.math.BigInteger;
import java.util.Map;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Checks that a number lies within its bounds, both included. */
final class WithinRule implements RowRule {
  private final int slot;
  private final long least;
  private final long most;
  private final Map<String, String> bounds;
  private final Where where;
  private final Problem problem;
  private final Reporter reporter;

  WithinRule(Check check, RowType type, Reporter reporter) {
    Field field = type.field(check.dimensions().get(0));
    String lower = check.parts().get(0);
    String upper = check.parts().get(1);
    this.slot = field.slot();
    this.least = atScale(lower, field.type().scale());
    this.most = atScale(upper, field.type().scale());
    this.bounds = Map.of("least", lower, "most", upper);
    this.where = Where.of(type, check);
    this.problem = Problem.of(check.rule(), field.name());
    this.reporter = reporter;
  }

  /** What no number can reach at this scale is as good as the largest. */
  private static long atScale(String number, int scale) {
    return new BigInteger(number)
        .multiply(BigInteger.TEN.pow(scale))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .max(BigInteger.valueOf(Long.MIN_VALUE))
        .longValueExact();
  }

  @Override
  public void narrow(Scope scope) {
    where.narrow(scope);
  }

  @Override
  public void check(RowView row) {
    if (row.valid(slot)
        && (row.number(slot) < least || row.number(slot) > most)
        && where.matches(row)) {
      reporter.onRow(problem, row.text(slot), () -> bounds);
    }
  }
}
