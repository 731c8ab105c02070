package org.midex.report.internal;

import org.midex.model.Verdict;
import org.midex.schema.Severity;

/** Terminal colours, or none. */
record Ink(boolean colours) {
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String CYAN = "36";
  private static final String BOLD = "1";

  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case CONFORMANT -> paint(BOLD + ";" + GREEN, text);
      case NOT_CONFORMANT -> paint(BOLD + ";" + RED, text);
      case INCOMPLETE -> paint(BOLD + ";" + YELLOW, text);
    };
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint(RED, text);
      case WARNING -> paint(YELLOW, text);
      case INFO -> paint(CYAN, text);
    };
  }

  String bold(String text) {
    return paint(BOLD, text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
