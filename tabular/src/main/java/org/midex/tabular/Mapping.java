package org.midex.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.midex.model.Action;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.internal.YamlFile;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.MappingLoader;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.StructureId;
import org.midex.tabular.internal.StructureMapping;

/**
 * What the columns of a table mean: which field each gives, in whose codes or labels, what stands
 * for a missing figure, how numbers and periods are written. Immutable and shareable.
 *
 * <p>A mapping is a YAML file:
 *
 * <ul>
 *   <li>{@code id}, {@code title}, {@code source}, {@code licence}, {@code theme}; {@code action}
 *       ({@code Append} when not given)
 *   <li>{@code table}: {@code format} (csv, sdmx-csv, xlsx), {@code encoding} (UTF-8), {@code
 *       separator}, {@code quote} (one character, {@code tab} or {@code none}), {@code heading_row}
 *       (1), {@code sheet} (the first), {@code structure} (of SDMX-CSV, see below)
 *   <li>{@code above}: texts that must stand above the headings, as patterns; their places give
 *       fields: {@code {pattern: "Permits in {TIME_PERIOD}", fields: {TIME_PERIOD: {period:
 *       yyyy}}}}
 *   <li>{@code numbers}: {@code thousands} (marks; none), {@code decimal} (a point), {@code factor}
 *       (that gives the theme's unit; 1), {@code round} (false): whether digits beyond the theme's
 *       scale are rounded, half to even
 *   <li>{@code missing}: tokens that stand for no figure: {@code empty} (there is nothing to say),
 *       {@code gap} (another column says why), or attributes that say why: {@code {OBS_STATUS: O}}
 *   <li>{@code marks}: texts that may stand behind a figure or token, with the attributes that they
 *       mean, or {@code ignore}
 *   <li>{@code constants}: fields that are the same in every row, or in those columns of figures
 *       that do not say otherwise; {@code dataset}: attributes of the dataset
 *   <li>{@code columns}, by heading, each one of
 *       <ul>
 *         <li>{@code {field: REF_AREA, tokens: {Total: _T}, scheme: [unhcr, iso2], labels:
 *             eurostat, names: fr}}: a code, looked for in this order; {@code midex} is the list's
 *             own scheme, and the only one when none is named; labels include the list's own names.
 *             An attribute of the dataset must be the same in every row
 *         <li>{@code {field: TIME_PERIOD, period: [yyyy, "MMMM d, yyyy"], language: en}}: a period;
 *             yyyy with MM or M, MMMM or MMM (its name, in full or abbreviated), dd or d, Q, S, ww
 *             or w, other letters in quotes
 *         <li>{@code {value: {SEX: F}}}: figures; several columns of figures make a wide table
 *         <li>{@code {flags: [OBS_STATUS, CONF_STATUS], scheme: eurostat, tokens: {x: {OBS_STATUS:
 *             E}}, combined: COMMENT}}: letters about the row's figures; {@code combined} keeps
 *             those that one attribute cannot hold
 *         <li>{@code {pattern: "{LATITUDE}, {LONGITUDE}", fields: {LATITUDE: {}}}}: several fields
 *             in one cell. Places of a pattern are named after fields; <code>{*}</code> is any
 *             text. A cell must fit in one way only
 *         <li>{@code {fields: [DECISION, DEC_LEVEL], tokens: {Granted: {DECISION: POS, DEC_LEVEL:
 *             FIRST}}}}: several fields by the whole text
 *         <li>{@code {fields: {CAUSE: {labels: iom}, CAUSE_TEXT: {}}}}: fields that each read the
 *             whole text
 *         <li>{@code {only: [Persons refused entry]}}: nothing, but the text must be one of these
 *         <li>{@code {ignore: why}}
 *       </ul>
 *       Wherever a field is read, {@code prefix} and {@code suffix} list marks to take off first.
 *       Columns of attributes take {@code absent} (texts that say nothing; the empty one), these
 *       and columns of figures {@code optional: true}
 *   <li>{@code combined}: {@code {columns: [a, b], field: F, codes: [{cells: [x, y], code: C}]}},
 *       or {@code period} for cells that make a period with spaces between
 *   <li>{@code matrix}: columns of figures that their headings explain: {@code {field: CITIZENSHIP,
 *       names: en}}, or {@code {pattern: "{SEX} {TIME_PERIOD}", fields: {…}}}; {@code value} for
 *       what they have in common. One or a list; it has the columns that nothing else names
 *   <li>{@code skip}: rows that are left out: {@code {column: Country, cells: [Total], why: sums}},
 *       {@code except} for all but these, {@code from} for the first that begins so and all below
 *   <li>{@code header}: parts of the message header
 * </ul>
 *
 * <p>SDMX-CSV 1.0 and 2.x: columns are named by component id, in any case; separator, order, names
 * beside ids ({@code SEX: Sex}, or in a column after it), {@code NaN}, {@code #N/A} and periods are
 * those of SDMX. Rows must be of the mapping's {@code structure} ({@code "ESTAT:MIGR_ASYTPSM"},
 * with a version, {@code (1.*)}, or none for any) and of one {@code ACTION}, which becomes the
 * dataset's: I, A and M, R, D. A theme of the standard needs no mapping, see {@link #ofTable}.
 */
public final class Mapping {
  private static final String FOLDER = "mappings/";

  private final MappingLoader.Parts parts;
  private final String standard;

  Mapping(MappingLoader.Parts parts, String standard) {
    this.parts = parts;
    this.standard = standard;
  }

  /** Ids of the mappings that come with this library, sorted. */
  public static List<String> builtInIds() {
    InputStream in =
        Objects.requireNonNull(Mapping.class.getResourceAsStream(FOLDER + "index.txt"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A mapping that comes with this library.
   *
   * @throws IllegalArgumentException when there is no such mapping; the message names the nearest
   */
  public static Mapping builtIn(Catalogue catalogue, String id) {
    if (!builtInIds().contains(id)) {
      throw new IllegalArgumentException(
          "no mapping "
              + id
              + Nearest.of(id, builtInIds()).map(n -> "; did you mean " + n + "?").orElse(""));
    }
    String file = FOLDER + id + ".yaml";
    try (InputStream in = Mapping.class.getResourceAsStream(file)) {
      return load(catalogue, Objects.requireNonNull(in, file), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The mapping that a table asks for itself, because it is SDMX-CSV and names its structure: a
   * theme of the standard ({@code MIDEX:ASYLUM_APP(1.0)}), or a structure that a built-in mapping
   * is made for.
   *
   * @param table compressed with gzip or not; closed afterwards
   * @return empty when the table does not say what it is
   * @throws IllegalArgumentException when there is no mapping for its structure, which the message
   *     names
   */
  public static Optional<Mapping> ofTable(Catalogue catalogue, InputStream table)
      throws IOException {
    String structure = StructureId.read(table).orElse(null);
    if (structure == null) {
      return Optional.empty();
    }
    Optional<Mapping> ofTheme =
        StructureMapping.of(catalogue, structure)
            .map(parts -> new Mapping(parts, catalogue.edition().standard()));
    if (ofTheme.isPresent()) {
      return ofTheme;
    }
    for (String id : builtInIds()) {
      Mapping mapping = builtIn(catalogue, id);
      if (mapping.layout().isFor(structure)) {
        return Optional.of(mapping);
      }
    }
    throw new IllegalArgumentException("no mapping is made for the structure " + structure);
  }

  /**
   * Loads a mapping of the user's own.
   *
   * @throws IOException when the file cannot be read
   * @throws CatalogueException when it has faults; the message names each with file and line
   */
  public static Mapping load(Catalogue catalogue, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return load(catalogue, in, file.toString());
    }
  }

  /**
   * Loads a mapping from a stream.
   *
   * @param name of the file, for messages
   * @throws CatalogueException when it has faults; the message names each with file and line
   */
  public static Mapping load(Catalogue catalogue, InputStream in, String name) {
    MappingLoader.Parts parts = MappingLoader.load(catalogue, YamlFile.read(in, name));
    return new Mapping(parts, catalogue.edition().standard());
  }

  public String id() {
    return parts.id();
  }

  /** What the mapping is for, in English. */
  public String title() {
    return parts.title();
  }

  /** Who publishes the tables. */
  public String source() {
    return parts.source();
  }

  /** Terms on which the source's figures may be used, as it states them. */
  public String licence() {
    return parts.licence();
  }

  public RowType theme() {
    return parts.theme();
  }

  public Action action() {
    return parts.action();
  }

  /** Attributes of the dataset as a whole, by name. */
  public Map<String, String> dataset() {
    return parts.dataset();
  }

  /** The parts of a header that are the same for all tables of this kind. */
  public Node header() {
    return parts.header();
  }

  /** Version of the standard that messages of this mapping state. */
  String standard() {
    return standard;
  }

  Layout layout() {
    return parts.layout();
  }

  Plan plan() {
    return parts.plan();
  }

  /** The id. */
  @Override
  public String toString() {
    return id();
  }
}
