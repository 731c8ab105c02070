package org.midex.schema;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of codes. A closed list changes only with the standard's minor version (an XSD
 * enumeration); an open one changes with each edition (an XSD pattern, and a rule for membership).
 */
public final class CodeList {
  /** SDMX's total: the sum over the dimension. */
  public static final String TOTAL = "_T";

  /** SDMX's unknown: the sender does not know. */
  public static final String UNKNOWN = "_U";

  /** Code for what a dimension has nothing to say of. */
  public static final String NOT_APPLICABLE = "_Z";

  /** Codes that a short list has at most. */
  private static final int SHORT = 15;

  /** One digit alone is more often the place in somebody's own list. */
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{1,5}");

  /** Looks like Y and sounds like U. */
  private static final char CYRILLIC_U = '\u0423';

  private final String id;
  private final String name;
  private final String definition;
  private final String source;
  private final boolean provisional;
  private final @Nullable String pattern;
  private final List<Code> codes;
  private final Map<String, Integer> index = new HashMap<>();
  private @Nullable CodeTable table;
  private final Map<String, Map<String, Code>> byAlias = new LinkedHashMap<>();

  /**
   * @param pattern XSD regular expression that codes of an open list match; null for a closed list
   * @throws IllegalArgumentException when a code or an alias stands twice, or a parent or successor
   *     does not exist
   */
  public CodeList(
      String id,
      String name,
      String definition,
      String source,
      boolean provisional,
      @Nullable String pattern,
      List<Code> codes) {
    this.id = id;
    this.name = name;
    this.definition = definition;
    this.source = source;
    this.provisional = provisional;
    this.pattern = pattern;
    this.codes = List.copyOf(codes);
    for (Code code : codes) {
      if (index.put(code.id(), code.index()) != null) {
        throw new FaultyCodeException(code, "code " + code.id() + " is given twice");
      }
      code.aliases()
          .forEach((scheme, aliases) -> aliases.forEach(alias -> addAlias(scheme, alias, code)));
    }
    for (Code code : codes) {
      requireKnown(code, code.parent());
      code.successors().forEach(successor -> requireKnown(code, successor));
    }
    codes.forEach(this::requireNoCycle);
  }

  private void addAlias(String scheme, String alias, Code code) {
    Code other = byAlias.computeIfAbsent(scheme, s -> new HashMap<>()).put(alias, code);
    if (other != null) {
      throw new FaultyCodeException(
          code, scheme + " alias " + alias + " names both " + other.id() + " and " + code.id());
    }
  }

  private void requireKnown(Code code, @Nullable String other) {
    if (other != null && !index.containsKey(other)) {
      throw new FaultyCodeException(
          code, code.id() + " refers to " + other + ", which is not in the list");
    }
  }

  private void requireNoCycle(Code code) {
    int steps = 0;
    for (String parent = code.parent();
        parent != null;
        parent = codes.get(indexOf(parent)).parent()) {
      if (++steps > codes.size()) {
        throw new FaultyCodeException(code, "parents of " + code.id() + " go round in a circle");
      }
    }
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String definition() {
    return definition;
  }

  public String source() {
    return source;
  }

  /** Whether the list as a whole has no official source yet. */
  public boolean provisional() {
    return provisional;
  }

  public boolean open() {
    return pattern != null;
  }

  /** XSD regular expression of an open list's codes; null for a closed list. */
  public @Nullable String pattern() {
    return pattern;
  }

  /** All codes; {@link Code#index()} is the place in this list. */
  public List<Code> codes() {
    return codes;
  }

  public Code code(int index) {
    return codes.get(index);
  }

  /** Place of a code, or −1 when it is not in the list. */
  public int indexOf(String code) {
    Integer found = index.get(code);
    return found == null ? -1 : found;
  }

  /**
   * Place of a code that is given in ASCII, or −1 when it is not in the list.
   *
   * @param from offset of its first byte
   * @param to offset behind its last byte
   */
  public int indexOf(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > CodeTable.LONGEST || length <= 0) {
      return indexOf(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
    }
    CodeTable made = table;
    if (made == null) {
      made = new CodeTable(codes); // if two threads make it, either will do
      table = made;
    }
    return made.find(bytes, from, length);
  }

  public Optional<Code> find(String code) {
    int found = indexOf(code);
    return found < 0 ? Optional.empty() : Optional.of(codes.get(found));
  }

  /**
   * The code itself.
   *
   * @throws NoSuchCodeException when the list has no such code
   */
  public Code get(String code) {
    return find(code).orElseThrow(() -> new NoSuchCodeException(this, code));
  }

  /**
   * Names of the other schemes whose codes this list knows: {@code iso2}, {@code eurostat}, {@code
   * unhcr}…
   */
  public Set<String> schemes() {
    return byAlias.keySet();
  }

  public Optional<Code> findByAlias(String scheme, String alias) {
    return Optional.ofNullable(byAlias.getOrDefault(scheme, Map.of()).get(alias));
  }

  /**
   * The code that another scheme writes as {@code alias}: {@code byAlias("unhcr", "AUS")} is AUT.
   *
   * @throws NoSuchCodeException when that scheme has no such code
   */
  public Code byAlias(String scheme, String alias) {
    return findByAlias(scheme, alias)
        .orElseThrow(() -> new NoSuchCodeException(this, scheme + ":" + alias));
  }

  /**
   * Every code that some scheme writes like this, by scheme. Two entries may name different codes.
   */
  public Map<String, Code> inAnyScheme(String alias) {
    Map<String, Code> found = new LinkedHashMap<>();
    byAlias.forEach(
        (scheme, aliases) -> {
          Code code = aliases.get(alias);
          if (code != null) {
            found.put(scheme, code);
          }
        });
    return found;
  }

  /** The list's id and, if it is short, its codes: {@code CL_SEX (_T, _U, M, F, X)}. */
  public String withCodes() {
    return codes.size() > SHORT
        ? id
        : codes.stream().map(Code::id).collect(Collectors.joining(", ", id + " (", ")"));
  }

  /**
   * What the sender of an unknown code probably meant: the one code that other schemes write so, or
   * that is spelt otherwise only. {@link Catalogue#suggest} knows names too.
   *
   * @return empty when there is no good guess
   */
  public Optional<Code> suggest(String unknown) {
    return written(unknown)
        .or(() -> Nearest.spelling(unknown, index.keySet(), c -> c).map(this::get));
  }

  /**
   * The one code that other schemes write so, or that differs in case, alphabet or separators only.
   * Another digit, sign or letter is another code.
   */
  Optional<Code> written(String unknown) {
    return writtenAsSeen(Lookalikes.latin(unknown))
        .or(() -> writtenAsSeen(Lookalikes.latin(unknown.replace(CYRILLIC_U, 'U'))));
  }

  private Optional<Code> writtenAsSeen(String text) {
    Set<Code> meant = new LinkedHashSet<>(inAnyScheme(text).values());
    if (meant.isEmpty()) {
      meant.addAll(withoutZeros(text));
    }
    return alone(meant)
        .or(() -> alone(codes.stream().filter(c -> c.id().equalsIgnoreCase(text)).toList()))
        .or(() -> alone(codes.stream().filter(c -> Spelling.same(text, c.id())).toList()));
  }

  /** Codes of other schemes that are numbers and lost their zeros, as in a spreadsheet. */
  private List<Code> withoutZeros(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return List.of();
    }
    Pattern padded = Pattern.compile("0+" + text);
    return byAlias.values().stream()
        .flatMap(aliases -> aliases.entrySet().stream())
        .filter(alias -> padded.matcher(alias.getKey()).matches())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Optional<Code> alone(Collection<Code> found) {
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** Codes whose parent is {@code code}, in list order. */
  public Collection<Code> children(String code) {
    return codes.stream().filter(c -> code.equals(c.parent())).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
