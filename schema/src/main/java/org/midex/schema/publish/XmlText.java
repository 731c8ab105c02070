package org.midex.schema.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.midex.schema.Edition;

/** An XML text in the making, indented by two spaces. */
final class XmlText {
  /** An element that holds text. */
  static final class Leaf {
    private final String name;
    private final String content;
    private final String[] attributes;

    /**
     * @param attributes names and values in turn
     */
    Leaf(String name, String content, String... attributes) {
      this.name = name;
      this.content = content;
      this.attributes = attributes;
    }
  }

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Says first of all what the file is, and that it is generated. */
  XmlText notice(Edition edition, String content) {
    return comment(
        "MIDEX " + edition.standard() + ", edition " + edition.date() + ": " + content + ".",
        edition.draft()
            ? "DRAFT: may still change without a new version."
            : "Published: changes only with a new version.",
        "Generated from the catalogue by org.midex.schema.publish.Publisher; edit the catalogue instead.",
        "SPDX-License-Identifier: Apache-2.0");
  }

  /**
   * @param lines of the comment; must not contain {@code --}
   */
  private XmlText comment(String... lines) {
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

  /** An element that holds text, on one line. */
  XmlText leaf(String name, String content, String... attributes) {
    indent();
    return inline(new Leaf(name, content, attributes)).newLine();
  }

  /** A leaf in an element of its own, on one line. */
  XmlText wrapped(String wrapper, String name, String content, String... attributes) {
    return wrapped(wrapper, List.of(new Leaf(name, content, attributes)));
  }

  /** Leaves in an element of their own, on one line. */
  XmlText wrapped(String wrapper, List<Leaf> leaves) {
    indent().append('<').append(wrapper).append('>');
    leaves.forEach(this::inline);
    text.append("</").append(wrapper).append('>');
    return newLine();
  }

  private XmlText inline(Leaf leaf) {
    element(leaf.name, leaf.attributes).append('>').append(escape(leaf.content));
    text.append("</").append(leaf.name).append('>');
    return this;
  }

  private XmlText newLine() {
    text.append('\n');
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
