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

/**
 * What the columns of a table mean: which field each gives, in whose codes or labels, what stands
 * for a missing figure, how numbers and periods are written. Immutable and shareable.
 */
public final class Mapping {
  private static final String FOLDER = "mappings/";

  private final MappingLoader.Parts parts;
  private final String standard;

  private Mapping(MappingLoader.Parts parts, String standard) {
    this.parts = parts;
    this.standard = standard;
  }

  /** Ids of the mappings that come with this library, sorted. */
  public static List<String> builtInIds() {
    InputStream in = Objects.requireNonNull(Mapping.class.getResourceAsStream(FOLDER + "index.txt"));
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
   * Loads a mapping of the user's own.
   *
   * @throws IOException when the file cannot be read
   * @throws CatalogueException at the first fault in it; the message names file and line
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
   * @throws CatalogueException at the first fault in it; the message names file and line
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
