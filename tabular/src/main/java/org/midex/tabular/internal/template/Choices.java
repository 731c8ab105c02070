package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Nearest;
import org.midex.schema.Texts;
import org.midex.tabular.internal.Translation;

/**
 * What a coded cell may hold: a code, a drop-down entry, or a name in the template's language or in
 * English. A name that two codes share means neither.
 */
public final class Choices implements Translation {
  private static final int LONGEST = 200;

  private final String list;
  private final List<Choice> all;
  private final Map<String, String> exact;
  private final Map<String, String> loose = new HashMap<>();

  private Choices(String list, List<Choice> all, Map<String, String> exact) {
    this.list = list;
    this.all = List.copyOf(all);
    this.exact = exact;
    Set<String> shared = new HashSet<>();
    exact.forEach(
        (text, code) -> {
          String other = loose.put(Spelling.plain(text), code);
          if (other != null && !other.equals(code)) {
            shared.add(Spelling.plain(text));
          }
        });
    loose.keySet().removeAll(shared);
  }

  /** The codes of a list. */
  static Choices of(Catalogue catalogue, CodeList list, String language) {
    Map<String, String> exact = new LinkedHashMap<>();
    List<Choice> all = choices(list, catalogue.texts(language));
    List<Choice> english = choices(list, catalogue.texts("en"));
    list.codes().forEach(code -> exact.put(code.id(), code.id()));
    for (List<Choice> choices : List.of(all, english)) {
      choices.forEach(choice -> exact.putIfAbsent(choice.label(), choice.code()));
    }
    for (List<Choice> choices : List.of(all, english)) {
      names(choices).forEach(exact::putIfAbsent);
    }
    addTypography(list, catalogue.texts(language), exact);
    return new Choices(list.id(), all, exact);
  }

  /** Names as the catalogue writes them, with no-break spaces before French colons. */
  private static void addTypography(CodeList list, Texts texts, Map<String, String> exact) {
    for (Code code : list.codes()) {
      String name = texts.name(list, code);
      if (code.id().equals(exact.get(Spelling.clean(name)))) {
        exact.putIfAbsent(name, code.id());
      }
      exact.putIfAbsent(code.id() + " " + name, code.id());
    }
  }

  /** True and false. */
  static Choices ofTruth(Texts texts) {
    List<Choice> all =
        List.of(
            new Choice("true", texts.ui("template.yes")),
            new Choice("false", texts.ui("template.no")));
    Map<String, String> exact = new HashMap<>();
    for (Choice choice : all) {
      exact.put(choice.code(), choice.code());
      exact.put(choice.code().toUpperCase(java.util.Locale.ROOT), choice.code());
      exact.put(choice.name(), choice.code());
      exact.put(choice.label(), choice.code());
    }
    return new Choices("true, false", all, exact);
  }

  private static List<Choice> choices(CodeList list, Texts texts) {
    List<Choice> choices = new ArrayList<>();
    list.codes().stream()
        .sorted(Comparator.comparingInt(Choices::rank))
        .forEach(
            code -> choices.add(new Choice(code.id(), Spelling.clean(texts.name(list, code)))));
    return choices;
  }

  /** Totals and unknowns first, sums of other codes and codes of the past last. */
  private static int rank(Code code) {
    return code.id().startsWith("_") ? 0 : code.validTo() != null ? 3 : code.aggregate() ? 2 : 1;
  }

  private static Map<String, String> names(List<Choice> choices) {
    Map<String, String> names = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (Choice choice : choices) {
      if (names.put(choice.name(), choice.code()) != null) {
        shared.add(choice.name());
      }
    }
    names.keySet().removeAll(shared);
    return names;
  }

  /** Id of the list. */
  String list() {
    return list;
  }

  /** The drop-down's entries, in their order. */
  List<Choice> all() {
    return all;
  }

  /** The entry of a code; the code itself when it has none. */
  String label(String code) {
    return all.stream()
        .filter(choice -> choice.code().equals(code))
        .findFirst()
        .map(Choice::label)
        .orElse(code);
  }

  @Override
  public @Nullable String translate(String cell) {
    return exact.get(cell);
  }

  /** The code of a text whose spaces, quotes or hyphens are not those of the list. */
  @Nullable String translateLoosely(String cell) {
    return cell.length() > LONGEST ? null : loose.get(Spelling.plain(cell));
  }

  @Override
  public List<String> spellings(String code) {
    return List.of(label(code), code);
  }

  @Override
  public String rule() {
    return "MDX-I10";
  }

  @Override
  public Map<String, String> details() {
    return Map.of("list", list);
  }

  /** The entry nearest to what was written; a code and a name that contradict have none. */
  @Override
  public Optional<String> suggest(String cell) {
    if (cell.length() > LONGEST) {
      return Optional.empty();
    }
    return Nearest.spelling(cell, exact.keySet(), text -> exact.getOrDefault(text, text))
        .map(near -> label(exact.getOrDefault(near, near)));
  }
}
