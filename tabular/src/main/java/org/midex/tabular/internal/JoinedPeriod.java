package org.midex.tabular.internal;

import org.jspecify.annotations.Nullable;

/** A period in several cells, read as one text with spaces between. */
public record JoinedPeriod(PeriodFormat format) implements Translation {
  /** What stands between the cells. */
  public static final String BETWEEN = " ";

  @Override
  public @Nullable String translate(String cell) {
    return format.translate(cell.replace(FieldColumn.SEPARATOR, BETWEEN));
  }

  @Override
  public String rule() {
    return format.rule();
  }
}
