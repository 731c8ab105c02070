package org.midex.report.wording;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Measures and breaks lines by terminal columns. */
public final class Columns {
  private Columns() {}

  /** Columns that a printable text takes. */
  public static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** Columns that one printable character takes. */
  public static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    if (codePoint < 0x1100) {
      return 1;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    boolean wide =
        script == UnicodeScript.HAN
            || script == UnicodeScript.HIRAGANA
            || script == UnicodeScript.KATAKANA
            || script == UnicodeScript.HANGUL
            || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
            || codePoint >= 0x1F300;
    return wide ? 2 : 1;
  }

  /**
   * Breaks a printable text at its spaces into lines of at most {@code width} columns; a longer
   * word gets a line of its own.
   */
  public static List<String> wrap(String text, int width) {
    return join(List.of(text.split(" ")), " ", width);
  }

  /** Joins printable parts into lines of at most {@code width} columns. */
  public static List<String> join(List<String> parts, String separator, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      if (!line.isEmpty() && of(line.toString()) + of(separator) + of(part) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : separator).append(part);
    }
    lines.add(line.toString());
    return lines;
  }
}
