package org.midex.report;

import java.util.Locale;
import org.midex.schema.Severity;

/** Least severity of a finding that fails a run. */
public enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** Whether findings of a severity fail a run. */
  public boolean includes(Severity severity) {
    return switch (this) {
      case ERROR -> severity == Severity.ERROR;
      case WARNING -> severity != Severity.INFO;
      case INFO -> true;
      case NEVER -> false;
    };
  }

  /** The name as people write it: {@code error}, {@code warning}…. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
