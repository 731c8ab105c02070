package org.midex.schema;

/**
 * A fault in a catalogue file. The message starts with the file and, where one is known, the line:
 * {@code themes/X.yaml:12: …}.
 */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file path within the catalogue
   * @param line first line is 1; 0 when the fault is the file as a whole
   * @param fault what was expected and what was found
   */
  public CatalogueException(String file, long line, String fault) {
    super(file + (line > 0 ? ":" + line : "") + ": " + fault);
  }
}
