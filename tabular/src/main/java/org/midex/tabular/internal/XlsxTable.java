package org.midex.tabular.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** One worksheet of an XLSX workbook (ECMA-376). Formulas count with the value last computed. */
final class XlsxTable implements Table {
  /** No honest figure needs more digits; writing out 1E999999999 would fill the memory. */
  private static final int MAX_EXPONENT = 40;

  private final ReadableWorkbook workbook;
  private final Path file;
  private final boolean temporary;
  private final String sheet;
  private final Iterator<Row> rows;
  private List<@Nullable Cell> cells = List.of();
  private long line;
  private long blankLines;

  private XlsxTable(Path file, Layout layout, boolean temporary) throws IOException {
    this.file = file;
    this.temporary = temporary;
    WorkbookCheck.check(file);
    ReadableWorkbook opened = null;
    try {
      opened = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
      Sheet found = find(opened, layout.sheet());
      workbook = opened;
      sheet = found.getName();
      rows = found.openStream().iterator();
    } catch (RuntimeException e) {
      throw closing(opened, unreadable(e));
    } catch (IOException e) {
      throw closing(opened, e);
    }
  }

  private static IOException closing(@Nullable ReadableWorkbook workbook, IOException e)
      throws IOException {
    if (workbook != null) {
      workbook.close();
    }
    return e;
  }

  static XlsxTable open(Path file, Layout layout) throws IOException {
    return new XlsxTable(file, layout, false);
  }

  /** The file is deleted when the table is closed. */
  static XlsxTable openAndDelete(Path file, Layout layout) throws IOException {
    return new XlsxTable(file, layout, true);
  }

  private static Sheet find(ReadableWorkbook workbook, @Nullable String name) throws IOException {
    if (name == null) {
      return workbook.getFirstSheet();
    }
    Sheet found = workbook.findSheet(name).orElse(null);
    if (found == null) {
      throw new BadTableException(
          "There is no sheet “%s”; the workbook has: %s"
              .formatted(
                  name,
                  Cells.shortened(
                      workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", ")))));
    }
    return found;
  }

  /** The library throws exceptions of many kinds at damaged workbooks. */
  private static BadTableException unreadable(RuntimeException e) {
    BadTableException bad = BadTableException.within(e);
    return bad != null
        ? bad
        : new BadTableException("The workbook is damaged: " + Cells.shortened(e.toString()));
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        blankLines += Math.max(0, row.getRowNum() - line - 1);
        line = row.getRowNum();
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
      throw unreadable(e);
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

  private static String cellText(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getValue() instanceof BigDecimal number && Math.abs(number.scale()) <= MAX_EXPONENT) {
      return isDate(cell)
          ? cell.asDate().toLocalDate().toString()
          : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return cell.getValue() instanceof String text
        ? text
        : cell.getRawValue() == null ? "" : cell.getRawValue();
  }

  /** Days are numbers that are shown as a year and a day or month. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String shown = format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "");
    return shown.contains("y") && (shown.contains("d") || shown.contains("m"));
  }

  @Override
  public boolean isNumber(int cell) {
    Cell found = cells.get(cell);
    return found != null && found.getValue() instanceof BigDecimal && !isDate(found);
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
    workbook.close();
    if (temporary) {
      Files.deleteIfExists(file);
    }
  }
}
