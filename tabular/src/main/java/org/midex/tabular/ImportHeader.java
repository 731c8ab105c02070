package org.midex.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Field;
import org.midex.schema.internal.YamlFile;
import org.midex.tabular.internal.Faults;
import org.midex.tabular.internal.HeaderLoader;

/** Headers of imported messages. */
public final class ImportHeader {
  private ImportHeader() {}

  /**
   * Header parts from a YAML file; names and forms are those of the catalogue's type {@code
   * Header}.
   *
   * @throws IOException when the file cannot be read
   * @throws CatalogueException when there are faults in it; the message names each with its line
   */
  public static Node load(Catalogue catalogue, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Faults faults = new Faults();
      Node header =
          HeaderLoader.load(YamlFile.read(in, file.toString()), catalogue.type("Header"), faults);
      faults.throwAny();
      return header;
    }
  }

  /**
   * A whole header: each part from the sender's own, else from the mapping. The edition is the
   * catalogue's unless one is given.
   *
   * @param own the sender's parts, or null
   * @param prepared when the message is made; cut to seconds, unless {@code own} says it
   * @throws IllegalArgumentException when a part that the standard requires is in neither
   */
  public static Node complete(
      Catalogue catalogue, Mapping mapping, @Nullable Node own, Instant prepared) {
    return complete(
        catalogue,
        mapping,
        own,
        prepared,
        field -> {
          throw new IllegalArgumentException(
              "the header has no " + field.name() + ", and the mapping gives none");
        });
  }

  /**
   * @param missing told the parts that the standard requires and that are in neither
   */
  static Node complete(
      Catalogue catalogue,
      Mapping mapping,
      @Nullable Node own,
      Instant prepared,
      Consumer<Field> missing) {
    List<Node> parts = new ArrayList<>();
    for (Field field : catalogue.type("Header").fields()) {
      List<Node> given = own == null ? List.of() : named(own, field.name());
      if (given.isEmpty()) {
        given = named(mapping.header(), field.name());
      }
      if (given.isEmpty()) {
        given = byDefault(catalogue, field.name(), prepared);
      }
      if (given.isEmpty() && field.required()) {
        missing.accept(field);
      }
      parts.addAll(given);
    }
    return Node.group("Header", parts);
  }

  private static List<Node> named(Node header, String name) {
    return header.children().stream().filter(part -> part.name().equals(name)).toList();
  }

  private static List<Node> byDefault(Catalogue catalogue, String name, Instant prepared) {
    return switch (name) {
      case "Edition" -> List.of(Node.leaf(name, catalogue.edition().date().toString()));
      case "Extension" ->
          catalogue.extension().stream().map(e -> Node.leaf(name, e.label())).toList();
      case "Prepared" ->
          List.of(Node.leaf(name, prepared.truncatedTo(ChronoUnit.SECONDS).toString()));
      default -> List.of();
    };
  }
}
