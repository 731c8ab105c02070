package org.midex.report.wording;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.midex.schema.Lookalikes;

/**
 * Makes texts from the data harmless and short. Whatever a terminal or editor would obey instead of
 * show (control characters, direction marks, invisible and private characters) becomes a visible
 * escape such as {@code \u202E}.
 */
public final class Plain {
  private static final String CUT = "…";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]+");

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

  /** The start of a value, {@linkplain #distinct told from others}. */
  public static String value(String text, int limit) {
    return distinct(start(text, limit));
  }

  /**
   * The text with what no eye tells apart escaped: unusual spaces, and letters of another alphabet
   * that look like Latin ones where Latin letters or digits stand beside them. Words that are
   * plainly of the other alphabet stay as they are.
   */
  public static String distinct(String text) {
    if (isAscii(text)) {
      return text;
    }
    boolean latin = text.codePoints().anyMatch(Plain::isLatinOrDigit);
    Matcher words = WORD.matcher(text);
    StringBuilder shown = new StringBuilder();
    int end = 0;
    while (words.find()) {
      escape(shown, text.substring(end, words.start()), Lookalikes::isBlank);
      String word = words.group();
      boolean mixed =
          word.codePoints().anyMatch(Plain::isLatin)
              || (latin && word.codePoints().noneMatch(Plain::isPlainlyOther));
      escape(shown, word, c -> Lookalikes.isBlank(c) || (mixed && Lookalikes.isOne(c)));
      end = words.end();
    }
    escape(shown, text.substring(end), Lookalikes::isBlank);
    return shown.toString();
  }

  private static void escape(StringBuilder to, String text, IntPredicate which) {
    text.codePoints()
        .forEach(
            c -> {
              if (which.test(c) || (Lookalikes.isInvisible(c) && !unprintable(c))) {
                to.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                to.appendCodePoint(c);
              }
            });
  }

  private static boolean isLatin(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
  }

  private static boolean isLatinOrDigit(int codePoint) {
    return isLatin(codePoint) || (codePoint >= '0' && codePoint <= '9');
  }

  private static boolean isPlainlyOther(int codePoint) {
    return Character.isLetter(codePoint) && !isLatin(codePoint) && !Lookalikes.isOne(codePoint);
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
