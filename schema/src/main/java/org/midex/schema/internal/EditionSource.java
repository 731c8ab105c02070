package org.midex.schema.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueException;
import org.midex.schema.CatalogueSource;

/**
 * The catalogue as it was in an older edition. {@code editions/DATE/MANIFEST} lists the files that
 * the edition had; those that have changed since are kept beside it. A file that is not there is
 * looked for in the editions that followed, and then is as it still is.
 */
public final class EditionSource implements CatalogueSource {
  /** Lines of {@code sha256sum}: digest, two spaces, path. */
  public static final String MANIFEST = "MANIFEST";

  private static final int DIGEST = 66;

  private final CatalogueSource newest;
  private final List<String> folders;
  private final Set<String> files;

  /**
   * @param known all editions, newest first
   * @throws CatalogueException when the edition has no manifest
   */
  public EditionSource(CatalogueSource newest, LocalDate edition, List<LocalDate> known) {
    this.newest = newest;
    this.folders = new ArrayList<>();
    for (LocalDate date : known) {
      if (!date.isBefore(edition) && !date.equals(known.get(0))) {
        folders.add(0, folder(date));
      }
    }
    this.files = new HashSet<>();
    manifest(newest, edition).forEach(line -> files.add(line.substring(DIGEST)));
  }

  private static String folder(LocalDate edition) {
    return "editions/" + edition + "/";
  }

  /** The lines of an edition's manifest. */
  public static List<String> manifest(CatalogueSource newest, LocalDate edition) {
    String path = folder(edition) + MANIFEST;
    try (InputStream in = newest.open(path)) {
      if (in == null) {
        throw new CatalogueException(path, 0, "file is missing");
      }
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.length() > DIGEST)
          .toList();
    } catch (IOException e) {
      throw new CatalogueException(path, 0, "could not be read: " + e.getMessage());
    }
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    return find(path, newest::open);
  }

  @Override
  public @Nullable InputStream openCompiled(String path) throws IOException {
    return find(path, newest::openCompiled);
  }

  private interface Opener {
    @Nullable InputStream open(String path) throws IOException;
  }

  /** What the edition kept of a file, else the newest one. */
  private @Nullable InputStream find(String path, Opener opener) throws IOException {
    if (!files.contains(path)) {
      return null;
    }
    for (String folder : folders) {
      InputStream kept = opener.open(folder + path);
      if (kept != null) {
        return kept;
      }
    }
    return opener.open(path);
  }

  @Override
  public List<String> list(String folder) {
    String start = folder.isEmpty() ? "" : folder + "/";
    TreeSet<String> names = new TreeSet<>();
    for (String file : files) {
      if (file.startsWith(start) && file.indexOf('/', start.length()) < 0) {
        names.add(file.substring(start.length()));
      }
    }
    return List.copyOf(names);
  }
}
