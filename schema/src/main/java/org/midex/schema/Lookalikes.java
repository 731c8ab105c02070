package org.midex.schema;

/** Greek and Cyrillic capitals that nobody can tell from Latin ones by eye. */
public final class Lookalikes {
  private static final String OTHERS = "АВЕЅІЈКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
  private static final String LATIN = "ABESIJKMHOPCTXABEZHIKMNOPTYX";

  private Lookalikes() {}

  /** Whether a character is one of them. */
  public static boolean isOne(int codePoint) {
    return OTHERS.indexOf(codePoint) >= 0;
  }

  /** The text as a reader sees it. */
  public static String latin(String text) {
    StringBuilder latin = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int found = OTHERS.indexOf(text.charAt(i));
      if (found >= 0) {
        latin.setCharAt(i, LATIN.charAt(found));
      }
    }
    return latin.toString();
  }
}
