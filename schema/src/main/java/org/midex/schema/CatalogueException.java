package org.midex.schema;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fault in a catalogue or mapping file. The message starts with the file and, where one is known,
 * the line: {@code themes/X.yaml:12: …}.
 */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Nobody reads more; what is left out is counted. */
  private static final int SHOWN = 50;

  private final long line;

  /**
   * @param file path within the catalogue
   * @param line first line is 1; 0 when the fault is the file as a whole
   * @param fault what was expected and what was found
   */
  public CatalogueException(String file, long line, String fault) {
    super(file + (line > 0 ? ":" + line : "") + ": " + fault);
    this.line = line;
  }

  private CatalogueException(String faults, long line) {
    super(faults);
    this.line = line;
  }

  /**
   * Several faults of one file as one exception: its message has each on a line of its own, in the
   * order of the file.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static CatalogueException of(List<CatalogueException> faults) {
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("no fault");
    }
    List<CatalogueException> sorted =
        faults.stream().sorted(Comparator.comparingLong(CatalogueException::line)).toList();
    String lines =
        sorted.stream()
            .limit(SHOWN)
            .map(CatalogueException::getMessage)
            .collect(Collectors.joining("\n"));
    int more = faults.size() - SHOWN;
    return new CatalogueException(
        more > 0 ? lines + "\nand " + more + " more" : lines, sorted.get(0).line);
  }

  /** The line of the fault, or of the first of several; 0 when it is the file as a whole. */
  public long line() {
    return line;
  }
}
