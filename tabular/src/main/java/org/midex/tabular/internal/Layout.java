package org.midex.tabular.internal;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a table is laid out.
 *
 * @param sheet name of the worksheet; null for the first
 * @param encoding of text; workbooks state their own
 * @param headingRow row (for text: line) that holds the headings, from 1; rows above it are titles
 */
public record Layout(
    Format format,
    @Nullable String sheet,
    Charset encoding,
    char separator,
    char quote,
    int headingRow) {
  /** Kinds of file. */
  public enum Format {
    CSV,
    XLSX
  }
}
