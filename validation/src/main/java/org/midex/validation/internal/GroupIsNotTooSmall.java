package org.midex.validation.internal;

import java.util.Map;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.ValueType;

/**
 * MDX-V39: no figure but zero is below the size of the smallest group, which the dataset states.
 */
public final class GroupIsNotTooSmall implements RowRule {
  /** The dataset attribute with the size: the k of k-anonymity. */
  static final String SIZE = "K_ANONYMITY";

  private final int measure;
  private final long least;
  private final String size;
  private final Problem problem;
  private final Reporter reporter;

  public GroupIsNotTooSmall(Field measure, long size, Reporter reporter) {
    this.measure = measure.slot();
    this.least = atScale(size, measure.type().scale());
    this.size = Long.toString(size);
    this.problem = Problem.of("MDX-V39", measure.name());
    this.reporter = reporter;
  }

  /** The size that the dataset states; zero when it states none or no number. */
  public static long size(MessageHead head) {
    String text = head.attributes().getOrDefault(SIZE, "");
    return Lexical.matches(ValueType.of(ValueType.Kind.COUNT), text) ? Lexical.number(text) : 0;
  }

  private static long atScale(long size, int scale) {
    long unit = Math.round(Math.pow(10, scale));
    return size > Long.MAX_VALUE / unit ? Long.MAX_VALUE : size * unit;
  }

  @Override
  public void narrow(Scope scope) {
    scope.onlyBelow(least);
  }

  @Override
  public void check(RowView row) {
    if (row.valid(measure)) {
      long figure = row.number(measure);
      if (figure > 0 && figure < least) {
        reporter.onRow(problem, row.text(measure), () -> Map.of("k", size));
      }
    }
  }
}
