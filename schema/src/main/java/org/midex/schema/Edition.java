package org.midex.schema;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The release of the catalogue that is loaded.
 *
 * @param standard version of the standard, {@code major.minor}
 * @param date the edition's name
 * @param draft whether it may still change without a new version
 * @param known all editions that a message may name, newest first
 */
public record Edition(String standard, LocalDate date, boolean draft, List<LocalDate> known) {
  private static final String VERSION =
      String.valueOf(ValueType.of(ValueType.Kind.VERSION).pattern());

  /** The standard's major version. */
  public int major() {
    return Integer.parseInt(standard.substring(0, standard.indexOf('.')));
  }

  /** The standard's minor version. */
  public int minor() {
    return minor(standard);
  }

  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /**
   * Whether a message that states a version may have parts that are not known: a newer minor one. A
   * text that is no version is none.
   */
  public boolean isOlderMinorThan(@Nullable String version) {
    return version != null
        && version.matches(VERSION)
        && version.startsWith(major() + ".")
        && minor(version) > minor();
  }
}
