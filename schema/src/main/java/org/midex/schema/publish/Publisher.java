package org.midex.schema.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.midex.schema.Catalogue;

/** Writes everything that is generated from a catalogue into a working tree. */
public final class Publisher {
  private final Catalogue catalogue;

  public Publisher(Catalogue catalogue) {
    this.catalogue = catalogue.loadAll();
  }

  /**
   * Publishes the catalogue that is being edited.
   *
   * @param arguments the folder of module {@code schema} and the folder of the documentation
   * @throws IOException when a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("expected two folders: SCHEMA DOCS");
    }
    Path schema = Path.of(arguments[0]);
    Publisher publisher = new Publisher(Catalogue.of(schema.resolve("src/main/catalogue")));
    write(schema.resolve("published"), publisher.schemas());
  }

  /** XML and Avro schemas by path within {@code schema/published}. */
  public Map<String, String> schemas() {
    Map<String, String> files = new TreeMap<>();
    String folder = catalogue.edition().standard() + "/";
    new XsdPublisher(catalogue).files().forEach((name, text) -> files.put(folder + name, text));
    return files;
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
