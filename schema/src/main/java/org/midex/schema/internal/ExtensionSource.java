package org.midex.schema.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueException;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Extension;
import org.midex.schema.Nearest;

/**
 * The files of an extension. What they add carries the extension's id, so that it can neither
 * change the core nor meet another extension's.
 */
public final class ExtensionSource implements CatalogueSource {
  private static final String ABOUT = "extension.yaml";

  /** Start of the standard's own ids, and agencies that publish what others refer to. */
  private static final Set<String> TAKEN = Set.of("MDX", "CL", "MIDEX", "SDMX");

  private static final Set<String> FOLDERS = Set.of("codelists", "themes", "checks");
  private static final Set<String> FILES =
      Set.of(
          ABOUT,
          "concepts.csv",
          "codelists.csv",
          "groups.csv",
          "labels.csv",
          "rules.yaml",
          "README.md");

  private final Path folder;
  private final CatalogueSource files;
  private final Extension about;

  /**
   * @throws CatalogueException when the folder is no extension: {@code extension.yaml} is missing
   *     or faulty, or there is a file that means nothing
   */
  public ExtensionSource(Path folder) {
    this.folder = folder;
    this.files = CatalogueSource.ofDirectory(folder);
    this.about = readAbout();
    requireKnownFiles();
  }

  private Extension readAbout() {
    YamlFile.Value root = YamlFile.read(this, ABOUT);
    if (root == null) {
      throw new CatalogueException(
          name(ABOUT), 0, "file is missing; it says id, name, version and source of the extension");
    }
    root.allow(Set.of("id", "name", "version", "source"));
    String id = root.text("id");
    if (!id.matches("[A-Z][A-Z0-9]{1,7}") || TAKEN.contains(id)) {
      throw root.require("id")
          .fault("expected 2 to 8 capital letters and digits, such as SADC, found '" + id + "'");
    }
    String version = root.text("version");
    if (!version.matches("[A-Za-z0-9][A-Za-z0-9.\\-]{0,31}")) {
      throw root.require("version")
          .fault("expected a version such as 2026-11-01 or 1.2, found '" + version + "'");
    }
    return new Extension(id, root.text("name"), version, root.text("source"));
  }

  private void requireKnownFiles() {
    try (Stream<Path> found = Files.list(folder)) {
      found
          .sorted()
          .forEach(
              path -> {
                String file = String.valueOf(path.getFileName());
                boolean known =
                    Files.isDirectory(path)
                        ? FOLDERS.contains(file)
                        : FILES.contains(file) || file.matches("names_[a-z]{2}\\.csv");
                if (!known && !file.startsWith(".")) {
                  throw new CatalogueException(
                      name(file),
                      0,
                      "means nothing in an extension"
                          + Nearest.of(file, Files.isDirectory(path) ? FOLDERS : FILES)
                              .map(n -> "; did you mean " + n + "?")
                              .orElse(""));
                }
              });
    } catch (IOException e) {
      throw new CatalogueException(folder.toString(), 0, "could not be read: " + e.getMessage());
    }
  }

  /** What the extension says of itself. */
  public Extension about() {
    return about;
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    return files.open(path);
  }

  @Override
  public List<String> list(String inFolder) throws IOException {
    return files.list(inFolder);
  }

  @Override
  public String name(String path) {
    return folder.resolve(path).toString();
  }

  @Override
  public Extension extension() {
    return about;
  }
}
