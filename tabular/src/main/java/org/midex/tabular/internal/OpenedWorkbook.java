package org.midex.tabular.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.PrivateFile;

/** An XLSX workbook (ECMA-376) that was looked through before a library opened it. */
public final class OpenedWorkbook implements Closeable {
  private final Path file;
  private final boolean temporary;
  private final WorkbookCheck check;
  private final ReadableWorkbook workbook;

  private OpenedWorkbook(Path file, boolean temporary) throws IOException {
    this.file = file;
    this.temporary = temporary;
    this.check = WorkbookCheck.of(file);
    try {
      this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  /**
   * Opens a workbook in place.
   *
   * @throws BadTableException when it is none or exceeds a limit
   */
  public static OpenedWorkbook open(Path file) throws IOException {
    return new OpenedWorkbook(file, false);
  }

  /**
   * Opens a copy of a workbook in a private temporary file, which is deleted when the workbook is
   * closed or cannot be opened. The stream is closed.
   *
   * @throws BadTableException when it is none or exceeds a limit
   */
  public static OpenedWorkbook copy(InputStream in) throws IOException {
    Path copy = PrivateFile.create(".xlsx");
    try (in) {
      try (OutputStream out = Files.newOutputStream(copy)) {
        in.transferTo(out);
      }
      return new OpenedWorkbook(copy, true);
    } catch (IOException | RuntimeException e) {
      PrivateFile.delete(copy);
      throw e;
    }
  }

  /** The library throws exceptions of many kinds at damaged workbooks. */
  static BadTableException unreadable(RuntimeException e) {
    BadTableException bad = BadTableException.within(e);
    return bad != null
        ? bad
        : new BadTableException("The workbook is damaged: " + Cells.shortened(e.toString()));
  }

  /** Names of the sheets in their order. */
  public List<String> sheets() {
    return workbook.getSheets().map(Sheet::getName).toList();
  }

  /**
   * One sheet, read from its top; the workbook stays open when the table is closed.
   *
   * @param name of the sheet, null for the first
   * @throws BadTableException when there is no such sheet
   */
  public XlsxTable table(@Nullable String name) throws IOException {
    return new XlsxTable(this, name, () -> {});
  }

  /** One sheet, read from its top; the workbook is closed with the table, or when this fails. */
  public XlsxTable onlyTable(@Nullable String name) throws IOException {
    try {
      return new XlsxTable(this, name, this);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  Sheet find(@Nullable String name) throws IOException {
    if (name == null) {
      return workbook.getFirstSheet();
    }
    Sheet found = workbook.findSheet(name).orElse(null);
    if (found == null) {
      throw new BadTableException(
          "There is no sheet “%s”; the workbook has: %s"
              .formatted(name, Cells.shortened(String.join(", ", sheets()))));
    }
    return found;
  }

  boolean is1904() {
    return workbook.isDate1904();
  }

  /**
   * Ranges of the sheet's cells that are merged, such as {@code A3:A7}.
   *
   * @throws BadTableException when there are more than anybody merges
   */
  public List<String> merged(String sheet) throws BadTableException {
    List<String> ranges = check.merged(sheet);
    if (ranges.size() > WorkbookCheck.MAX_MERGED) {
      throw new BadTableException(
          "The sheet “%s” has more than %d merged ranges"
              .formatted(Cells.shortened(sheet), WorkbookCheck.MAX_MERGED));
    }
    return ranges;
  }

  @Override
  public void close() throws IOException {
    try {
      workbook.close();
    } finally {
      if (temporary) {
        PrivateFile.delete(file);
      }
    }
  }
}
