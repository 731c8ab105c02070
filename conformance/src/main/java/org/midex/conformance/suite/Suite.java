package org.midex.conformance.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The vectors of one version of the standard.
 *
 * @param root the folder
 * @param digest SHA-256 of the manifest, which names this suite and no other
 * @param vectors by path
 */
public record Suite(Path root, String digest, List<Vector> vectors) {
  /** Version of the standard that the bundled vectors are of. */
  public static final String VERSION = "1.0";

  static final String MANIFEST = "MANIFEST.sha256";
  private static final String BUNDLED = "/org/midex/conformance/vectors/" + VERSION + "/";
  private static final String TEST = "test.json";

  public Suite {
    vectors = List.copyOf(vectors);
  }

  /**
   * The suite in a folder. Its files must be those of its manifest.
   *
   * @throws SuiteException when they are not, or a vector cannot be read
   */
  public static Suite of(Path root) throws IOException {
    Path folder = root.toAbsolutePath().normalize();
    Manifest manifest = Manifest.of(Files.readAllBytes(folder.resolve(MANIFEST)));
    manifest.require(folder);
    List<Vector> vectors = new ArrayList<>();
    for (String path : manifest.paths()) {
      String[] parts = path.split("/", -1);
      if (parts[parts.length - 1].equals(TEST)) {
        vectors.add(vector(folder, path, parts));
      }
    }
    return new Suite(folder, manifest.digest(), vectors);
  }

  /**
   * The suite in this program, unpacked: implementations are given its files by name.
   *
   * @param target an empty folder
   */
  public static Suite unpack(Path target) throws IOException {
    Manifest manifest = Manifest.of(bundled(MANIFEST));
    Files.write(target.resolve(MANIFEST), bundled(MANIFEST));
    for (String path : manifest.paths()) {
      Path file = target.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bundled(path));
    }
    return of(target);
  }

  private static byte[] bundled(String path) throws IOException {
    try (InputStream in = Suite.class.getResourceAsStream(BUNDLED + path)) {
      if (in == null) {
        throw new SuiteException("the program has no " + BUNDLED + path);
      }
      return in.readAllBytes();
    }
  }

  private static Vector vector(Path root, String path, String[] parts) throws IOException {
    Path file = root.resolve(path);
    Path folder = Objects.requireNonNull(file.getParent());
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Vector vector = Vector.of(parts[0], parts[1], folder, new ObjectMapper().readTree(text));
      if (parts.length != 4 || !vector.id().equals(parts[2]) || vector.steps().isEmpty()) {
        throw new SuiteException(path + " is not as vectors/test.schema.json says");
      }
      return vector;
    } catch (IOException | ClassCastException | ArrayIndexOutOfBoundsException e) {
      throw new SuiteException(path + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Makes sure that nobody changed the files.
   *
   * @throws SuiteException when somebody did
   */
  public void requireUnchanged() throws IOException {
    Manifest.of(Files.readAllBytes(root.resolve(MANIFEST))).require(root);
  }
}
