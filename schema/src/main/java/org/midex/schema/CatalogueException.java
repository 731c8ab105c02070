package org.midex.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A fault in a catalogue or mapping file. The message starts with the file and, where one is known,
 * the line: {@code themes/X.yaml:12: …}.
 */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Nobody reads more; what is left out is counted. */
  private static final int SHOWN = 50;

  private final long line;
  private final List<String> faults;

  /**
   * @param file path within the catalogue
   * @param line first line is 1; 0 when the fault is the file as a whole
   * @param fault what was expected and what was found
   */
  public CatalogueException(String file, long line, String fault) {
    this(List.of(file + (line > 0 ? ":" + line : "") + ": " + fault), line);
  }

  private CatalogueException(List<String> faults, long line) {
    super(String.join("\n", faults));
    this.line = line;
    this.faults = List.copyOf(faults);
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
    List<String> shown = new ArrayList<>();
    sorted.stream().limit(SHOWN).forEach(fault -> shown.addAll(fault.faults));
    if (faults.size() > SHOWN) {
      shown.add("and " + (faults.size() - SHOWN) + " more");
    }
    return new CatalogueException(shown, sorted.get(0).line);
  }

  /** The lines of the message: one a fault, in the order of the file. */
  public List<String> faults() {
    return faults;
  }

  /** The line of the fault, or of the first of several; 0 when it is the file as a whole. */
  public long line() {
    return line;
  }
}
