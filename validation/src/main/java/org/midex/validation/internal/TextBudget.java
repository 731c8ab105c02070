package org.midex.validation.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bounds the texts that a collector keeps, in all and each. Long texts are cut. */
public final class TextBudget {
  /** Characters kept of one text. */
  static final int LONGEST = 500;

  private long left;

  public TextBudget(long characters) {
    this.left = characters;
  }

  /** Takes characters from the budget; false when it does not have them. */
  boolean take(int characters) {
    if (characters > left) {
      return false;
    }
    left -= characters;
    return true;
  }

  static @Nullable String cut(@Nullable String text) {
    if (text == null || text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }

  static Map<String, String> cut(Map<String, String> texts) {
    Map<String, String> cut = new LinkedHashMap<>(texts);
    cut.replaceAll((name, text) -> String.valueOf(cut(text)));
    return cut;
  }
}
