package org.midex.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.schema.internal.CsvTable;

/**
 * What the standard says to people, in one language. Keys: {@code CL_SEX.F} (a code's name), {@code
 * CL_SEX} (a list's), {@code theme.X.name}, {@code theme.X.definition}, {@code
 * concept.X.name|definition}, {@code type.X.Y.name|definition}, {@code
 * rule.X.message|detail|explanation|fix} and {@code ui.…} (reports and commands). What a language
 * lacks is said in English.
 */
public final class Texts {
  private final Catalogue catalogue;
  private final String language;
  private final @Nullable Texts newest;
  private final Map<String, String> own = new HashMap<>();
  private final Map<String, String> english = new HashMap<>();

  private Texts(Catalogue catalogue, String language, @Nullable Texts newest) {
    this.catalogue = catalogue;
    this.language = language;
    this.newest = newest;
  }

  /**
   * @param newest texts of the newest edition, when this is an older one: the program may have
   *     words that it lacks
   */
  static Texts load(
      Catalogue catalogue, CatalogueSource source, String language, @Nullable Texts newest) {
    Texts texts = new Texts(catalogue, language, newest);
    CsvTable.required(source, "texts.csv")
        .rows()
        .forEach(r -> texts.english.put(r.require("key"), r.require("text")));
    if (!language.equals("en")) {
      texts.readOwn(CsvTable.optional(source, "names_" + language + ".csv").rows());
    }
    return texts;
  }

  /** Adds texts by key; for the catalogue that makes them, before others see them. */
  Texts with(Map<String, String> more) {
    own.putAll(more);
    return this;
  }

  /** To a language that the standard has, an extension adds texts on its own things only. */
  private void readOwn(List<CsvTable.Row> rows) {
    boolean standard = !rows.isEmpty() && !rows.get(0).added();
    for (CsvTable.Row row : rows) {
      String key = row.require("key");
      own.put(standard ? row.requireOwn(key) : key, row.require("text"));
    }
  }

  /** Two-letter code of ISO 639-1. */
  public String language() {
    return language;
  }

  /**
   * The text in this language only; empty when the language lacks it. English has only what is not
   * said elsewhere in the catalogue.
   */
  public Optional<String> own(String key) {
    return Optional.ofNullable(own.get(key));
  }

  /**
   * A text of reports and commands.
   *
   * @throws IllegalArgumentException when there is no such key in English
   */
  public String ui(String key) {
    String text = own.get("ui." + key);
    if (text == null && newest != null && !english.containsKey("ui." + key)) {
      return newest.ui(key);
    }
    text = text == null ? english.get("ui." + key) : text;
    if (text == null) {
      throw new IllegalArgumentException("no text ui." + key);
    }
    return text;
  }

  /** All keys of texts of reports and commands, {@code ui.…}, sorted. */
  public List<String> uiKeys() {
    return english.keySet().stream().filter(k -> k.startsWith("ui.")).sorted().toList();
  }

  /** A text of reports and commands with its values filled in. */
  public String ui(String key, Map<String, String> values) {
    return fill(ui(key), values);
  }

  /** A code's name. */
  public String name(CodeList list, Code code) {
    return own.getOrDefault(list.id() + "." + code.id(), code.name());
  }

  /** A concept's or field's name; the id itself where there is none. */
  public String conceptName(String id) {
    return own(("concept." + id + ".name"))
        .or(() -> catalogue.concept(id).map(Concept::name))
        .orElse(id);
  }

  /** What a concept means; in English where this language does not say it. */
  public String conceptDefinition(String id) {
    return own("concept." + id + ".definition")
        .or(() -> catalogue.concept(id).map(Concept::definition))
        .orElse("");
  }

  /** The name of a component's or the header's field. */
  public String partName(RowType type, Field field) {
    return own("type." + type.id() + "." + field.name() + ".name")
        .orElseGet(() -> words(field.name()));
  }

  /** What a component's or the header's field means. */
  public String partDefinition(RowType type, Field field) {
    return own.getOrDefault(
        "type." + type.id() + "." + field.name() + ".definition", field.definition());
  }

  /** {@code LegalBasis} as {@code Legal basis}. */
  private static String words(String name) {
    String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  public String themeName(RowType theme) {
    return own.getOrDefault("theme." + theme.id() + ".name", theme.description().name());
  }

  public String themeDefinition(RowType theme) {
    return own.getOrDefault(
        "theme." + theme.id() + ".definition", theme.description().definition());
  }

  /** What is wrong, said of all findings of a group. */
  public String message(Rule rule, Map<String, String> values) {
    return fill(own.getOrDefault("rule." + rule.id() + ".message", rule.message()), values);
  }

  /** What is wrong in one place. */
  public String detail(Rule rule, Map<String, String> values) {
    return fill(own.getOrDefault("rule." + rule.id() + ".detail", rule.detail()), values);
  }

  public String explanation(Rule rule) {
    return own.getOrDefault("rule." + rule.id() + ".explanation", rule.explanation());
  }

  public String fix(Rule rule, Map<String, String> values) {
    return fill(own.getOrDefault("rule." + rule.id() + ".fix", rule.fix()), values);
  }

  /**
   * Puts values in the places that name them, {@code {field}}; a place without a value stays as it
   * is.
   */
  public static String fill(String text, Map<String, String> values) {
    int open = text.indexOf('{');
    if (open < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 64);
    int copied = 0;
    while (open >= 0) {
      int close = text.indexOf('}', open);
      String value = close < 0 ? null : values.get(text.substring(open + 1, close));
      if (value != null) {
        filled.append(text, copied, open).append(value);
        copied = close + 1;
      }
      open = text.indexOf('{', open + 1);
    }
    return filled.append(text, copied, text.length()).toString();
  }
}
