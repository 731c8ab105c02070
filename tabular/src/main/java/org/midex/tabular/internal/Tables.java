package org.midex.tabular.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.midex.model.io.GzipGuard;
import org.midex.tabular.internal.Layout.Format;

/** Opens tables: takes gzip off, and looks whether the bytes are what the mapping says. */
public final class Tables {
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private Tables() {}

  /**
   * Opens a file.
   *
   * @throws BadTableException when its first bytes are no table of this layout
   */
  public static Table open(Path file, Layout layout) throws IOException {
    BufferedInputStream bytes = buffered(Files.newInputStream(file));
    try {
      if (layout.format() == Format.XLSX && startsWith(bytes, ZIP)) {
        bytes.close();
        return OpenedWorkbook.open(file).onlyTable(layout.sheet());
      }
      return open(bytes, layout);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /**
   * Opens a stream, which is closed with the table, or at once when it is none. Workbooks are kept
   * in a private temporary file meanwhile.
   *
   * @throws BadTableException when its first bytes are no table of this layout
   */
  public static Table open(InputStream in, Layout layout) throws IOException {
    try {
      BufferedInputStream bytes = inflated(in);
      requireKind(bytes, layout.format());
      return switch (layout.format()) {
        case CSV -> new CsvTable(bytes, layout);
        case SDMX_CSV -> new CsvTable(bytes, layout.separatedBy(sdmxSeparator(bytes, layout)));
        case XLSX -> OpenedWorkbook.copy(bytes).onlyTable(layout.sheet());
      };
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The bytes without gzip around them, able to look at the first few.
   *
   * @throws BadTableException here and while reading, when the gzip is damaged or swells too much
   */
  public static BufferedInputStream inflated(InputStream in) throws IOException {
    BufferedInputStream bytes = buffered(in);
    return startsWith(bytes, GZIP)
        ? buffered(GzipGuard.open(bytes, (reason, swells) -> new BadTableException(reason)))
        : bytes;
  }

  /** Whether a zip archive follows, as workbooks are. */
  public static boolean isZip(BufferedInputStream in) throws IOException {
    return startsWith(in, ZIP);
  }

  private static char sdmxSeparator(BufferedInputStream bytes, Layout layout) throws IOException {
    Character separator = Sdmx.separator(bytes, layout.encoding());
    if (separator == null) {
      throw new BadTableException(
          "The file is no SDMX-CSV: that begins with the heading STRUCTURE or DATAFLOW");
    }
    return separator;
  }

  private static void requireKind(BufferedInputStream bytes, Format format) throws IOException {
    boolean zip = isZip(bytes);
    if (startsWith(bytes, OLE)) {
      throw new BadTableException(
          "The file is an old Excel workbook or one with a password; save it as XLSX without one");
    }
    if (format != Format.XLSX && zip) {
      throw new BadTableException(
          "The file is a workbook or zip archive, but the mapping says CSV");
    }
    if (format == Format.XLSX && !zip) {
      throw new BadTableException("The file is no XLSX workbook");
    }
  }

  private static BufferedInputStream buffered(InputStream in) {
    return in instanceof BufferedInputStream b ? b : new BufferedInputStream(in, 1 << 16);
  }

  private static boolean startsWith(BufferedInputStream in, byte[] start) throws IOException {
    in.mark(start.length);
    boolean same = Arrays.equals(in.readNBytes(start.length), start);
    in.reset();
    return same;
  }
}
