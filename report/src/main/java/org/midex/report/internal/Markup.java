package org.midex.report.internal;

import java.nio.charset.StandardCharsets;
import org.midex.report.wording.Plain;

/**
 * Writes HTML or XML. Tags and names of attributes are the program's own; every text and every
 * attribute's value is escaped, and what a browser would obey instead of show becomes visible.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /**
   * An opening tag.
   *
   * @param attributes names and values in turn
   */
  Markup open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Markup close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** Closes an element that stands inside a line. */
  Markup end(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** A block that holds a text only. */
  Markup block(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** An element in a line that holds a text only. */
  Markup inline(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).end(tag);
  }

  /** The attributes of a text of the catalogue, which is English where the language lacks it. */
  static String[] language(boolean translated) {
    return translated ? new String[0] : new String[] {"lang", "en", "dir", "ltr"};
  }

  /** What another writer has written. */
  Markup add(Markup other) {
    out.append(other.out);
    return this;
  }

  /** Markup of the program's own, such as its style sheet. */
  Markup own(String markup) {
    out.append(markup);
    return this;
  }

  /** Length in UTF-8. */
  int bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void escape(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> plain.append("&lt;");
                case '>' -> plain.append("&gt;");
                case '&' -> plain.append("&amp;");
                case '"' -> plain.append("&quot;");
                case '\'' -> plain.append("&#39;");
                default -> Plain.append(plain, c);
              }
            });
    out.append(plain);
  }
}
