package org.midex.conformance.wording;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that is said of an implementation.
 *
 * @param key of the text
 * @param values what goes into it: sayings, and texts that are cut where nobody reads on
 */
public record Saying(String key, Map<String, Object> values) {
  private static final int LONGEST = 4_000;
  private static final String AS_IT_IS = "";

  public Saying {
    values = Map.copyOf(values);
  }

  /**
   * Says a text of the catalogue.
   *
   * @param key behind {@code conformance.wrong.}
   * @param namesAndValues in turn
   */
  public static Saying of(String key, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      values.put(
          namesAndValues[i].toString(),
          value instanceof Saying ? value : shortened(value.toString()));
    }
    return new Saying("conformance.wrong." + key, values);
  }

  /** Says what somebody wrote, in whatever language. */
  public static Saying quoted(String text) {
    return new Saying(AS_IT_IS, Map.of(AS_IT_IS, shortened(text)));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** In a language. */
  public String in(Wording wording) {
    if (key.equals(AS_IT_IS)) {
      return String.valueOf(values.get(AS_IT_IS));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            texts.put(name, value instanceof Saying said ? said.in(wording) : value.toString()));
    return wording.text(key, texts);
  }
}
