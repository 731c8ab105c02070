package org.midex.schema;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.schema.internal.CompiledYaml;

/**
 * Where catalogue files come from: the jar, or a folder that is being edited. Paths use {@code /}
 * and are relative.
 */
public interface CatalogueSource {
  /**
   * Opens one file.
   *
   * @return null when there is no such file
   */
  @Nullable InputStream open(String path) throws IOException;

  /**
   * Opens what the build made of one file. Only the packed edition has that: what others bring is
   * read as it stands there for everybody to see.
   *
   * @return null when there is nothing
   */
  default @Nullable InputStream openCompiled(String path) throws IOException {
    return null;
  }

  /** Names of the files in a folder of the catalogue, sorted; empty when the folder is missing. */
  List<String> list(String folder) throws IOException;

  /** The catalogue and the extensions over it, the catalogue first. */
  default List<CatalogueSource> layers() {
    return List.of(this);
  }

  /** How messages name a file. */
  default String name(String path) {
    return path;
  }

  /** The extension whose files these are; null for the standard's own. */
  default @Nullable Extension extension() {
    return null;
  }

  /** The files of a folder on disk. */
  static CatalogueSource ofDirectory(Path root) {
    return new CatalogueSource() {
      @Override
      public @Nullable InputStream open(String path) throws IOException {
        try {
          return Files.newInputStream(root.resolve(path));
        } catch (NoSuchFileException e) {
          return null;
        }
      }

      @Override
      public List<String> list(String folder) throws IOException {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
          return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
          return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
      }
    };
  }

  /** The edition packed with this library. */
  static CatalogueSource ofClasspath() {
    URL root = requireNonNull(CatalogueSource.class.getResource("catalogue/catalogue.yaml"));
    return new CatalogueSource() {
      /** Beside the file that is known to be there: a class loader would search all modules. */
      @Override
      public @Nullable InputStream open(String path) throws IOException {
        try {
          return new URL(root, path).openStream();
        } catch (FileNotFoundException e) {
          return null;
        }
      }

      @Override
      public @Nullable InputStream openCompiled(String path) throws IOException {
        return open(CompiledYaml.FOLDER + path);
      }

      /**
       * Listing a jar takes tens of milliseconds; nothing on the way of a validation asks for it.
       */
      @Override
      public List<String> list(String folder) throws IOException {
        try {
          URI uri = root.toURI();
          if (!uri.getScheme().equals("jar")) {
            return ofDirectory(requireNonNull(Path.of(uri).getParent())).list(folder);
          }
          URI file = ((JarURLConnection) root.openConnection()).getJarFileURL().toURI();
          // one of our own: that of a jar's URI is one for all threads and programs
          try (FileSystem jar = FileSystems.newFileSystem(Path.of(file), Map.of())) {
            return ofDirectory(jar.getPath("org/midex/schema/catalogue")).list(folder);
          }
        } catch (URISyntaxException e) {
          throw new IOException(e);
        }
      }
    };
  }
}
