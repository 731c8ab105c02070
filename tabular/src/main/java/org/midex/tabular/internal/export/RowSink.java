package org.midex.tabular.internal.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Layout.Format;
import org.midex.tabular.internal.Numbers;

/** Makes a file of rows of cells. */
public interface RowSink extends Closeable {
  /**
   * A file in a layout.
   *
   * @param out closed with the sink
   * @throws IllegalArgumentException when no such file can be written
   */
  static RowSink of(OutputStream out, Layout layout) {
    return layout.format() == Format.XLSX ? new XlsxSink(out, layout) : new CsvSink(out, layout);
  }

  /** Why a text cannot stand in a cell: a sentence for the user; null when it can. */
  @Nullable String obstacle(String text);

  /**
   * A cell that holds a figure.
   *
   * @param number in the standard's lexical form
   * @param notation how the table writes numbers as text
   */
  Cell number(String number, Numbers notation);

  /** Writes a row; false when the file has no room for one more. */
  boolean write(List<Cell> cells) throws IOException;

  /** Completes the file. */
  void finish() throws IOException;
}
