package org.midex.report.internal;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.midex.model.Verdict;
import org.midex.schema.Severity;

/** The stable words of reports that programs read; texts for people are found by them. */
final class Words {
  private Words() {}

  static String of(Verdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> "conformant";
      case NOT_CONFORMANT -> "notConformant";
      case INCOMPLETE -> "incomplete";
    };
  }

  static String of(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** A sign that says a severity without a colour. */
  static String sign(Severity severity) {
    return switch (severity) {
      case ERROR -> "✖";
      case WARNING -> "▲";
      case INFO -> "●";
    };
  }

  /** Whether a word is that of a severity. */
  static boolean isSeverity(@Nullable String word) {
    return Arrays.stream(Severity.values()).anyMatch(s -> of(s).equals(word));
  }
}
