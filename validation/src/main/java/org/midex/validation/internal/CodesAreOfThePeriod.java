package org.midex.validation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** MDX-V48: a code was not withdrawn before the period, except where former codes are right. */
final class CodesAreOfThePeriod implements RowRule {
  static final String RULE = "MDX-V48";
  private static final String NONE = "—";

  private final List<Dimension> dimensions;
  private final int time;
  private final Periods periods;
  private final Reporter reporter;

  /**
   * @param exempt dimensions in which former codes are right
   */
  CodesAreOfThePeriod(
      RowType type, Field time, Set<String> exempt, Periods periods, Reporter reporter) {
    this.dimensions =
        type.fields().stream()
            .filter(f -> f.type().list() != null && !exempt.contains(f.name()))
            .map(Dimension::new)
            .filter(d -> Arrays.stream(d.lastDay).anyMatch(day -> day != Long.MAX_VALUE))
            .toList();
    this.time = time.slot();
    this.periods = periods;
    this.reporter = reporter;
  }

  private static final class Dimension {
    private final Field field;
    private final int slot;
    private final CodeList list;
    private final long[] lastDay;
    private final Problem problem;

    Dimension(Field field) {
      this.field = field;
      slot = field.slot();
      list = Objects.requireNonNull(field.type().list());
      lastDay =
          list.codes().stream().mapToLong(c -> Days.between(null, c.validTo()).last()).toArray();
      problem = Problem.of(RULE, field.name());
    }
  }

  @Override
  public void narrow(Scope scope) {
    for (Dimension dimension : dimensions) {
      long[] lastDay = dimension.lastDay;
      scope.with(dimension.field, code -> code >= 0 && lastDay[code] != Long.MAX_VALUE);
    }
  }

  @Override
  public void check(RowView row) {
    for (int i = 0; i < dimensions.size(); i++) {
      Dimension dimension = dimensions.get(i);
      int code = row.code(dimension.slot);
      if (code >= 0 && dimension.lastDay[code] != Long.MAX_VALUE && row.valid(time)) {
        periods
            .days(row.number(time))
            .filter(days -> dimension.lastDay[code] < days.first())
            .ifPresent(days -> report(dimension, code));
      }
    }
  }

  private void report(Dimension dimension, int index) {
    Code code = dimension.list.code(index);
    List<String> successors = code.successors();
    reporter.onRow(
        dimension.problem,
        code.id(),
        () -> successors.size() == 1 ? successors.get(0) : null,
        () ->
            Map.of(
                "until",
                Days.text(dimension.lastDay[index]),
                "expected",
                successors.isEmpty() ? NONE : String.join(", ", successors)));
  }
}
