package org.midex.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a list's codes have in any language, and the labels that published files give
 * them, without regard to case and accents. A name of two codes is none.
 */
final class CodeNames {
  /** Among thousands every name is near to another. */
  private static final int MANY = 1_000;

  /** Codes that have one are countries. */
  private static final String COUNTRIES = "iso2";

  private static final Pattern SHORT_FIRST = Pattern.compile("([^(,]+)(?: \\(|, ).*");
  private static final Pattern SHORT_LAST = Pattern.compile(".* of (?:the )?([^(,]+)");
  private static final int SHORTEST = 4;
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{5,}");

  private final Map<String, Optional<Code>> names = new HashMap<>();

  /** Parts of countries' names that are commonly the whole: {@code Iran}, {@code Moldova}. */
  private final Map<String, Optional<Code>> parts = new HashMap<>();

  private final Map<List<String>, Optional<Code>> words = new LinkedHashMap<>();
  private final boolean many;

  CodeNames(Catalogue catalogue, CodeList list) {
    many = list.codes().size() > MANY;
    for (String language : catalogue.languages()) {
      Texts texts = catalogue.texts(language);
      list.codes().forEach(code -> add(texts.name(list, code), code));
    }
    for (String scheme : catalogue.labelSchemes(list)) {
      catalogue.labels(list, scheme).forEach(this::add);
    }
    list.codes().stream()
        .filter(code -> WORD.matcher(code.id()).matches())
        .forEach(code -> addWords(code.id(), code));
    parts.keySet().forEach(this::disputeRegion);
  }

  /** A region that is called as a country commonly is may not have been meant: Micronesia. */
  private void disputeRegion(String part) {
    if (names.getOrDefault(part, Optional.empty()).filter(code -> !isCountry(code)).isPresent()) {
      names.put(part, Optional.empty());
      words.put(Misspelt.words(part), Optional.empty());
    }
  }

  private static boolean isCountry(Code code) {
    return code.aliases().containsKey(COUNTRIES);
  }

  private void add(String name, Code code) {
    put(names, CodeSearch.fold(name), code);
    addWords(name, code);
    if (isCountry(code)) {
      addPart(SHORT_FIRST, name, code);
      addPart(SHORT_LAST, name, code);
    }
  }

  private void addWords(String name, Code code) {
    List<String> split = Misspelt.words(name);
    if (!split.isEmpty()) {
      put(words, split, code);
    }
  }

  private void addPart(Pattern pattern, String name, Code code) {
    Matcher part = pattern.matcher(CodeSearch.fold(name));
    if (part.matches() && part.group(1).length() >= SHORTEST) {
      put(parts, part.group(1), code);
    }
  }

  private static <K> void put(Map<K, Optional<Code>> to, K name, Code code) {
    to.merge(name, Optional.of(code), (one, other) -> one.equals(other) ? one : Optional.empty());
  }

  /** The code of a name, of the part that stands for it, or of one that is misspelt. */
  Optional<Code> find(String name) {
    String asSeen = Lookalikes.latin(name);
    return named(name.strip())
        .or(() -> named(asSeen))
        .or(() -> part(CodeSearch.fold(asSeen)))
        .or(() -> misspelt(Misspelt.words(asSeen)));
  }

  private Optional<Code> named(String name) {
    return names.getOrDefault(CodeSearch.fold(name), Optional.empty());
  }

  /** Only where no other name holds it: there are two Koreas. */
  private Optional<Code> part(String folded) {
    String asked = spaced(folded);
    return parts
        .getOrDefault(folded, Optional.empty())
        .filter(
            code ->
                names.entrySet().stream()
                    .filter(e -> spaced(e.getKey()).contains(asked))
                    .allMatch(e -> e.getValue().equals(Optional.of(code))));
  }

  private static String spaced(String name) {
    return " " + String.join(" ", Misspelt.split(name)) + " ";
  }

  /** The nearest, unless a part of another name is as near: of Guyana and French Guiana none. */
  private Optional<Code> misspelt(List<String> asked) {
    int nearest = Misspelt.FAR;
    for (List<String> name : words.keySet()) {
      nearest = Math.min(nearest, Misspelt.distance(asked, name));
    }
    if (nearest == Misspelt.FAR || (many && nearest > 0)) {
      return Optional.empty();
    }
    Set<Optional<Code>> found = new HashSet<>();
    for (Map.Entry<List<String>, Optional<Code>> entry : words.entrySet()) {
      if (Misspelt.distanceOfPart(asked, entry.getKey()) <= nearest) {
        found.add(entry.getValue());
      }
    }
    return found.size() == 1 ? found.iterator().next() : Optional.empty();
  }
}
