package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
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
    Catalogue catalogue = job.main().catalogue();
    Mapping mapping = mapping(name, catalogue, job);
    Node own = ownHeader(catalogue);
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
  @Nullable Node ownHeader(Catalogue catalogue) throws IOException {
    return header == null ? null : ImportHeader.load(catalogue, header);
  }

  /** Refuses --header for what is neither a table with a mapping nor a template. */
  void requireNoHeader(Job job) {
    if (header != null) {
      throw job.usage("--header needs --map, or a filled-in template");
    }
  }

  /** A YAML file when it looks like one, else a built-in mapping. */
  private static Mapping mapping(String name, Catalogue catalogue, Job job) throws IOException {
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
      throw job.usage(String.valueOf(e.getMessage()));
    }
  }
}
