package org.midex.schema.publish;

import java.util.ArrayDeque;
import java.util.Deque;

/** An XML text in the making, indented by two spaces. */
final class XmlText {
  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param lines of the comment; must not contain {@code --}
   */
  XmlText comment(String... lines) {
    indent().append("<!--\n");
    for (String line : lines) {
      indent().append("  ").append(line).append('\n');
    }
    indent().append("-->\n");
    return this;
  }

  /**
   * @param attributes names and values in turn
   */
  XmlText open(String name, String... attributes) {
    tag(name, attributes).append(">\n");
    open.push(name);
    return this;
  }

  XmlText close() {
    String name = open.pop();
    indent().append("</").append(name).append(">\n");
    return this;
  }

  XmlText empty(String name, String... attributes) {
    tag(name, attributes).append("/>\n");
    return this;
  }

  /** A leaf in an element of its own, on one line. */
  XmlText wrapped(String wrapper, String name, String content, String... attributes) {
    indent().append('<').append(wrapper).append('>');
    element(name, attributes).append('>').append(escape(content));
    text.append("</").append(name).append("></").append(wrapper).append(">\n");
    return this;
  }

  private StringBuilder tag(String name, String... attributes) {
    indent();
    return element(name, attributes);
  }

  private StringBuilder element(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escape(attributes[i + 1]))
          .append('"');
    }
    return text;
  }

  private StringBuilder indent() {
    return text.append("  ".repeat(open.size()));
  }

  private static String escape(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
