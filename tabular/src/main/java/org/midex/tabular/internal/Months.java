package org.midex.tabular.internal;

import java.text.DateFormat;
import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of the months in one language, as Unicode's CLDR has them. Immutable. */
public final class Months {
  private static final int SHORTEST = 3;

  private final Locale locale;
  private final Map<String, Integer> full = new HashMap<>();
  private final Map<String, Integer> abbreviated = new HashMap<>();

  /**
   * @param language two-letter code of ISO 639-1
   * @throws IllegalArgumentException when no names are known in the language
   */
  public Months(String language) {
    locale = known(language);
    for (Month month : Month.values()) {
      int number = month.getValue();
      full.put(key(month.getDisplayName(TextStyle.FULL, locale)), number);
      full.put(key(month.getDisplayName(TextStyle.FULL_STANDALONE, locale)), number);
      abbreviated.put(key(month.getDisplayName(TextStyle.SHORT, locale)), number);
      abbreviated.put(key(month.getDisplayName(TextStyle.SHORT_STANDALONE, locale)), number);
    }
    addBeginnings();
  }

  /** Other languages would silently be given the names of the machine's own. */
  private static Locale known(String language) {
    for (Locale locale : DateFormat.getAvailableLocales()) {
      if (locale.getLanguage().equals(language) && !language.isEmpty()) {
        return Locale.forLanguageTag(language);
      }
    }
    throw new IllegalArgumentException("no names of months are known in '" + language + "'");
  }

  /** Beginnings of one name only are abbreviations too: Sept as well as Sep. */
  private void addBeginnings() {
    Map<String, Integer> beginnings = new HashMap<>();
    Set<String> shared = new HashSet<>();
    full.forEach(
        (name, month) -> {
          for (int end = SHORTEST; end <= name.length(); end++) {
            Integer other = beginnings.put(name.substring(0, end), month);
            if (other != null && !other.equals(month)) {
              shared.add(name.substring(0, end));
            }
          }
        });
    beginnings.keySet().removeAll(shared);
    beginnings.forEach(abbreviated::putIfAbsent);
    abbreviated.putAll(full);
  }

  private String key(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(locale).replace(".", "");
  }

  /** The month, from 1, that a word names in full; null when it names none. */
  @Nullable Integer named(String word) {
    return full.get(key(word));
  }

  /** The month, from 1, that a word stands for, abbreviated or not; null when for none. */
  public @Nullable Integer abbreviated(String word) {
    return abbreviated.get(key(word));
  }

  /**
   * The name of a month.
   *
   * @param month from 1
   */
  public String name(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, locale);
  }

  /**
   * The abbreviated name of a month.
   *
   * @param month from 1
   */
  public String abbreviation(int month) {
    return Month.of(month).getDisplayName(TextStyle.SHORT, locale);
  }
}
