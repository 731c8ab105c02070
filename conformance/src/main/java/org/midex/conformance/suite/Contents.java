package org.midex.conformance.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The files of a suite where they lie, in a folder or in this program. Read as they are asked for;
 * that they are those of the manifest is known of a {@link Suite} only. For one thread.
 */
public final class Contents {
  private static final String BUNDLED = "/org/midex/conformance/vectors/" + Suite.VERSION + "/";
  private static final String TEST = "test.json";
  private static final Pattern OTHER =
      Pattern.compile("\"\\.\\./\\.\\./\\.\\./([^/\"]+/[^/\"]+/[^/\"]+)/");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Manifest manifest;
  private final Manifest.Source files;
  private @Nullable List<Vector> vectors;

  private Contents(Manifest.Source files) throws IOException {
    this.files = files;
    this.manifest = Manifest.of(files.read(Suite.MANIFEST));
  }

  /** Those in a folder. */
  public static Contents of(Path folder) throws IOException {
    return new Contents(path -> file(folder.resolve(path)));
  }

  /** Those in this program. */
  public static Contents bundled() throws IOException {
    URL manifest = Suite.class.getResource(BUNDLED + Suite.MANIFEST);
    if (manifest == null) {
      throw new SuiteException("the program has no " + BUNDLED);
    }
    // one archive, where the class path would be searched for each of thousands of files
    return manifest.openConnection() instanceof JarURLConnection connection
        ? new Contents(path -> entry(connection.getJarFile(), path))
        : new Contents(path -> resource(Suite.class.getResourceAsStream(BUNDLED + path), path));
  }

  private static byte[] entry(JarFile jar, String path) throws IOException {
    ZipEntry entry = jar.getEntry(BUNDLED.substring(1) + path);
    return resource(entry == null ? null : jar.getInputStream(entry), path);
  }

  private static byte[] resource(@Nullable InputStream in, String path) throws IOException {
    if (in == null) {
      throw new SuiteException("the program has no " + BUNDLED + path);
    }
    try (in) {
      return in.readAllBytes();
    }
  }

  private static byte[] file(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new SuiteException("the suite lacks " + file);
    }
    return Files.readAllBytes(file);
  }

  /**
   * All vectors, by path.
   *
   * @throws SuiteException when one cannot be read
   */
  public List<Vector> vectors() throws IOException {
    List<Vector> known = vectors;
    if (known == null) {
      known = new ArrayList<>();
      for (String path : manifest.paths()) {
        if (path.endsWith("/" + TEST)) {
          known.add(at(path));
        }
      }
      vectors = known;
    }
    return known;
  }

  /** The ids of all vectors, which are known without reading them. */
  public List<String> ids() {
    return manifest.paths().stream()
        .filter(path -> path.endsWith("/" + TEST))
        .map(path -> path.substring(0, path.length() - TEST.length() - 1))
        .map(folder -> folder.substring(folder.lastIndexOf('/') + 1))
        .toList();
  }

  /**
   * The vector with an id, if there is one; no other is read.
   *
   * @throws SuiteException when it cannot be read
   */
  public Optional<Vector> vector(String id) throws IOException {
    for (String path : manifest.paths()) {
      if (path.endsWith("/" + id + "/" + TEST)) {
        return Optional.of(at(path));
      }
    }
    return Optional.empty();
  }

  /** The files of a vector: their paths in the suite. */
  public List<String> files(Vector vector) {
    return manifest.paths().stream().filter(one -> one.startsWith(vector.path() + "/")).toList();
  }

  /** The bytes of a file. */
  public byte[] read(String path) throws IOException {
    return files.read(path);
  }

  private Vector at(String path) throws IOException {
    String[] parts = path.split("/", -1);
    try {
      String text = new String(files.read(path), StandardCharsets.UTF_8);
      Vector vector = Vector.of(parts[0], parts[1], JSON.readTree(text));
      if (parts.length != 4 || !vector.id().equals(parts[2]) || vector.steps().isEmpty()) {
        throw new SuiteException(path + " is not as vectors/test.schema.json says");
      }
      return vector;
    } catch (SuiteException e) {
      throw e;
    } catch (IOException | ClassCastException | ArrayIndexOutOfBoundsException e) {
      throw new SuiteException(path + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Copies files: implementations are given them by name.
   *
   * @param target a folder that is made
   * @param chosen the vectors whose files are needed, besides those that vectors share
   * @throws SuiteException when a file that is copied is not that of the manifest
   */
  public Suite unpack(Path target, Collection<Vector> chosen) throws IOException {
    Set<String> left = vectors().stream().map(Vector::path).collect(Collectors.toSet());
    for (Vector vector : chosen) {
      left.remove(vector.path());
      vector.steps().forEach(step -> left.removeAll(others(step)));
    }
    List<String> needed =
        manifest.paths().stream().filter(path -> !left.contains(folder(path))).toList();
    Files.createDirectory(target);
    Set<Path> made = new HashSet<>(Set.of(target));
    for (String path : needed) {
      makeFolder(target.resolve(folder(path)), made);
      Files.write(target.resolve(path), manifest.verified(path, files));
    }
    Files.write(target.resolve(Suite.MANIFEST), files.read(Suite.MANIFEST));
    return suite(target, needed);
  }

  /** Vectors whose files a step names. */
  private static List<String> others(Step step) {
    return OTHER
        .matcher(step.request() + " " + step.expect())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** Makes a folder and those that it is in, but for the first: who deleted that wants to stop. */
  private static void makeFolder(Path folder, Set<Path> made) throws IOException {
    if (made.add(folder)) {
      makeFolder(Objects.requireNonNull(folder.getParent()), made);
      Files.createDirectory(folder);
    }
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The suite in its folder. */
  Suite verified(Path folder) throws IOException {
    requireVerified(manifest.paths());
    return suite(folder, manifest.paths());
  }

  /** Makes sure that files are those of the manifest. */
  void requireVerified(Collection<String> paths) throws IOException {
    for (String path : paths) {
      manifest.verified(path, files);
    }
  }

  private Suite suite(Path root, Collection<String> present) throws IOException {
    return new Suite(
        root.toAbsolutePath().normalize(), manifest.digest(), vectors(), List.copyOf(present));
  }
}
