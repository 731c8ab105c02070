package org.midex.schema;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds codes by whatever people have at hand: the code, another scheme's code, or a name or part
 * of it in any language, without regard to case and accents.
 */
public final class CodeSearch {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Catalogue catalogue;
  private final List<Texts> languages;

  private final Map<String, List<Folded>> ofList = new ConcurrentHashMap<>();

  /** A code and its names as they are compared. */
  private record Folded(Code code, String id, List<String> names) {}

  public CodeSearch(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.languages = catalogue.languages().stream().map(catalogue::texts).toList();
  }

  /** How well a code answers, best first. */
  public enum Match {
    /** It is the code. */
    CODE,
    /** Another scheme writes it so. */
    ALIAS,
    /** It is the whole name. */
    NAME,
    /** The name, or a word of it, begins so. */
    NAME_START,
    /** The name holds it somewhere. */
    NAME_PART
  }

  /**
   * A code found.
   *
   * @param match its best match
   * @param schemes other schemes whose code for it is exactly what was asked for
   */
  public record Hit(CodeList list, Code code, Match match, List<String> schemes) {
    public Hit {
      schemes = List.copyOf(schemes);
    }

    /** Whether what was asked for is the code, an alias or the whole name. */
    public boolean exact() {
      return match.compareTo(Match.NAME) <= 0;
    }
  }

  /**
   * Codes that answer, best first and then in the lists' order.
   *
   * @param list where to look; null for all lists
   */
  public List<Hit> find(String asked, @Nullable CodeList list) {
    String folded = fold(asked.strip());
    List<Hit> hits = new ArrayList<>();
    for (CodeList one : list == null ? catalogue.codeLists() : List.of(list)) {
      for (Code code : one.codes()) {
        hit(one, code, folded).ifPresent(hits::add);
      }
    }
    hits.sort(Comparator.comparing(Hit::match));
    return hits;
  }

  /**
   * Codes that begin so, then those whose name does in some language, then those of whose name a
   * word does; in the list's order.
   */
  public List<Code> beginning(String asked, CodeList list, int limit) {
    String folded = fold(asked.strip());
    List<Folded> all = ofList.computeIfAbsent(list.id(), id -> fold(list));
    return Stream.<Predicate<Folded>>of(
            f -> f.id().startsWith(folded),
            f -> f.names().stream().anyMatch(n -> n.startsWith(folded)),
            f -> f.names().stream().anyMatch(n -> n.contains(" " + folded)))
        .flatMap(fits -> all.stream().filter(fits))
        .map(Folded::code)
        .distinct()
        .limit(limit)
        .toList();
  }

  private List<Folded> fold(CodeList list) {
    return list.codes().stream()
        .map(
            code ->
                new Folded(
                    code,
                    fold(code.id()),
                    languages.stream().map(t -> fold(t.name(list, code))).distinct().toList()))
        .toList();
  }

  private Optional<Hit> hit(CodeList list, Code code, String asked) {
    List<String> schemes =
        code.aliases().entrySet().stream()
            .filter(e -> e.getValue().stream().anyMatch(a -> fold(a).equals(asked)))
            .map(e -> e.getKey())
            .sorted()
            .toList();
    Match match;
    if (fold(code.id()).equals(asked)) {
      match = Match.CODE;
    } else if (!schemes.isEmpty()) {
      match = Match.ALIAS;
    } else {
      match = byName(list, code, asked);
    }
    return match == null ? Optional.empty() : Optional.of(new Hit(list, code, match, schemes));
  }

  private @Nullable Match byName(CodeList list, Code code, String asked) {
    Match best = null;
    for (Texts texts : languages) {
      Match match = match(fold(texts.name(list, code)), asked);
      if (match != null && (best == null || match.compareTo(best) < 0)) {
        best = match;
      }
    }
    return best;
  }

  private static @Nullable Match match(String name, String asked) {
    int at = name.indexOf(asked);
    if (at < 0 || asked.isEmpty()) {
      return null;
    }
    if (name.length() == asked.length()) {
      return Match.NAME;
    }
    return at == 0 || name.contains(" " + asked) ? Match.NAME_START : Match.NAME_PART;
  }

  static String fold(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
  }
}
