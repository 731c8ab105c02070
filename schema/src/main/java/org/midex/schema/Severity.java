package org.midex.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * How grave a finding is. The standard's MUST makes an error, its SHOULD a warning; information
 * never changes a verdict.
 */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** The code in the catalogue and on the wire: {@code error}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> ofCode(String code) {
    for (Severity severity : values()) {
      if (severity.code().equals(code)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
