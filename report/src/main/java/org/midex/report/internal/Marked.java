package org.midex.report.internal;

import org.midex.model.Result;

/**
 * The part of a sample's row around the offending text.
 *
 * @param before raw text before the offending one
 * @param marked the offending text; empty when there is none to show
 */
record Marked(String before, String marked, String after) {
  private static final int BEFORE = 160;
  private static final int MARKED = 120;
  private static final int AFTER = 160;
  private static final String CUT = "…";

  static Marked of(Result.Sample sample, String excerpt) {
    int caret = sample.caret();
    if (caret < 0 || caret > excerpt.length()) {
      return new Marked("", "", head(excerpt, BEFORE + AFTER));
    }
    int end = (int) Math.min(excerpt.length(), (long) caret + Math.max(0, sample.caretLength()));
    return new Marked(
        tail(excerpt.substring(0, caret), BEFORE),
        head(excerpt.substring(caret, end), MARKED),
        head(excerpt.substring(end), AFTER));
  }

  private static String head(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + CUT;
  }

  private static String tail(String text, int length) {
    return text.length() <= length ? text : CUT + text.substring(text.length() - length);
  }
}
