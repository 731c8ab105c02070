package org.midex.tabular.internal.template;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Table;

/**
 * A CSV template: the first line holds the columns' ids and, last, the marker. Spreadsheets write
 * it with the separator and encoding of their locale.
 *
 * @param marker what the file is
 * @param ids all of the first line's cells
 */
record FilledCsv(Marker marker, List<String> ids, Layout layout) {
  private static final int LOOK = 1 << 16;

  /** The template that the bytes start; null when they do not. The stream stays where it is. */
  static @Nullable FilledCsv of(BufferedInputStream in) throws IOException {
    in.mark(LOOK);
    byte[] start = in.readNBytes(LOOK);
    in.reset();
    Charset encoding = encoding(start);
    String line = new String(start, encoding).replaceFirst("^\uFEFF", "").split("\r?\n|\r", 2)[0];
    int marker = line.indexOf(Marker.START);
    if (marker < 0) {
      return null;
    }
    int last = line.lastIndexOf('"', marker) == marker - 1 ? marker - 2 : marker - 1;
    char separator = last < 0 ? ',' : line.charAt(last);
    if (separator != ',' && separator != ';' && separator != '\t') {
      return null;
    }
    List<String> ids =
        Arrays.stream(line.split(String.valueOf(separator), -1))
            .map(id -> id.strip().replaceAll("^\"|\"$", ""))
            .toList();
    return ids.stream()
        .map(Marker::of)
        .filter(m -> m != null)
        .findFirst()
        .map(
            found ->
                new FilledCsv(
                    found,
                    ids,
                    new Layout(Layout.Format.CSV, null, encoding, separator, '"', 1, List.of())))
        .orElse(null);
  }

  private static Charset encoding(byte[] start) {
    boolean wide =
        start.length > 1
            && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF));
    return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /**
   * A table whose rows may leave out the marker's cell: people and programs who write the file
   * without a spreadsheet do.
   */
  record Rows(Table table, int columns) implements Table {
    @Override
    public boolean next() throws IOException {
      return table.next();
    }

    @Override
    public int size() {
      return table.size() == columns - 1 ? columns : table.size();
    }

    @Override
    public String text(int cell) {
      return cell < table.size() ? table.text(cell) : "";
    }

    @Override
    public long blankLines() {
      return table.blankLines();
    }

    @Override
    public long line() {
      return table.line();
    }

    @Override
    public String place(long line, int cell, String heading) {
      return table.place(line, cell, heading);
    }

    @Override
    public void close() throws IOException {
      table.close();
    }
  }
}
