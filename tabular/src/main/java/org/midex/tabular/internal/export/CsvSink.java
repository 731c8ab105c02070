package org.midex.tabular.internal.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.LayoutLoader;
import org.midex.tabular.internal.Numbers;

/** Text in rows and cells as RFC 4180 writes them; other separators and encodings allowed. */
final class CsvSink implements RowSink {
  /** FastCSV quotes cells that start with it; no text holds this one. */
  private static final char NO_COMMENT = '\uFFFE';

  private final Charset encoding;
  private final char separator;
  private final boolean quotes;
  private final CsvWriter rows;

  CsvSink(OutputStream out, Layout layout) {
    encoding = layout.encoding();
    separator = layout.separator();
    quotes = layout.quote() != LayoutLoader.NONE;
    if (!encoding.canEncode()) {
      throw new IllegalArgumentException("nothing can be written in the encoding " + encoding);
    }
    rows =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .quoteCharacter(layout.quote())
            .commentCharacter(NO_COMMENT)
            .build(new OutputStreamWriter(out, encoding));
  }

  @Override
  public @Nullable String obstacle(String text) {
    if (!quotes && text.chars().anyMatch(c -> c == separator || c == '\n' || c == '\r')) {
      return "It holds the separator or a line break, and the mapping says that nothing is quoted";
    }
    return encoding.equals(StandardCharsets.UTF_8)
            || text.equals(new String(text.getBytes(encoding), encoding))
        ? null
        : "The encoding " + encoding + " has no such character";
  }

  @Override
  public Cell number(String number, Numbers notation) {
    return new Cell(notation.spelling(number), false);
  }

  @Override
  public boolean write(List<Cell> cells) throws IOException {
    try {
      CsvWriter.CsvWriterRecord row = rows.writeRecord();
      cells.forEach(cell -> row.writeField(cell.text()));
      row.endRecord();
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void finish() throws IOException {
    rows.flush();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
