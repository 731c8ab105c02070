package org.midex.tabular.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Text in rows and cells (RFC 4180, other separators and encodings allowed). */
final class CsvTable implements Table {
  private static final int MAX_RECORD = 16 << 20;
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CloseableIterator<CsvRecord> records;
  private final Layout layout;
  private List<String> cells = List.of();
  private long line;
  private long blankLines;

  CsvTable(InputStream in, Layout layout) throws IOException {
    this.layout = layout;
    PushbackInputStream bytes = new PushbackInputStream(in, BOM.length);
    StrictReader text =
        new StrictReader(bytes, layout.encoding(), skipMark(bytes, layout.encoding()));
    records =
        CsvReader.builder()
            .fieldSeparator(layout.separator())
            .quoteCharacter(layout.quote())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(MAX_RECORD)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(MAX_COLUMNS)
                    .maxFieldSize(MAX_CELL)
                    .maxRecordSize(MAX_RECORD)
                    .build(),
                text)
            .iterator();
  }

  /** Takes UTF-8's byte order mark off; in another encoding it contradicts the mapping. */
  private static long skipMark(PushbackInputStream in, Charset encoding) throws IOException {
    byte[] start = new byte[BOM.length];
    int read = in.readNBytes(start, 0, start.length);
    if (!Arrays.equals(start, BOM)) {
      in.unread(start, 0, read);
      return 0;
    }
    if (!encoding.equals(StandardCharsets.UTF_8)) {
      throw new BadTableException(
          "The file starts with the mark of UTF-8, but the mapping says " + encoding, 0);
    }
    return BOM.length;
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (records.hasNext()) {
        CsvRecord csvRecord = records.next();
        cells = csvRecord.getFields();
        line = csvRecord.getStartingLineNumber();
        if (!cells.stream().allMatch(String::isBlank)) {
          return true;
        }
        blankLines++;
      }
      return false;
    } catch (CsvParseException | UncheckedIOException e) {
      throw translated(e);
    }
  }

  private static IOException translated(RuntimeException e) {
    BadTableException bad = BadTableException.within(e);
    if (bad != null) {
      return bad;
    }
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io && e instanceof UncheckedIOException) {
        return io;
      }
      if (cause instanceof CsvParseException && cause.getMessage() != null) {
        return new BadTableException(cause.getMessage());
      }
    }
    return new BadTableException(String.valueOf(e.getMessage()));
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
  public String text(int cell) {
    return cells.get(cell);
  }

  /** Where SDMX-CSV has semicolons for a locale's sake, it has its decimal commas too. */
  @Override
  public Numbers numbers(Numbers declared) {
    return layout.isSdmx() && layout.separator() == ';' ? declared.withCommas() : declared;
  }

  @Override
  public String place(long line, int cell, String heading) {
    return heading.isEmpty() ? "line " + line : "line " + line + ", column \"" + heading + "\"";
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
