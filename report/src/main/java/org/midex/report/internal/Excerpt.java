package org.midex.report.internal;

import org.midex.report.wording.Columns;
import org.midex.report.wording.Plain;

/**
 * The part of a row or line around the offending text, harmless and cut to fit.
 *
 * @param line printable text
 * @param caret columns before the offending text, or −1 when there is none to show
 * @param caretWidth columns of the offending text that are shown, at least 1
 */
public record Excerpt(String line, int caret, int caretWidth) {
  private static final String CUT = "…";

  /**
   * Cuts a window of at most {@code width} columns.
   *
   * @param text the raw text
   * @param caret offset in it of the offending text, or −1
   * @param length length of the offending text
   */
  public static Excerpt of(String text, int caret, int length, int width) {
    if (caret < 0 || caret > text.length()) {
      return new Excerpt(fill(new StringBuilder(), text, 0, width).toString(), -1, 0);
    }
    int start = start(text, caret, Math.min(length, width / 2), width);
    StringBuilder line = new StringBuilder(start > 0 ? CUT : "");
    fill(line, text.substring(0, caret), start, width);
    int before = Columns.of(line.toString());
    int end = (int) Math.min(text.length(), (long) caret + Math.max(0, length));
    int shown =
        Math.max(
            1,
            Columns.of(
                fill(new StringBuilder(), text.substring(0, end), caret, width - before)
                    .toString()));
    return new Excerpt(fill(line, text, caret, width).toString(), before, shown);
  }

  /**
   * Where the window begins: at the text's start when the offending text then fits, else so that it
   * stands in the middle.
   */
  private static int start(String text, int caret, int length, int width) {
    if (caret + length < width
        && Columns.of(Plain.text(text.substring(0, caret))) + length < width - 1) {
      return 0;
    }
    int start = caret;
    for (int room = (width - length) / 2; start > 0 && room > 0; ) {
      int codePoint = text.codePointBefore(start);
      room -= Columns.of(escaped(codePoint));
      start -= Character.charCount(codePoint);
    }
    return start;
  }

  /** Appends text from an offset until the line is full, and then the sign that it was cut. */
  private static StringBuilder fill(StringBuilder line, String text, int from, int width) {
    int used = Columns.of(line.toString());
    for (int i = from; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      String next = escaped(codePoint);
      int end = i + Character.charCount(codePoint);
      if (used + Columns.of(next) > (end < text.length() ? width - 1 : width)) {
        return line.append(CUT);
      }
      used += Columns.of(next);
      line.append(next);
      i = end;
    }
    return line;
  }

  private static String escaped(int codePoint) {
    StringBuilder one = new StringBuilder(1);
    Plain.append(one, codePoint);
    return one.toString();
  }
}
