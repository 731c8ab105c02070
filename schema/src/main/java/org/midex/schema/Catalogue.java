package org.midex.schema;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.schema.internal.CodeListLoader;
import org.midex.schema.internal.EditionSource;
import org.midex.schema.internal.ExtensionSource;
import org.midex.schema.internal.LayeredSource;
import org.midex.schema.internal.Once;
import org.midex.schema.internal.RowTypeLoader;
import org.midex.schema.internal.RuleLoader;
import org.midex.schema.internal.TableLoader;

/**
 * The standard as data. Files are read on first use, so that a small job pays only for the theme it
 * needs; {@link #loadAll()} reads and checks everything. Immutable to its users and safe to share
 * between threads.
 *
 * <p>Every method may throw {@link CatalogueException} when a file that it needs is faulty.
 */
public final class Catalogue {
  private static final class Standard {
    static final Catalogue INSTANCE = new Catalogue(CatalogueSource.ofClasspath(), null, null);
  }

  private final CatalogueSource source;
  private final @Nullable Catalogue newest;
  private final @Nullable Catalogue core;
  private final RuleChanges changes;
  private final Map<String, CodeList> codeLists;
  private final Map<String, RowType> rowTypes;
  private final Map<String, Texts> texts = new ConcurrentHashMap<>();
  private final Map<String, CodeNames> names = new ConcurrentHashMap<>();
  private final Map<LocalDate, Catalogue> older;
  private final Supplier<Edition> edition;
  private final Supplier<Map<String, Concept>> concepts;
  private final Supplier<Map<String, CodeListLoader.Heading>> listHeadings;
  private final Supplier<RuleLoader> rules;
  private final Supplier<List<TableLoader.Group>> groups;
  private final Supplier<List<TableLoader.Label>> labels;
  private final Supplier<List<String>> themeIds;

  private Catalogue(CatalogueSource source, @Nullable Catalogue newest, @Nullable Catalogue core) {
    this.source = source;
    this.newest = newest;
    this.core = core;
    this.changes = RuleChanges.NONE;
    this.codeLists = new ConcurrentHashMap<>();
    this.rowTypes = new ConcurrentHashMap<>();
    this.older = new ConcurrentHashMap<>();
    this.edition = new Once<>(() -> TableLoader.edition(source));
    this.concepts = new Once<>(() -> TableLoader.concepts(source));
    this.listHeadings = new Once<>(() -> CodeListLoader.headings(source));
    this.rules = new Once<>(() -> RuleLoader.load(source));
    this.groups = new Once<>(() -> TableLoader.groups(source));
    this.labels = new Once<>(() -> TableLoader.labels(source));
    this.themeIds = new Once<>(() -> TableLoader.ids(source, "themes"));
  }

  /** The same files with other rules; what was read of them is shared. */
  private Catalogue(Catalogue base, RuleChanges changes) {
    this.source = base.source;
    this.newest = base.newest;
    this.core = base.core;
    this.changes = changes;
    this.codeLists = base.codeLists;
    this.rowTypes = base.rowTypes;
    this.older = base.older;
    this.edition = base.edition;
    this.concepts = base.concepts;
    this.listHeadings = base.listHeadings;
    this.rules = base.rules;
    this.groups = base.groups;
    this.labels = base.labels;
    this.themeIds = base.themeIds;
  }

  /** The edition packed with this library. */
  public static Catalogue standard() {
    return Standard.INSTANCE;
  }

  /** A catalogue being edited, in the layout of {@code schema/src/main/catalogue}. */
  public static Catalogue of(Path directory) {
    return of(CatalogueSource.ofDirectory(directory));
  }

  public static Catalogue of(CatalogueSource source) {
    return new Catalogue(source, null, null);
  }

  /**
   * The catalogue as it was in one of the editions that {@link Edition#known} lists.
   *
   * @throws IllegalArgumentException when there is no such edition
   */
  public Catalogue at(LocalDate date) {
    if (date.equals(edition().date())) {
      return this;
    }
    if (!edition().known().contains(date)) {
      throw new IllegalArgumentException("no edition " + date + "; known are " + edition().known());
    }
    return older.computeIfAbsent(
        date, d -> new Catalogue(new EditionSource(source, d, edition().known()), this, null));
  }

  /**
   * This catalogue with an extension over it.
   *
   * @param folder the extension's files: {@code extension.yaml}, and in the layout of the catalogue
   *     what it adds
   * @throws CatalogueException when the folder is no extension; other faults are told by what reads
   *     the faulty file, and all of them by {@link #loadAll()}
   */
  public Catalogue extended(Path folder) {
    return new Catalogue(new LayeredSource(source, new ExtensionSource(folder)), newest, core());
  }

  /** The standard without the extension over it; this when there is none. */
  public Catalogue core() {
    return core == null ? this : core;
  }

  /** This catalogue with rules added, set otherwise or switched off. */
  public Catalogue with(RuleChanges others) {
    return new Catalogue(this, changes.and(others));
  }

  /** What was added, set otherwise or switched off. */
  public RuleChanges changes() {
    return changes;
  }

  /** Whether a rule is none of the files' own. */
  public boolean added(String rule) {
    return changes.rules().containsKey(rule) && !rules.get().ids().contains(rule);
  }

  /** The extension over the standard, if there is one. */
  public Optional<Extension> extension() {
    return source.layers().stream()
        .map(CatalogueSource::extension)
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /**
   * Reads every file once and checks what they say of each other.
   *
   * @return this
   * @throws CatalogueException at the first fault
   */
  public Catalogue loadAll() {
    edition();
    codeLists();
    themes();
    type("Header");
    findType("Receipt");
    rules();
    languages().forEach(this::texts);
    for (TableLoader.Group group : groups.get()) {
      requireCode("groups.csv", group.list(), group.membership().group());
      requireCode("groups.csv", group.list(), group.membership().member());
    }
    for (TableLoader.Label label : labels.get()) {
      requireCode("labels.csv", label.list(), label.code());
    }
    return this;
  }

  private void requireCode(String file, String list, String code) {
    if (findCodeList(list).flatMap(l -> l.find(code)).isEmpty()) {
      throw new CatalogueException(file, 0, "no code " + code + " in " + list);
    }
  }

  public Edition edition() {
    return edition.get();
  }

  /** All concepts, in the order of the file. */
  public List<Concept> concepts() {
    return List.copyOf(concepts.get().values());
  }

  public Optional<Concept> concept(String id) {
    return Optional.ofNullable(concepts.get().get(id));
  }

  /** Ids of all code lists, sorted. */
  public List<String> codeListIds() {
    return listHeadings.get().keySet().stream().sorted().toList();
  }

  public List<CodeList> codeLists() {
    return codeListIds().stream().map(this::codeList).toList();
  }

  /**
   * A code list by id.
   *
   * @throws IllegalArgumentException when there is no such list
   */
  public CodeList codeList(String id) {
    return findCodeList(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException("no code list " + id + didYouMean(id, codeListIds())));
  }

  public Optional<CodeList> findCodeList(String id) {
    CodeListLoader.@Nullable Heading heading = listHeadings.get().get(id);
    return heading == null
        ? Optional.empty()
        : Optional.of(codeLists.computeIfAbsent(id, i -> CodeListLoader.load(source, heading)));
  }

  /** Ids of all themes, sorted. */
  public List<String> themeIds() {
    return themeIds.get();
  }

  public List<RowType> themes() {
    return themeIds().stream().map(this::theme).toList();
  }

  /**
   * A theme by id.
   *
   * @throws IllegalArgumentException when there is no such theme
   */
  public RowType theme(String id) {
    return findTheme(id)
        .orElseThrow(
            () -> new IllegalArgumentException("no theme " + id + didYouMean(id, themeIds())));
  }

  public Optional<RowType> findTheme(String id) {
    return findRowType("themes", id);
  }

  /**
   * A component type by id, such as {@code Header}.
   *
   * @throws IllegalArgumentException when there is no such type
   */
  public RowType type(String id) {
    return findType(id).orElseThrow(() -> new IllegalArgumentException("no type " + id));
  }

  /** A component type by id; empty when this edition does not have it. */
  public Optional<RowType> findType(String id) {
    return findRowType("types", id);
  }

  private Optional<RowType> findRowType(String folder, String id) {
    String path = folder + "/" + id;
    RowType known = rowTypes.get(path);
    if (known != null || !id.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
      return Optional.ofNullable(known);
    }
    RowType read = RowTypeLoader.load(this, source, folder, id);
    if (read == null) {
      return Optional.empty();
    }
    // Types are compared by identity: when two threads read one, both get the first.
    RowType first = rowTypes.putIfAbsent(path, read);
    return Optional.of(first == null ? read : first);
  }

  /** All rules, in the order of the file. */
  public List<Rule> rules() {
    return ruleIds().stream().map(this::rule).toList();
  }

  /**
   * A rule by id.
   *
   * @throws IllegalArgumentException when there is no such rule
   */
  public Rule rule(String id) {
    return findRule(id)
        .orElseThrow(
            () -> new IllegalArgumentException("no rule " + id + didYouMean(id, ruleIds())));
  }

  /** Ids of all rules, in the order of the file. */
  public Set<String> ruleIds() {
    return changes.ids(rules.get().ids());
  }

  /** Whether files are judged by a rule: it is there and not switched off. */
  public boolean judgesBy(String rule) {
    return !changes.off().contains(rule)
        && (rules.get().ids().contains(rule) || changes.rules().containsKey(rule));
  }

  /**
   * A rule by id, if there is one. In an older edition the program still reads files by its own
   * rules, so that those on structure, import and packages are there although they came later.
   */
  public Optional<Rule> findRule(String id) {
    Rule changed = changes.rules().get(id);
    Rule own = changed == null ? rules.get().find(id) : changed;
    if (own == null && newest != null) {
      return newest.findRule(id).filter(rule -> !rule.appliesTo().equals("dataset"));
    }
    return Optional.ofNullable(own);
  }

  /**
   * Members of a list's aggregates over time, for those whose members change; parents in the list
   * itself say the rest.
   */
  public List<Membership> memberships(CodeList list) {
    return groups.get().stream()
        .filter(g -> g.list().equals(list.id()))
        .map(TableLoader.Group::membership)
        .toList();
  }

  /**
   * The code that a published file's label stands for.
   *
   * @param scheme whose labels: {@code eurostat}, {@code unhcr}…; the list's own English names need
   *     none
   */
  public Optional<Code> findByLabel(CodeList list, String scheme, String label) {
    return labels.get().stream()
        .filter(
            l -> l.list().equals(list.id()) && l.scheme().equals(scheme) && l.label().equals(label))
        .findFirst()
        .map(l -> list.get(l.code()));
  }

  /**
   * What the sender of an unknown code probably meant: the one code that other schemes write so,
   * that is spelt otherwise only, or has this name in some language or this label in some published
   * file. A name may be misspelt; another letter or digit of a code is another code.
   *
   * @return empty when there is no good guess
   */
  public Optional<Code> suggest(CodeList list, String unknown) {
    return list.written(unknown)
        .or(() -> names.computeIfAbsent(list.id(), id -> new CodeNames(this, list)).find(unknown));
  }

  /** Schemes that have labels for a list's codes, sorted. */
  public List<String> labelSchemes(CodeList list) {
    return labels.get().stream()
        .filter(l -> l.list().equals(list.id()))
        .map(TableLoader.Label::scheme)
        .distinct()
        .sorted()
        .toList();
  }

  /** Every label of a list in one scheme, with its code, in the order of the file. */
  public Map<String, Code> labels(CodeList list, String scheme) {
    Map<String, Code> found = new LinkedHashMap<>();
    labels.get().stream()
        .filter(l -> l.list().equals(list.id()) && l.scheme().equals(scheme))
        .forEach(l -> found.put(l.label(), list.get(l.code())));
    return found;
  }

  /**
   * Texts in one language.
   *
   * @param language two-letter code of ISO 639-1; for one without a file the texts are English
   */
  public Texts texts(String language) {
    return texts.computeIfAbsent(
        language,
        l ->
            Texts.load(this, source, l, newest == null ? null : newest.texts(l))
                .with(changes.texts().getOrDefault(l, Map.of())));
  }

  /** Languages that have a file of texts, English first. */
  public List<String> languages() {
    List<String> languages = new ArrayList<>(List.of("en"));
    languages.addAll(TableLoader.languages(source));
    return languages;
  }

  private static String didYouMean(String asked, Collection<String> known) {
    return Nearest.of(asked, known).map(n -> "; did you mean " + n + "?").orElse("");
  }
}
