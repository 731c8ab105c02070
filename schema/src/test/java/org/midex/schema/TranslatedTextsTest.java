package org.midex.schema;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.schema.internal.CsvTable;

/** What a translation says is said in its language, about the values that the English names. */
@Tag("translations")
class TranslatedTextsTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");

  /** Texts that are written alike in English and in the other language. */
  private static final Map<String, Set<String>> ALIKE =
      Map.of(
          "fr",
          Set.of(
              "observations",
              "information",
              "1 observation",
              "{n} observations",
              "observation {n}",
              "source {cell}",
              "Message",
              "Source",
              "Action",
              "Code",
              "Codes"),
          "es",
          Set.of("error", "byte {n}", "no", "provisional", "Provisional"));

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es"})
  void everyKeyIsSaidOnce(String language) {
    assertThat(table("names_" + language + ".csv").rows())
        .extracting(r -> r.require("key"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es"})
  void theSameValuesAreNamedAsInEnglish(String language) {
    Map<String, String> translated = translated(language);
    english()
        .forEach(
            (key, text) -> {
              if (translated.containsKey(key)) {
                assertThat(places(translated.get(key))).as(key).isEqualTo(places(text));
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es"})
  void noTextIsLeftInEnglish(String language) {
    Map<String, String> translated = translated(language);
    Set<String> alike = ALIKE.getOrDefault(language, Set.of());
    assertThat(english().entrySet())
        .filteredOn(e -> hasWords(e.getValue()) && !alike.contains(e.getValue()))
        .filteredOn(e -> e.getValue().equals(translated.get(e.getKey())))
        .isEmpty();
  }

  /** Every own text that can be translated, by key. Names of codes are not among them. */
  private static Map<String, String> english() {
    Map<String, String> texts = new LinkedHashMap<>();
    Texts english = CATALOGUE.texts("en");
    english.uiKeys().forEach(k -> texts.put(k, english.ui(k.substring("ui.".length()))));
    for (Rule rule : CATALOGUE.rules()) {
      String key = "rule." + rule.id() + ".";
      texts.put(key + "message", rule.message());
      texts.put(key + "detail", rule.detail());
      texts.put(key + "explanation", rule.explanation());
      texts.put(key + "fix", rule.fix());
    }
    for (RowType theme : CATALOGUE.themes()) {
      texts.put("theme." + theme.id() + ".name", english.themeName(theme));
      texts.put("theme." + theme.id() + ".definition", english.themeDefinition(theme));
    }
    CATALOGUE.concepts().forEach(c -> texts.put("concept." + c.id() + ".name", c.name()));
    CATALOGUE.codeLists().forEach(l -> texts.put(l.id(), l.name()));
    return texts;
  }

  private static Map<String, String> translated(String language) {
    Map<String, String> texts = new LinkedHashMap<>();
    table("names_" + language + ".csv")
        .rows()
        .forEach(r -> texts.put(r.require("key"), r.require("text")));
    return texts;
  }

  private static CsvTable table(String file) {
    return CsvTable.required(CatalogueSource.ofClasspath(), file);
  }

  /** The values that a text names in braces, each once. */
  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(toCollection(TreeSet::new));
  }

  private static boolean hasWords(String text) {
    return PLACE.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
  }
}
