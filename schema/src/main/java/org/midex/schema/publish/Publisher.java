package org.midex.schema.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;

/**
 * Writes everything that is generated from a catalogue into a working tree, and takes away what no
 * longer is. After an edit of the catalogue: {@code mvn -q -pl schema compile exec:java@publish}.
 */
public final class Publisher {
  private final Catalogue catalogue;

  /**
   * @throws org.midex.schema.CatalogueException when a file of the catalogue is faulty
   */
  public Publisher(Catalogue catalogue) {
    this.catalogue = catalogue.loadAll();
  }

  /**
   * Publishes the catalogue that is being edited.
   *
   * @param arguments the folder of module {@code schema} and the folder of the generated pages
   * @throws IOException when a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("expected two folders: SCHEMA DOCS");
    }
    Path schema = Path.of(arguments[0]);
    Publisher publisher = new Publisher(Catalogue.of(schema.resolve("src/main/catalogue")));
    replace(schema.resolve("published").resolve(publisher.version()), publisher.schemas());
    replace(Path.of(arguments[1]), publisher.pages());
  }

  /**
   * Version of the standard that is published, {@code 1.0}: the name of the folder of its schemas.
   */
  public String version() {
    return catalogue.edition().standard();
  }

  /**
   * XML and Avro schemas, SDMX structures and the catalogue as JSON by path within {@code
   * schema/published/VERSION}.
   */
  public Map<String, String> schemas() {
    Map<String, String> files = new TreeMap<>(new XsdPublisher(catalogue).files());
    for (RowType theme : catalogue.themes()) {
      files.put("avro/" + theme.id() + ".avsc", AvroSchemas.json(theme));
    }
    new SdmxPublisher(catalogue).files().forEach((path, text) -> files.put("sdmx/" + path, text));
    new CataloguePublisher(catalogue)
        .files()
        .forEach((path, text) -> files.put("catalogue/" + path, text));
    return files;
  }

  /** Pages by path within {@code docs/generated}. */
  public Map<String, String> pages() {
    return new DocsPublisher(catalogue).files();
  }

  /**
   * Files in a published folder that a publisher once wrote but no longer does, by path; what
   * people write there is left out.
   */
  static List<String> leftovers(Path folder, Map<String, String> files) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> leftovers = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString().replace('\\', '/'))
          .filter(
              f ->
                  f.matches(
                          ".*\\.(xsd|avsc)|sdmx/.*\\.xml|catalogue/.*\\.json|(themes|codelists)/.*\\.md")
                      && !files.containsKey(f))
          .sorted()
          .forEach(leftovers::add);
    }
    return leftovers;
  }

  /**
   * Writes schemas and pages into a folder: the schemas at its top, the pages in {@code docs}. What
   * stands there otherwise is left alone.
   *
   * @return number of files
   * @throws IOException when a file cannot be written
   */
  public int write(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>(schemas());
    pages().forEach((path, text) -> files.put("docs/" + path, text));
    writeAll(folder, files);
    return files.size();
  }

  private static void replace(Path folder, Map<String, String> files) throws IOException {
    for (String leftover : leftovers(folder, files)) {
      Files.delete(folder.resolve(leftover));
    }
    writeAll(folder, files);
  }

  private static void writeAll(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.toAbsolutePath().resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
