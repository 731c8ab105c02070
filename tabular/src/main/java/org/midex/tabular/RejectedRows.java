package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Layout.Format;
import org.midex.tabular.internal.Table;
import org.midex.tabular.internal.export.Cell;
import org.midex.tabular.internal.export.RowSink;

/**
 * Writes the rows of a table or message that have findings, as they stand there, with what was
 * found in a first column. Memory does not grow with the file.
 */
public final class RejectedRows {
  private static final String ERROR = "error";
  private static final int LONGEST_CELL = 32_000;
  private static final String PLAIN_NUMBER = "-?[0-9]{1,15}(\\.[0-9]{1,15})?";

  private RejectedRows() {}

  /** What was found, row by row. */
  @FunctionalInterface
  public interface Reasons {
    /**
     * What was found in a row; asked in the order of the rows.
     *
     * @param line line of the table; 0 in a message
     * @param first number of the first observation made of it, from 1
     * @param last number of the last one; less than {@code first} when there is none
     * @return null when nothing was found
     */
    @Nullable String of(long line, long first, long last) throws IOException;
  }

  /**
   * Writes rows of a table. Text keeps the table's separator and encoding.
   *
   * @param reader just opened; read to its end, not closed
   * @param workbook whether a workbook is written, else text
   * @param out closed at the end
   * @return rows written
   * @throws IOException also when a workbook has no room for so many rows
   */
  public static long ofTable(
      TableReader reader, boolean workbook, OutputStream out, Reasons reasons) throws IOException {
    try (Rows rows = new Rows(RowSink.of(out, layout(reader.layout(), workbook)))) {
      rows.write(ERROR, reader.headings().stream().map(Cell::of).toList());
      reader.watchRows(
          (row, first, last) -> {
            String reason = reasons.of(row.line(), first, last);
            if (reason != null) {
              rows.write(reason, cells(row));
            }
          });
      try {
        while (reader.next()) {
          // the watch sees every row
        }
      } catch (MalformedMessageException e) {
        // what stands after it could not be read the first time either
      }
      return rows.finish();
    }
  }

  /**
   * Writes observations or records of a message, as text in UTF-8 or a workbook.
   *
   * @param out closed at the end
   * @return rows written
   */
  public static long ofMessage(
      MessageReader message, boolean workbook, OutputStream out, Reasons reasons)
      throws IOException {
    try (Rows rows = new Rows(RowSink.of(out, ours(workbook)))) {
      try {
        boolean headed = false;
        while (message.next()) {
          RowView row = message.row();
          if (!headed) {
            rows.write(ERROR, row.type().fields().stream().map(Field::name).map(Cell::of).toList());
            headed = true;
          }
          String reason = reasons.of(0, message.number(), message.number());
          if (reason != null) {
            rows.write(reason, cells(row));
          }
        }
      } catch (MalformedMessageException e) {
        // what stands after it could not be read the first time either
      }
      return rows.finish();
    }
  }

  private static Layout layout(Layout source, boolean workbook) {
    if (workbook || source.format() == Format.XLSX) {
      return ours(workbook);
    }
    return new Layout(
        Format.CSV, null, source.encoding(), source.separator(), source.quote(), 1, List.of());
  }

  private static Layout ours(boolean workbook) {
    Format format = workbook ? Format.XLSX : Format.CSV;
    return new Layout(format, "Rejects", StandardCharsets.UTF_8, ',', '"', 1, List.of());
  }

  private static List<Cell> cells(Table row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String text = row.text(i);
      cells.add(new Cell(text, row.isNumber(i) && text.matches(PLAIN_NUMBER)));
    }
    return cells;
  }

  private static List<Cell> cells(RowView row) {
    List<Cell> cells = new ArrayList<>();
    for (Field field : row.type().fields()) {
      String text = row.text(field.slot());
      cells.add(text == null ? Cell.EMPTY : Cell.of(text));
    }
    return cells;
  }

  /** The file being written. */
  private static final class Rows implements AutoCloseable {
    private final RowSink sink;
    private long written = -1;

    Rows(RowSink sink) {
      this.sink = sink;
    }

    void write(String reason, List<Cell> cells) throws IOException {
      List<Cell> row = new ArrayList<>();
      row.add(fitting(Cell.of(plainer(reason))));
      cells.forEach(cell -> row.add(fitting(cell)));
      if (!sink.write(row)) {
        throw new IOException("a workbook has no room for so many rejected rows; write .csv");
      }
      written++;
    }

    /** Our own marks in ASCII where the encoding lacks them. */
    private String plainer(String reason) {
      return sink.obstacle(reason) == null
          ? reason
          : reason.replaceAll("[“”„«»]", "\"").replaceAll("[’‘]", "'").replaceAll("[–—]", "-");
    }

    /** Cut where a workbook's cell is too small, without what it cannot hold. */
    private Cell fitting(Cell cell) {
      if (cell.number() || sink.obstacle(cell.text()) == null) {
        return cell;
      }
      String text = cell.text().replace("\r\n", "\n").replace('\r', '\n');
      boolean fits = text.length() <= LONGEST_CELL || sink.obstacle(text) == null;
      return Cell.of(fits ? text : text.substring(0, LONGEST_CELL) + "…");
    }

    long finish() throws IOException {
      sink.finish();
      return Math.max(0, written);
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }
}
