package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard's own texts are in all its languages; only names from outside may have gaps. */
@Tag("translations")
class TranslationsTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es"})
  void everyTextOfOurOwnIsTranslated(String language) {
    Texts texts = CATALOGUE.texts(language);
    assertThat(ownTexts())
        .filteredOn(key -> texts.own(key).isEmpty())
        .as("texts that names_%s.csv lacks", language)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es"})
  void aTranslationNamesTheSameValues(String language) {
    Texts texts = CATALOGUE.texts(language);
    for (Rule rule : CATALOGUE.rules()) {
      String key = "rule." + rule.id();
      assertThat(places(texts.own(key + ".message").orElse(rule.message())))
          .as(key)
          .isEqualTo(places(rule.message()));
      assertThat(places(texts.own(key + ".detail").orElse(rule.detail())))
          .as(key)
          .isEqualTo(places(rule.detail()));
      assertThat(places(texts.own(key + ".fix").orElse(rule.fix())))
          .as(key)
          .isEqualTo(places(rule.fix()));
    }
  }

  private static List<String> ownTexts() {
    List<String> keys = new ArrayList<>(CATALOGUE.texts("en").uiKeys());
    for (Rule rule : CATALOGUE.rules()) {
      for (String part : List.of("message", "detail", "explanation", "fix")) {
        keys.add("rule." + rule.id() + "." + part);
      }
    }
    for (String theme : CATALOGUE.themeIds()) {
      keys.add("theme." + theme + ".name");
      keys.add("theme." + theme + ".definition");
    }
    CATALOGUE.concepts().forEach(c -> keys.add("concept." + c.id() + ".name"));
    addParts(CATALOGUE.type("Header"), keys);
    addParts(CATALOGUE.type("Receipt"), keys);
    return keys;
  }

  /** The header's parts, as templates show them. */
  private static void addParts(RowType type, List<String> keys) {
    for (Field field : type.fields()) {
      keys.add("type." + type.id() + "." + field.name() + ".name");
      keys.add("type." + type.id() + "." + field.name() + ".definition");
      RowType component = field.type().component();
      if (component != null) {
        addParts(component, keys);
      }
    }
  }

  /** The values that a text names in braces, sorted: word order differs between languages. */
  private static List<String> places(String text) {
    return java.util.regex.Pattern.compile("\\{[a-zA-Z]+}")
        .matcher(text)
        .results()
        .map(m -> m.group())
        .sorted()
        .toList();
  }
}
