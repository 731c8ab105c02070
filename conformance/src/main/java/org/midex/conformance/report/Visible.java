package org.midex.conformance.report;

import java.util.Locale;

/** Texts of implementations, which act on nobody who reads them. */
final class Visible {
  private Visible() {}

  /**
   * The text with a visible escape, such as {@code \u202E}, for each character that is obeyed
   * instead of shown: controls but tabs and line ends, direction marks, and what is no character.
   */
  static String text(String raw) {
    StringBuilder visible = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(point -> append(visible, point));
    return visible.toString();
  }

  private static void append(StringBuilder visible, int point) {
    if (point == '\t' || point == '\n' || isShown(point)) {
      visible.appendCodePoint(point);
    } else {
      for (char unit : Character.toChars(point)) {
        visible.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
      }
    }
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
