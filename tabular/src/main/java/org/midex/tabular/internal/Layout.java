package org.midex.tabular.internal;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is laid out.
 *
 * @param sheet name of the worksheet; null for the first
 * @param encoding of text; workbooks state their own
 * @param separator between cells of text; SDMX-CSV shows its own
 * @param headingRow row (for text: line) that holds the headings, from 1; rows above it are titles
 * @param structures identifiers that rows of SDMX-CSV may name ({@code ESTAT:MIGR_ASYTPSM}), with a
 *     version, its beginning ({@code (1.*)}) or none for any; empty when any will do
 */
public record Layout(
    Format format,
    @Nullable String sheet,
    Charset encoding,
    char separator,
    char quote,
    int headingRow,
    List<String> structures) {
  /** Kinds of file. */
  public enum Format {
    CSV,
    XLSX,
    /** SDMX-CSV 1.0 and 2.x: text whose headings are ids of components. */
    SDMX_CSV
  }

  public Layout {
    structures = List.copyOf(structures);
  }

  /** Whether the table is SDMX-CSV. */
  public boolean isSdmx() {
    return format == Format.SDMX_CSV;
  }

  /** Whether it is made for SDMX-CSV of a structure, and for no other. */
  public boolean isFor(String structure) {
    return structures.stream().anyMatch(wanted -> Sdmx.matches(structure, wanted));
  }

  /** The same with another separator. */
  Layout separatedBy(char character) {
    return new Layout(format, sheet, encoding, character, quote, headingRow, structures);
  }
}
