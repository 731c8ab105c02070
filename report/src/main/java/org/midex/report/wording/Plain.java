package org.midex.report.wording;

import java.util.Locale;
import org.midex.schema.Lookalikes;

/**
 * Makes texts from the data harmless and short. Whatever a terminal or editor would obey instead of
 * show (control characters, direction marks, invisible and private characters) becomes a visible
 * escape such as {@code \u202E}.
 */
public final class Plain {
  private static final String CUT = "…";

  private Plain() {}

  /** The text with its unprintable characters escaped, whole. */
  public static String text(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(plain, c));
    return plain.toString();
  }

  /** Whether every character is a printable one of ASCII, as most are. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** The start of a text, at most {@code limit} characters of it before escaping. */
  public static String start(String text, int limit) {
    return text.length() <= limit
        ? text(text)
        : text(text.substring(0, boundary(text, limit))) + CUT;
  }

  /**
   * The start of a value. Where Latin letters or digits stand together with letters of another
   * alphabet that look like Latin ones, these are escaped too, since no eye tells them apart.
   */
  public static String value(String text, int limit) {
    String start = start(text, limit);
    boolean mixed =
        start.chars().anyMatch(c -> c < 128 && Character.isLetterOrDigit(c))
            && start.chars().anyMatch(Lookalikes::isOne);
    if (!mixed) {
      return start;
    }
    StringBuilder shown = new StringBuilder();
    start
        .codePoints()
        .forEach(
            c -> {
              if (Lookalikes.isOne(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** The raw text cut to a length, whole code points only; lone surrogates become U+FFFD. */
  public static String clip(String text, int limit) {
    String kept = text.length() <= limit ? text : text.substring(0, boundary(text, limit));
    return !isAscii(kept) && kept.codePoints().anyMatch(Plain::loneSurrogate)
        ? wellFormed(kept)
        : kept;
  }

  /** Whether a character must not reach a terminal as it is. */
  public static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /** Appends one character, escaped where needed. */
  public static void append(StringBuilder to, int codePoint) {
    switch (codePoint) {
      case '\t' -> to.append("\\t");
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      default -> {
        if (!unprintable(codePoint)) {
          to.appendCodePoint(codePoint);
        } else if (codePoint > 0xFFFF) {
          to.append(String.format(Locale.ROOT, "\\u{%X}", codePoint));
        } else {
          to.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
        }
      }
    }
  }

  private static int boundary(String text, int limit) {
    return limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }

  private static boolean loneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String wellFormed(String text) {
    StringBuilder well = new StringBuilder(text.length());
    text.codePoints().forEach(c -> well.appendCodePoint(loneSurrogate(c) ? 0xFFFD : c));
    return well.toString();
  }
}
