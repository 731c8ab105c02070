package org.midex.tabular.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A period in several cells, read as one text with spaces between.
 *
 * @param cells number of cells
 */
public record JoinedPeriod(PeriodFormat format, int cells) implements Translation {
  /** What stands between the cells. */
  public static final String BETWEEN = " ";

  @Override
  public @Nullable String translate(String cell) {
    return format.translate(cell.replace(FieldColumn.SEPARATOR, BETWEEN));
  }

  @Override
  public List<String> spellings(String period) {
    return format.spellings(period).stream().map(this::split).flatMap(Optional::stream).toList();
  }

  /** The first spaces part the cells; none when there are too few. */
  private Optional<String> split(String text) {
    String[] parts = text.split(BETWEEN, cells);
    return parts.length < cells
        ? Optional.empty()
        : Optional.of(String.join(FieldColumn.SEPARATOR, parts));
  }

  @Override
  public String rule() {
    return format.rule();
  }
}
