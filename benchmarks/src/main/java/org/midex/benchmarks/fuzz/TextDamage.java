package org.midex.benchmarks.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/**
 * XML as others write it, or as it arrives damaged. Some changes are made to many rows, so that the
 * lanes take turns; others in one place, mostly among the rows.
 */
final class TextDamage {
  private static final List<String> PIECES =
      List.of(
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
          ";",
          "&amp;",
          "&lt;",
          "&#10;",
          "&#x41;",
          "&#0;",
          "&nosuch;",
          "<!-- c -->",
          "<!-- -- -->",
          "<![CDATA[x]]>",
          "<?p i?>",
          "<!DOCTYPE a>",
          "é",
          "東",
          "🌍",
          "\u0000",
          "\uFFFE",
          "\u0085",
          "\uFEFF",
          "<Obs ",
          "<Obs/>",
          "/>",
          "></Obs>",
          "</Obs>",
          " A=\"1\"",
          " xmlns=\"\"",
          " xmlns=\"urn:midex:2\"",
          " xmlns:m=\"urn:midex:1\"",
          "<m:Obs",
          "<Obs xmlns:m=\"u\" m:a=\"\"/>",
          "0",
          "-",
          "+",
          "01",
          "1e3",
          "9".repeat(19),
          "2024-02-30",
          "2024-W54",
          "x".repeat(40),
          "x".repeat(9_000),
          "]]>",
          "<Other>t</Other>",
          "</Message>",
          "<Header/>");

  /** What stands in many rows, and what else it may be. */
  private static final List<List<String>> VARIANTS =
      List.of(
          List.of("\n", "\r\n"),
          List.of("\n", "\r"),
          List.of("\n", ""),
          List.of("/>\n", " />\n"),
          List.of("/>\n", "></Obs>\n"),
          List.of("/>\n", "/>\n<!-- c -->\n"),
          List.of("\" ", "\"\n  "),
          List.of("\" ", "\"\t"),
          List.of("=\"", " = \""),
          List.of("<Obs ", "<Obs  "),
          List.of("<Obs ", "<Obs X=\"\" "),
          List.of("TIME_PERIOD=\"20", "TIME_PERIOD=\"&#50;0"),
          List.of(" OBS_VALUE=\"", " OBS_VALUE=\"0"));

  /** Bytes that are no character on their own. */
  private static final int FIRST_STRAY = 0x80;

  private static final int STRAYS = 0x80;

  private final Random random;

  TextDamage(Random random) {
    this.random = random;
  }

  byte[] of(byte[] document) {
    String text = new String(document, ISO_8859_1); // a char for each byte
    if (random.nextInt(16) == 0) {
      text = bytes("\uFEFF") + text;
    }
    for (int variants = random.nextInt(3); variants > 0; variants--) {
      text = vary(text);
    }
    for (int changes = random.nextInt(6); changes > 0 && !text.isEmpty(); changes--) {
      text = change(text);
    }
    return text.getBytes(ISO_8859_1);
  }

  /** Writes all places alike, or one in some. */
  private String vary(String text) {
    List<String> variant = VARIANTS.get(random.nextInt(VARIANTS.size()));
    int every = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(60);
    StringBuilder varied = new StringBuilder();
    int done = Math.max(0, text.indexOf("<Obs"));
    varied.append(text, 0, done);
    for (int at = text.indexOf(variant.get(0), done);
        at >= 0;
        at = text.indexOf(variant.get(0), done)) {
      varied.append(text, done, at).append(variant.get(random.nextInt(every) == 0 ? 1 : 0));
      done = at + variant.get(0).length();
    }
    return varied.append(text, done, text.length()).toString();
  }

  private String change(String text) {
    int rows = Math.max(0, text.indexOf("<Obs"));
    int first = random.nextInt(4) == 0 || rows == text.length() ? 0 : rows;
    int at = place(text, first + random.nextInt(text.length() - first));
    int to = Math.min(text.length(), at + random.nextInt(random.nextInt(20) == 0 ? 2_000 : 12));
    String before = text.substring(0, at);
    return switch (random.nextInt(9)) {
      case 0 -> before + text.substring(to);
      case 1 -> random.nextInt(3) == 0 ? before : before + piece() + text.substring(to);
      case 2 -> before + (char) random.nextInt(256) + text.substring(at + 1);
      case 3 -> text.substring(0, to) + text.substring(at);
      case 4 -> before + (char) (FIRST_STRAY + random.nextInt(STRAYS)) + text.substring(at);
      default -> before + piece() + text.substring(at);
    };
  }

  /** That place, or behind the tag that ends next, where the lanes take over from one another. */
  private int place(String text, int at) {
    int behind = random.nextInt(3) == 0 ? text.indexOf('>', at) + 1 : 0;
    return behind > 0 && behind < text.length() ? behind : at;
  }

  private String piece() {
    return bytes(PIECES.get(random.nextInt(PIECES.size())));
  }

  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
