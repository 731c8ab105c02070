package org.midex.codec.head;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.RowView;
import org.midex.model.io.Limits;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * The canonical form, as text: same model, same bytes. Layout and escapes are those of the
 * standard's section on XML.
 */
public final class Canonical {
  /** Namespace of version 1. */
  public static final String NAMESPACE = "urn:midex:1";

  /** What ends {@link #head}. */
  public static final String HEAD_END = ">\n";

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Canonical() {}

  /**
   * XML declaration, root start tag, header and payload start tag, each with its line end.
   *
   * @throws IllegalArgumentException when the head lacks what the standard requires
   */
  public static byte[] head(MessageHead head) {
    StringBuilder out = new StringBuilder(1024);
    appendRootAndHeader(out, head);
    appendPayloadStart(out, head);
    return out.append(HEAD_END).toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A whole message with a receipt.
   *
   * @throws IllegalArgumentException when the head lacks what the standard requires
   */
  public static byte[] receipt(MessageHead head) {
    StringBuilder out = new StringBuilder(1024);
    appendRootAndHeader(out, head);
    appendNode(out, required(head.receipt(), "receipt"));
    return out.append("</Message>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** XML declaration, root start tag and header. */
  private static void appendRootAndHeader(StringBuilder out, MessageHead head) {
    out.append(DECLARATION).append("<Message xmlns=\"").append(NAMESPACE).append('"');
    appendAttribute(out, "version", required(head.version(), "version"));
    appendAttribute(out, "id", required(head.id(), "id"));
    out.append(">\n");
    appendNode(out, head.header());
  }

  /** The payload's start tag without its end. */
  private static void appendPayloadStart(StringBuilder out, MessageHead head) {
    RowType type = required(head.type(), "theme");
    Action action = required(head.action(), "action");
    out.append('<').append(type.id());
    appendAttribute(out, "action", action.code());
    for (Field field : type.datasetFields()) {
      String text = head.attributes().get(field.name());
      if (text != null) {
        requireForm(field, text);
        appendAttribute(out, field.name(), text);
      } else if (field.required()) {
        throw new IllegalArgumentException(type + " requires the attribute " + field.name());
      }
    }
    for (String name : head.attributes().keySet()) {
      if (type.datasetFields().stream().noneMatch(f -> f.name().equals(name))) {
        throw new IllegalArgumentException(type + " has no dataset attribute " + name);
      }
    }
  }

  /**
   * One field as an attribute, with a space before it; nothing when it is absent.
   *
   * @throws IllegalArgumentException when it is required and missing, or its text has no lexical
   *     form of its type
   */
  public static void appendField(StringBuilder out, RowView row, Field field) {
    String text = fieldText(row, field);
    if (text != null) {
      appendAttribute(out, field.name(), text);
    }
  }

  /**
   * A field as it may be written; null when it is absent.
   *
   * @throws IllegalArgumentException when it is required and missing, or its text has no lexical
   *     form of its type
   */
  public static @Nullable String fieldText(RowView row, Field field) {
    String text = row.text(field.slot());
    if (text != null) {
      if (!row.valid(field.slot())) {
        requireForm(field, text);
      } else if (field.type().kind() == ValueType.Kind.TEXT) {
        requireCharacters(field.name(), text, Limits.ATTRIBUTE_LENGTH);
      }
    } else if (field.required()) {
      throw new IllegalArgumentException(row.type() + " requires " + field.name());
    }
    return text;
  }

  private static void requireForm(Field field, String text) {
    if (!Lexical.matchesPattern(field.type(), text)) {
      throw new IllegalArgumentException(
          field.name()
              + ": expected "
              + Structure.expected(field.type())
              + ", was '"
              + abbreviate(text)
              + "'");
    }
    requireCharacters(field.name(), text, Limits.ATTRIBUTE_LENGTH);
  }

  /**
   * XML 1.0 has no way to write some characters, escaped or not; and no reader takes a longer text.
   */
  private static void requireCharacters(String name, String text, int limit) {
    if (text.length() > limit) {
      throw new IllegalArgumentException(
          name + " has " + text.length() + " characters; the limit is " + limit);
    }
    if (!isXml(text)) {
      throw new IllegalArgumentException(name + " has a character that XML 1.0 cannot hold");
    }
  }

  /** Whether every character is one of XML 1.0's (production Char). */
  public static boolean isXml(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if ((c < ' ' && c != '\t' && c != '\n' && c != '\r')
          || c >= '\uFFFE'
          || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static String abbreviate(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  /** A header on its own, with its namespace. */
  public static void appendHeader(StringBuilder out, Node header) {
    StringBuilder node = new StringBuilder();
    appendNode(node, header);
    out.append(node.insert(1 + header.name().length(), " xmlns=\"" + NAMESPACE + "\""));
  }

  private static void appendNode(StringBuilder out, Node node) {
    String text = node.text();
    if (text != null) {
      requireCharacters(node.name(), text, Limits.TEXT_LENGTH);
      out.append('<').append(node.name()).append('>');
      escape(out, text, false);
      out.append("</").append(node.name()).append(">\n");
    } else if (node.children().isEmpty()) {
      out.append('<').append(node.name()).append("/>\n");
    } else {
      out.append('<').append(node.name()).append(">\n");
      node.children().forEach(child -> appendNode(out, child));
      out.append("</").append(node.name()).append(">\n");
    }
  }

  static void appendAttribute(StringBuilder out, String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(out, value, true);
    out.append('"');
  }

  /**
   * Escapes what must be, and nothing else: {@code & < CR}, in attributes also the quote, TAB and
   * LF.
   */
  private static void escape(StringBuilder out, String text, boolean attribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '\r' -> out.append("&#13;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\t' -> out.append(attribute ? "&#9;" : "\t");
        case '\n' -> out.append(attribute ? "&#10;" : "\n");
        case '>' -> out.append(!attribute && text.startsWith("]]", i - 2) ? "&gt;" : ">");
        default -> out.append(c);
      }
    }
  }

  private static <T> T required(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalArgumentException("the message has no " + name);
    }
    return Objects.requireNonNull(part);
  }
}
