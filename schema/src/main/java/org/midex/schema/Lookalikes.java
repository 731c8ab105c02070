package org.midex.schema;

/**
 * Characters that nobody can tell from Latin letters, digits or spaces by eye, and those that are
 * not seen at all.
 */
public final class Lookalikes {
  /** Cyrillic and Greek capitals, then small letters. */
  private static final String OTHERS = "АВЕЅІӀЈКМНОРСТУҮХԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "асԁеһіјорԛѕԝхуүνοϲϳ";

  private static final String LATIN = "ABESIIJKMHOPCTYYXGQWABEZHIKMNOPTYX" + "acdehijopqswxyyvocj";

  /** Letters and symbols that are drawn as nothing: Hangul fillers and the empty Braille cell. */
  private static final String EMPTY = "\u115F\u1160\u2800\u3164\uFFA0";

  private static final int FULL_WIDTH = 0xFEE0;

  private Lookalikes() {}

  /** Whether a character is a letter of another alphabet that looks like a Latin one. */
  public static boolean isOne(int codePoint) {
    return OTHERS.indexOf(codePoint) >= 0;
  }

  /** Whether a character looks like a space and is another one. */
  public static boolean isBlank(int codePoint) {
    return (codePoint != ' ' && Character.getType(codePoint) == Character.SPACE_SEPARATOR)
        || EMPTY.indexOf(codePoint) >= 0;
  }

  /** Whether a character is not seen: joiners, marks of direction, selectors of variants. */
  public static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || codePoint == 0x034F
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
  }

  /** The text as a reader sees it: in Latin letters, with common spaces and none around it. */
  public static String latin(String text) {
    StringBuilder latin = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isInvisible(c))
        .map(Lookalikes::seen)
        .forEach(latin::appendCodePoint);
    return latin.toString().strip();
  }

  private static int seen(int codePoint) {
    if (isBlank(codePoint)) {
      return ' ';
    }
    int found = OTHERS.indexOf(codePoint);
    if (found >= 0) {
      return LATIN.charAt(found);
    }
    return codePoint >= 0xFF01 && codePoint <= 0xFF5E ? codePoint - FULL_WIDTH : codePoint;
  }
}
