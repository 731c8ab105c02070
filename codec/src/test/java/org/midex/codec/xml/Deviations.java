package org.midex.codec.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Documents as others write them, or as they arrive damaged. */
final class Deviations {
  private static final String[] PIECES = {
    " ",
    "\n",
    "\r",
    "\t",
    "\"",
    "'",
    "<",
    ">",
    "/",
    "&",
    "=",
    "&amp;",
    "&lt;",
    "&#10;",
    "&#x41;",
    "<!-- c -->",
    "<![CDATA[x]]>",
    "<?p i?>",
    "é",
    "東",
    "🌍",
    "\u0000",
    "\uFFFE",
    "\u0085",
    "<Obs ",
    "<Obs/>",
    "/>",
    "></Obs>",
    "</Obs>",
    " A=\"1\"",
    " xmlns=\"\"",
    " xmlns:m=\"urn:midex:1\"",
    "<m:Obs",
    "<Obs xmlns:m=\"u\" m:a=\"\"/>",
    "0",
    "-",
    "01",
    "9".repeat(19),
    "2024-02-30",
    "x".repeat(40),
    "]]>",
    "<Other>t</Other>"
  };

  private Deviations() {}

  /** A document with up to four changes. */
  static byte[] of(byte[] document, Random random) {
    String text = new String(document, ISO_8859_1); // a char for each byte
    if (random.nextInt(8) == 0) {
      text = text.replace("\n", random.nextBoolean() ? "\r\n" : random.nextBoolean() ? "\r" : " ");
    }
    if (random.nextInt(8) == 0) {
      text = bytes("\uFEFF") + text;
    }
    if (random.nextInt(8) == 0) {
      text = text.replace("/>\n", random.nextBoolean() ? " />\n" : "></Obs>\n");
    }
    for (int changes = random.nextInt(5); changes > 0; changes--) {
      text = change(text, random);
    }
    return text.getBytes(ISO_8859_1);
  }

  private static String change(String text, Random random) {
    int rows = Math.max(0, text.indexOf("<Obs"));
    int first = random.nextInt(4) == 0 ? 0 : rows;
    if (first == text.length()) {
      return text;
    }
    int at = first + random.nextInt(text.length() - first);
    int to = Math.min(text.length(), at + random.nextInt(12));
    String piece = bytes(PIECES[random.nextInt(PIECES.length)]);
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(to);
      case 1 -> text.substring(0, at);
      case 2 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
      case 3 -> text.substring(0, to) + text.substring(at);
      default -> text.substring(0, at) + piece + text.substring(at);
    };
  }

  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
