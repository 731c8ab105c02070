package org.midex.tabular.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Numbers;

/** A workbook with one sheet. Texts stand in their cells, so that none is held in memory. */
final class XlsxSink implements RowSink {
  /** Excel's limits. */
  private static final int LONGEST_TEXT = 32_767;

  private static final int EXACT_DIGITS = 15;

  /** Rows held in memory before they are written. */
  private static final int ROWS_HELD = 500;

  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final int maxRows;
  private int row;

  XlsxSink(OutputStream out, Layout layout) {
    this(out, layout, Worksheet.MAX_ROWS);
  }

  /**
   * @param maxRows rows that a sheet may have
   */
  XlsxSink(OutputStream out, Layout layout, int maxRows) {
    this.out = out;
    this.maxRows = maxRows;
    String name = layout.sheet() == null ? "Data" : layout.sheet();
    workbook = new Workbook(out, "MIDEX", null);
    sheet = workbook.newWorksheet(name);
    if (!sheet.getName().equals(name)) {
      throw new IllegalArgumentException("Excel allows no sheet of the name '" + name + "'");
    }
  }

  @Override
  public @Nullable String obstacle(String text) {
    if (text.length() > LONGEST_TEXT) {
      return "A cell of a workbook holds at most " + LONGEST_TEXT + " characters";
    }
    return text.indexOf('\r') >= 0 ? "A cell of a workbook cannot hold a carriage return" : null;
  }

  /** Numbers with more digits than Excel keeps are texts. */
  @Override
  public Cell number(String number, Numbers notation) {
    String stored = notation.stored().spelling(number);
    boolean exact = new BigDecimal(stored).precision() <= EXACT_DIGITS;
    return exact ? new Cell(stored, true) : new Cell(notation.spelling(number), false);
  }

  @Override
  public boolean write(List<Cell> cells) throws IOException {
    if (row == maxRows) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (cell.number()) {
        sheet.value(row, i, new BigDecimal(cell.text()));
      } else if (!cell.text().isEmpty()) {
        sheet.inlineString(row, i, cell.text());
      }
    }
    if (++row % ROWS_HELD == 0) {
      sheet.flush();
    }
    return true;
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
