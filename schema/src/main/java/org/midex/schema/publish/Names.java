package org.midex.schema.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Texts;
import org.midex.schema.ValueType;

/** How pages name, link and translate things. */
final class Names {
  private final Catalogue catalogue;

  /** Every language but English. */
  private final List<Texts> translations;

  Names(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.translations =
        catalogue.languages().stream().filter(l -> !l.equals("en")).map(catalogue::texts).toList();
  }

  List<Texts> translations() {
    return translations;
  }

  /** English name of a language. */
  static String language(Texts texts) {
    return Locale.forLanguageTag(texts.language()).getDisplayLanguage(Locale.ENGLISH);
  }

  /** Column headings of names in the other languages. */
  List<String> headings() {
    return translations.stream().map(Names::language).toList();
  }

  /** A name in each of the other languages; empty where it is lacking. */
  List<String> of(String key) {
    return translations.stream().map(t -> Markdown.plain(t.own(key).orElse(""))).toList();
  }

  /**
   * How many of these keys each of the other languages has: {@code French 3 of 5, Spanish 5 of 5}.
   */
  String coverage(List<String> keys) {
    List<String> parts = new ArrayList<>();
    for (Texts t : translations) {
      parts.add(language(t) + " " + known(t, keys) + " of " + keys.size());
    }
    return String.join(", ", parts);
  }

  static long known(Texts texts, List<String> keys) {
    return keys.stream().filter(k -> texts.own(k).isPresent()).count();
  }

  /**
   * Themes that {@code test} accepts, linked from a page in {@code folder} (such as {@code ../}).
   */
  String themes(String folder, Function<RowType, Boolean> test) {
    return String.join(
        ", ",
        catalogue.themes().stream().filter(test::apply).map(t -> theme(folder, t.id())).toList());
  }

  /** Everything that has values from a list: themes, the header, the dataset's action. */
  String users(String folder, CodeList list) {
    List<String> users = new ArrayList<>();
    String themes = themes(folder, t -> uses(t.fields(), list) || uses(t.datasetFields(), list));
    if (!themes.isEmpty()) {
      users.add(themes);
    }
    if (partUses(catalogue.type("Header"), list)) {
      users.add(Markdown.link("the header", folder + "header.md"));
    }
    if (catalogue.findType("Receipt").filter(type -> partUses(type, list)).isPresent()) {
      users.add(Markdown.link("the receipt", folder + "receipt.md"));
    }
    if (list.id().equals(XsdPublisher.ACTIONS)) {
      users.add("the attribute `action` of every dataset");
    }
    return String.join(", ", users);
  }

  private static boolean partUses(RowType outermost, CodeList list) {
    Map<String, RowType> parts = new LinkedHashMap<>();
    Components.collect(outermost, parts);
    return parts.values().stream().anyMatch(t -> uses(t.fields(), list));
  }

  private static boolean uses(List<Field> fields, CodeList list) {
    return fields.stream().anyMatch(f -> list.equals(f.type().list()));
  }

  static String theme(String folder, String id) {
    return Markdown.link(Markdown.literal(id), folder + "themes/" + id + ".md");
  }

  static String list(String folder, String id) {
    return Markdown.link(Markdown.literal(id), folder + "codelists/" + id + ".md");
  }

  static String rule(String folder, String id) {
    return Markdown.link(id, folder + "rules.md#" + id.toLowerCase(Locale.ROOT));
  }

  static String concept(String folder, String id) {
    return Markdown.link(
        Markdown.literal(id), folder + "concepts.md#" + id.toLowerCase(Locale.ROOT));
  }

  /** What values of a field look like, with a link to the code list. */
  static String values(String folder, Field field) {
    ValueType type = field.type();
    RowType component = type.component();
    return switch (type.kind()) {
      case CODE -> type.list() == null ? "code" : "code of " + list(folder, type.list().id());
      case COUNT -> "whole number of at most 18 digits";
      case AMOUNT -> "number with " + type.scale() + " digits after the point, at most 18 in all";
      case PERIOD -> "period: " + Words.periods(type.frequencies());
      case DATE -> "day: 2024-03-31";
      case INSTANT -> "moment in UTC: 2024-03-31T12:00:00Z";
      case TEXT -> "text of at least one character";
      case IDENTIFIER -> "identifier without spaces, at most 64 characters";
      case URN -> "URN: `urn:uuid:…`";
      case DIGEST -> "SHA-256 in 64 lower-case hexadecimal digits";
      case VERSION -> "version: 1.0";
      case BOOLEAN -> "true or false";
      case COMPONENT ->
          component == null
              ? ""
              : Markdown.link(
                  Markdown.plain(component.description().name()),
                  "#" + component.id().toLowerCase(Locale.ROOT));
    };
  }
}
