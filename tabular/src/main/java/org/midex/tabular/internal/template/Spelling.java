package org.midex.tabular.internal.template;

import java.text.Normalizer;

/** Texts without what word processors and web pages leave in them. */
final class Spelling {
  private static final String QUOTES = "‘’‚‛′`´“”„‟«»″";
  private static final String HYPHENS = "‐‑‒–—−";

  private Spelling() {}

  /** Without invisible characters, with single ordinary spaces, none of them at the ends. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.FORMAT -> {}
                case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL ->
                    clean.append(' ');
                default -> clean.appendCodePoint(c);
              }
            });
    return clean.toString().strip().replaceAll(" {2,}", " ");
  }

  /** Clean, with straight quotes and plain hyphens, and without quotes around the whole. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(clean(text), Normalizer.Form.NFC)
        .chars()
        .forEach(
            c ->
                plain.append(
                    QUOTES.indexOf(c) >= 0 || c == '"'
                        ? '\''
                        : HYPHENS.indexOf(c) >= 0 ? '-' : (char) c));
    String whole = plain.toString();
    boolean quoted = whole.length() > 2 && whole.startsWith("'") && whole.endsWith("'");
    return quoted ? whole.substring(1, whole.length() - 1).strip() : whole;
  }
}
