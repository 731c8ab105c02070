package org.midex.conformance.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small language of the scripts: names and texts, escapes, repetitions. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_/#]*)=(\"[^\"]*\"|\\S*)|(\\S+)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-F]{4}|.)");
  private static final Pattern REPEATED = Pattern.compile("\\{\\{([0-9]+)\\*(.*?)}}");

  private Words() {}

  /** Of {@code NAME=text NAME="some text" 12}: a bare word is the figure, {@code -} is none. */
  static Map<String, String> of(String line) {
    Map<String, String> words = new LinkedHashMap<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      if (word.group(1) == null) {
        words.put("OBS_VALUE", word.group(3).equals("-") ? "" : unescape(word.group(3)));
        continue;
      }
      String text = word.group(2);
      boolean quoted = text.startsWith("\"");
      words.put(word.group(1), unescape(quoted ? text.substring(1, text.length() - 1) : text));
    }
    return words;
  }

  /** Every combination of texts that are separated by commas. */
  static List<Map<String, String>> combined(Map<String, String> words) {
    List<Map<String, String>> all = List.of(Map.of());
    for (Map.Entry<String, String> word : words.entrySet()) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> one : all) {
        for (String text : word.getValue().split(",")) {
          Map<String, String> row = new LinkedHashMap<>(one);
          row.put(word.getKey(), text);
          more.add(row);
        }
      }
      all = more;
    }
    return all;
  }

  /** {@code \n \t \r \q \s \e \\ \\uXXXX}, and {@code {{3*ab}}} for ababab. */
  static String unescape(String text) {
    Matcher escape = ESCAPE.matcher(text);
    String plain =
        escape.replaceAll(
            match -> {
              String what = match.group(1);
              return Matcher.quoteReplacement(
                  switch (what.charAt(0)) {
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    case 'r' -> "\r";
                    case 'q' -> "\"";
                    case 's' -> " ";
                    case 'e' -> "";
                    case 'u' -> String.valueOf((char) Integer.parseInt(what.substring(1), 16));
                    default -> what;
                  });
            });
    return repeated(plain);
  }

  /** A currency sign in what is repeated counts. */
  private static String repeated(String text) {
    Matcher matcher = REPEATED.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < Integer.parseInt(matcher.group(1)); i++) {
        all.append(matcher.group(2).replace("¤", Integer.toString(i)));
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(all.toString()));
    }
    return matcher.appendTail(out).toString();
  }
}
