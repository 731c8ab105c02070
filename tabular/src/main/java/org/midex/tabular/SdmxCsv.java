package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import org.midex.model.FindingSink;
import org.midex.model.MessageHead;
import org.midex.schema.Texts;

/**
 * SDMX-CSV 2.0, in UTF-8: {@code STRUCTURE}, {@code STRUCTURE_ID}, {@code ACTION}, then the theme's
 * fields by their ids, and the attributes of the dataset in every row. It can express every
 * observation but one with a free text that stands for nothing there, such as {@code NaN}.
 *
 * @param labels how codes and columns are named
 * @param texts the language of names
 * @param separator between cells, one of {@value #SEPARATORS}
 */
public record SdmxCsv(Labels labels, Texts texts, char separator) implements TableFormat {
  /** Separators that readers tell from the rest of the headings. */
  public static final String SEPARATORS = ",;|\t";

  /** How codes and columns are named; SDMX's parameter of the same name. */
  public enum Labels {
    /** By their ids. */
    ID,
    /** By their ids, and by their names in columns of their own. */
    NAME,
    /** By id and name in one cell, {@code AUT: Austria}. */
    BOTH
  }

  /**
   * @throws IllegalArgumentException when the separator is another one
   */
  public SdmxCsv {
    if (SEPARATORS.indexOf(separator) < 0) {
      throw new IllegalArgumentException(
          "SDMX-CSV is separated by , ; | or tab, not by '" + separator + "'");
    }
  }

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public TableWriter writer(OutputStream out, MessageHead head, FindingSink sink)
      throws IOException {
    return new SdmxCsvWriter(out, head, this, sink);
  }
}
