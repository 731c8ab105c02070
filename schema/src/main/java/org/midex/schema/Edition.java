package org.midex.schema;

import java.time.LocalDate;
import java.util.List;

/**
 * The release of the catalogue that is loaded.
 *
 * @param standard version of the standard, {@code major.minor}
 * @param date the edition's name
 * @param draft whether it may still change without a new version
 * @param known all editions that a message may name, newest first
 */
public record Edition(String standard, LocalDate date, boolean draft, List<LocalDate> known) {

  /** The standard's major version. */
  public int major() {
    return Integer.parseInt(standard.substring(0, standard.indexOf('.')));
  }

  /** The standard's minor version. */
  public int minor() {
    return Integer.parseInt(standard.substring(standard.indexOf('.') + 1));
  }
}
