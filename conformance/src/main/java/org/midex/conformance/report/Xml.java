package org.midex.conformance.report;

/** Text in XML and HTML. */
final class Xml {
  private Xml() {}

  /** Escaped; what XML has no place for is shown as a replacement character. */
  static String text(String raw) {
    StringBuilder escaped = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\t' -> escaped.append("&#9;");
      case '\n' -> escaped.append("&#10;");
      default -> escaped.appendCodePoint(isCharacter(point) ? point : 0xFFFD);
    }
  }

  private static boolean isCharacter(int point) {
    return point >= 0x20 && !(point >= 0xD800 && point < 0xE000) && (point & 0xFFFE) != 0xFFFE;
  }
}
