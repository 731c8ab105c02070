package org.midex.tabular.internal;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * One worksheet of an XLSX workbook (ECMA-376), read from top to bottom. Formulas count with the
 * value last computed.
 */
public final class XlsxTable implements Table {
  /** No honest figure needs more digits; writing out 1E999999999 would fill the memory. */
  private static final int MAX_EXPONENT = 40;

  /** Digits that are sure in a fraction; Excel writes 4.1 as 4.0999999999999996. */
  private static final MathContext SURE = new MathContext(15);

  /** The last day that a sheet can show is 9999-12-31. */
  private static final BigDecimal DAYS = BigDecimal.valueOf(2_958_466);

  private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);

  private final Closeable closed;
  private final LocalDate dayZero;
  private final String sheet;
  private final Iterator<Row> rows;
  private List<@Nullable Cell> cells = List.of();
  private boolean hidden;
  private long line;
  private long blankLines;

  /**
   * @param name of the sheet, null for the first
   * @param closed what to close with this table
   */
  XlsxTable(OpenedWorkbook workbook, @Nullable String name, Closeable closed) throws IOException {
    this.closed = closed;
    this.dayZero = workbook.is1904() ? FIRST_1904 : FIRST;
    try {
      Sheet found = workbook.find(name);
      sheet = found.getName();
      rows = found.openStream().iterator();
    } catch (RuntimeException e) {
      throw OpenedWorkbook.unreadable(e);
    }
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        blankLines += Math.max(0, row.getRowNum() - line - 1);
        line = row.getRowNum();
        hidden = row.isHidden();
        cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells.add(row.getOptionalCell(i).orElse(null));
        }
        int size = filled();
        if (size > 0) {
          cells = cells.subList(0, size);
          return true;
        }
        blankLines++;
      }
      return false;
    } catch (RuntimeException e) {
      throw OpenedWorkbook.unreadable(e);
    }
  }

  /** Cells up to the last that holds text: formatted empty ones at the end say nothing. */
  private int filled() throws IOException {
    int size = cells.size();
    for (int i = 0; i < cells.size(); i++) {
      requireText(cellText(cells.get(i)));
    }
    while (size > 0 && cellText(cells.get(size - 1)).isBlank()) {
      size--;
    }
    return size;
  }

  private static void requireText(String text) throws IOException {
    if (text.length() > MAX_CELL) {
      throw new BadTableException("A cell has more than " + MAX_CELL + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      if (StrictReader.isControl(text.charAt(i))) {
        throw new BadTableException(
            "A cell holds the control character U+%04X".formatted((int) text.charAt(i)));
      }
    }
  }

  @Override
  public String text(int cell) {
    return cellText(cells.get(cell));
  }

  private String cellText(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number && Math.abs(number.scale()) <= MAX_EXPONENT) {
      return stored(cell) == Stored.NUMBER
          ? plain(number)
          : dayZero.plusDays(number.longValue()).toString();
    }
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    return value instanceof String text
        ? text
        : cell.getRawValue() == null ? "" : cell.getRawValue();
  }

  private static String plain(BigDecimal number) {
    boolean noise = number.scale() > 0 && number.precision() > SURE.getPrecision();
    BigDecimal shown = noise ? number.round(SURE) : number;
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  @Override
  public Stored stored(int cell) {
    return stored(cells.get(cell));
  }

  private static Stored stored(@Nullable Cell cell) {
    if (cell == null) {
      return Stored.TEXT;
    }
    if (cell.getValue() instanceof BigDecimal number) {
      return number.signum() < 0 || number.compareTo(DAYS) >= 0 ? Stored.NUMBER : shown(cell);
    }
    if (cell.getValue() instanceof Boolean) {
      return Stored.BOOLEAN;
    }
    boolean error =
        cell.getType() == CellType.ERROR
            || (cell.getFormula() != null && String.valueOf(cell.getValue()).startsWith("#"));
    return error ? Stored.ERROR : Stored.TEXT;
  }

  /** Days are numbers that are shown with a day, a year or a month in letters. */
  private static Stored shown(Cell cell) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return Stored.NUMBER;
    }
    String parts = format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
    if (parts.contains("d")) {
      return Stored.DAY;
    }
    return parts.contains("y") || parts.contains("mmm") ? Stored.MONTH : Stored.NUMBER;
  }

  @Override
  public boolean isFormula(int cell) {
    Cell found = cells.get(cell);
    return found != null && found.getFormula() != null;
  }

  @Override
  public boolean isHidden() {
    return hidden;
  }

  @Override
  public boolean padded() {
    return true;
  }

  @Override
  public long blankLines() {
    return blankLines;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public String place(long line, int cell, String heading) {
    return sheet + "!" + Cells.letters(cell) + line;
  }

  @Override
  public void close() throws IOException {
    closed.close();
  }
}
