package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Nearest;

/**
 * How a column writes the codes of a list: its own tokens first, then the schemes, labels and names
 * in order. What two codes of one step share means neither.
 */
public final class Coding implements Translation {
  private final CodeList list;
  private final Map<String, String> tokens;
  private final List<Step> steps;
  private final Map<String, Meaning> meanings = new LinkedHashMap<>();
  private volatile @Nullable Map<String, List<String>> spellings;

  /** Where translations come from. */
  public enum Kind {
    /** Another scheme's codes; {@code midex} stands for the list's own. */
    SCHEME,
    /** Labels of published files, and the list's own English names. */
    LABELS,
    /** The list's names in one language. */
    NAMES
  }

  /**
   * One source of translations.
   *
   * @param name scheme or language
   */
  public record Step(Kind kind, String name) {}

  /**
   * What a text stands for.
   *
   * @param rank 0 when the column's own tokens say so, more for what counts less
   */
  private record Meaning(String code, int rank) {}

  public Coding(Catalogue catalogue, CodeList list, Map<String, String> tokens, List<Step> steps) {
    this.list = list;
    this.tokens = new LinkedHashMap<>(tokens);
    this.steps = List.copyOf(steps);
    int rank = 0;
    add(tokens, rank);
    for (Step step : steps) {
      if (step.kind() == Kind.LABELS) {
        add(labels(catalogue, list, step.name()), ++rank);
      }
      add(all(catalogue, list, step), ++rank);
    }
  }

  private void add(Map<String, String> codes, int rank) {
    codes.forEach((text, code) -> meanings.putIfAbsent(text, new Meaning(code, rank)));
  }

  private static Map<String, String> labels(Catalogue catalogue, CodeList list, String scheme) {
    Map<String, String> labels = new LinkedHashMap<>();
    catalogue.labels(list, scheme).forEach((label, code) -> labels.put(label, code.id()));
    return labels;
  }

  private static Map<String, String> all(Catalogue catalogue, CodeList list, Step step) {
    Map<String, String> found = new LinkedHashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Code code : list.codes()) {
      for (String text : texts(catalogue, list, code, step)) {
        String other = found.put(text, code.id());
        if (other != null && !other.equals(code.id())) {
          ambiguous.add(text);
        }
      }
    }
    found.keySet().removeAll(ambiguous);
    return found;
  }

  private static List<String> texts(Catalogue catalogue, CodeList list, Code code, Step step) {
    return switch (step.kind()) {
      case SCHEME ->
          step.name().equals("midex")
              ? List.of(code.id())
              : code.aliases().getOrDefault(step.name(), List.of());
      case LABELS -> List.of(code.name());
      case NAMES -> List.of(catalogue.texts(step.name()).name(list, code));
    };
  }

  public CodeList list() {
    return list;
  }

  /** The column's own spellings and their codes. */
  public Map<String, String> tokens() {
    return tokens;
  }

  public List<Step> steps() {
    return steps;
  }

  @Override
  public @Nullable String translate(String cell) {
    Meaning meaning = meanings.get(cell);
    return meaning == null ? null : meaning.code();
  }

  @Override
  public List<String> spellings(String code) {
    Map<String, List<String>> known = spellings;
    if (known == null) {
      known = new HashMap<>();
      for (Map.Entry<String, Meaning> entry : meanings.entrySet()) {
        known.computeIfAbsent(entry.getValue().code(), c -> new ArrayList<>()).add(entry.getKey());
      }
      spellings = known;
    }
    return known.getOrDefault(code, List.of());
  }

  /** Whether what counts most has several spellings for the code. */
  @Override
  public boolean isAmbiguous(String code) {
    List<Integer> ranks =
        spellings(code).stream()
            .map(meanings::get)
            .filter(Objects::nonNull)
            .map(Meaning::rank)
            .toList();
    return ranks.size() > 1 && ranks.get(0).equals(ranks.get(1));
  }

  @Override
  public String rule() {
    return "MDX-I01";
  }

  @Override
  public Map<String, String> details() {
    String scheme = String.join(", ", steps.stream().map(Step::name).distinct().toList());
    return Map.of("scheme", scheme, "list", list.id());
  }

  @Override
  public Optional<String> suggest(String cell) {
    return cell.length() > 100
        ? Optional.empty()
        : Nearest.spelling(cell, meanings.keySet(), text -> String.valueOf(translate(text)));
  }
}
