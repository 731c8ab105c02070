package org.midex.codec.avro;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.Row;
import org.midex.schema.Field;
import org.midex.schema.internal.Words;

/**
 * The fast lane's view of a row: a chain of columns, most of which have the same bytes as in the
 * row before, so that nothing need be done. Whatever is odd is no match, and nothing is said of it:
 * the exact lane reads that row.
 */
final class RowScanner {
  private final Row row;
  private final ColumnScanner first;

  /** A bit for each field that has its column's remembered value. */
  private long remembered;

  RowScanner(RowLayout layout, Row row) {
    this.row = row;
    ColumnScanner chain = null;
    for (int i = layout.columns().size() - 1; i >= 0; i--) {
      chain = scanner(layout.columns().get(i), layout.field(i), row, chain);
    }
    first = Objects.requireNonNull(chain);
  }

  private static ColumnScanner scanner(
      Column column, @Nullable Field field, Row row, @Nullable ColumnScanner next) {
    if (field == null) {
      return new SkippingScanner(next, column);
    }
    return switch (field.type().kind()) {
      case COUNT -> new CountScanner(next, column.union(), row, field.slot());
      case AMOUNT -> new AmountScanner(next, column.union(), row, field.slot());
      default -> new TextScanner(next, column.union(), row, field.slot());
    };
  }

  /** To be called when the row was filled by anybody else. */
  void forget() {
    remembered = 0;
    for (ColumnScanner column = first; column != null; column = column.next) {
      column.forget();
    }
  }

  /**
   * Fills the row.
   *
   * @param end offset behind the last byte that there is; eight more can be looked at
   * @return offset behind the row; {@link ColumnScanner#ODD}; or {@link ColumnScanner#SHORT}
   */
  int scan(byte[] bytes, int start, int end) {
    row.clear();
    int at = start;
    ColumnScanner column = first;
    while (true) {
      while (column != null && at < end && column.isNext(Words.at(bytes, at))) {
        at += column.size();
        column = column.next;
      }
      if (column == null) {
        row.repeat(remembered);
        return at <= end ? at : ColumnScanner.SHORT;
      }
      if (at >= end) {
        return ColumnScanner.SHORT;
      }
      remembered &= ~column.slots();
      at = column.scan(bytes, at, end);
      if (at < 0) {
        return at;
      }
      remembered |= column.slots();
      column = column.next;
    }
  }
}
