package org.midex.conformance.report;

/** Text in XML and HTML. */
final class Xml {
  private Xml() {}

  /** Escaped, and {@link Visible}. */
  static String text(String raw) {
    String visible = Visible.text(raw);
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    visible.codePoints().forEach(point -> append(escaped, point));
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
      default -> escaped.appendCodePoint(point);
    }
  }
}
