package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.Input;
import org.midex.Source;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.tabular.FilledTemplate;
import org.midex.tabular.ImportHeader;
import org.midex.tabular.Mapping;
import picocli.CommandLine.Option;

/** Options that say how a table is read as a message. */
final class TableOptions {
  @Option(
      names = "--map",
      paramLabel = "MAPPING",
      completionCandidates = Candidates.Mappings.class,
      description = "Id of a built-in mapping, or a YAML file.")
  private @Nullable String map;

  @Option(
      names = "--header",
      paramLabel = "FILE",
      description = "YAML file with parts of the message's header.")
  private @Nullable Path header;

  /** How to read a table. */
  record Reading(Mapping mapping, Node header) {}

  /**
   * What was asked for; null when no mapping was named.
   *
   * @throws NoSuchFileException when a file is missing
   */
  @Nullable Reading reading(Job job) throws IOException {
    String name = map;
    if (name == null) {
      return null;
    }
    return complete(mapping(name, job.main().catalogue(), job), job);
  }

  /**
   * How to read a table when no mapping need be named because the table says what it is.
   *
   * @throws NoSuchFileException when a file is missing
   */
  Reading reading(Source table, Job job) throws IOException {
    if (map != null) {
      return Objects.requireNonNull(reading(job));
    }
    try {
      Mapping mapping =
          Mapping.ofTable(job.main().catalogue(), table.open())
              .orElseThrow(
                  () ->
                      job.usage(
                          "--map is missing; --list-maps shows the built-in mappings, and only"
                              + " SDMX-CSV and templates can do without"));
      return complete(mapping, job);
    } catch (IllegalArgumentException e) {
      throw job.usage(e.getMessage() + "; name one with --map");
    }
  }

  /**
   * How a file is read: a table by the mapping that was named unless it is called as a message is,
   * a filled-in template, or a message.
   *
   * @throws NoSuchFileException when a file that an option names is missing
   */
  Input input(Source source, Job job) throws IOException {
    boolean message = source.name().matches(".*\\.(xml|avro)(\\.gz)?");
    Reading reading = message ? null : reading(job);
    if (reading != null) {
      return Input.table(source, reading.mapping(), reading.header());
    }
    FilledTemplate template = job.main().midex().findTemplate(source).orElse(null);
    if (template != null) {
      return Input.template(source, template, ownHeader(job));
    }
    if (map == null) {
      requireNoHeader(job);
    }
    return Input.message(source);
  }

  private Reading complete(Mapping mapping, Job job) throws IOException {
    Catalogue catalogue = job.main().catalogue();
    Node own = ownHeader(job);
    try {
      return new Reading(mapping, ImportHeader.complete(catalogue, mapping, own, Instant.now()));
    } catch (IllegalArgumentException e) {
      throw job.usage(e.getMessage() + "; give it with --header");
    }
  }

  /**
   * The sender's own header parts; null when no file was named.
   *
   * @throws NoSuchFileException when the file is missing
   */
  @Nullable Node ownHeader(Job job) throws IOException {
    try {
      return header == null ? null : ImportHeader.load(job.main().catalogue(), header);
    } catch (CatalogueException e) {
      throw job.usage(e);
    }
  }

  /** Refuses --header for what is neither a table with a mapping nor a template. */
  void requireNoHeader(Job job) {
    if (header != null) {
      throw job.usage("--header needs --map, or a filled-in template");
    }
  }

  /** These options. */
  List<String> asGiven() {
    return AsGiven.of("--map", map, "--header", header);
  }

  /** Whether a mapping was named. */
  boolean named() {
    return map != null;
  }

  /**
   * A YAML file when it looks like one, else a built-in mapping.
   *
   * @throws picocli.CommandLine.ParameterException when there is no such mapping, or it is faulty
   */
  static Mapping mapping(String name, Catalogue catalogue, Job job) throws IOException {
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      if (!Mapping.builtInIds().contains(name)) {
        throw Asked.unknown("mapping", name, Mapping.builtInIds(), job);
      }
      return Mapping.builtIn(catalogue, name);
    }
    if (!Files.exists(Path.of(name))) {
      throw new NoSuchFileException(name);
    }
    try {
      return Mapping.load(catalogue, Path.of(name));
    } catch (CatalogueException e) {
      throw job.usage(e);
    }
  }
}
