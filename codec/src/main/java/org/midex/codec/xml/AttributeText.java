package org.midex.codec.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.midex.codec.head.Canonical;

/** Values with escapes or letters beyond ASCII. */
final class AttributeText {
  private AttributeText() {}

  /**
   * The text of a value.
   *
   * @return null for what only the exact lane reads: white space that XML changes, escapes other
   *     than the canonical ones, bytes that are not UTF-8 or no character of XML
   */
  static @Nullable String decode(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((bytes[i] >= 0 && bytes[i] < ' ') || bytes[i] == '<') {
        return null;
      }
    }
    String raw;
    try {
      raw =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
    return Canonical.isXml(raw) ? unescape(raw) : null;
  }

  private static @Nullable String unescape(String raw) {
    int escape = raw.indexOf('&');
    if (escape < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int done = 0;
    for (; escape >= 0; escape = raw.indexOf('&', done)) {
      int end = raw.indexOf(';', escape);
      String character = end < 0 ? null : character(raw.substring(escape + 1, end));
      if (character == null) {
        return null;
      }
      text.append(raw, done, escape).append(character);
      done = end + 1;
    }
    return text.append(raw, done, raw.length()).toString();
  }

  private static @Nullable String character(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "#9" -> "\t";
      case "#10" -> "\n";
      case "#13" -> "\r";
      default -> null;
    };
  }
}
