package org.midex.conformance.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The vectors of one version of the standard, as files.
 *
 * @param root the folder
 * @param digest SHA-256 of the manifest, which names this suite and no other
 * @param vectors all of them, by path
 * @param files the paths of those that are in the folder
 */
public record Suite(Path root, String digest, List<Vector> vectors, List<String> files) {
  /** Version of the standard that the bundled vectors are of. */
  public static final String VERSION = "1.0";

  static final String MANIFEST = "MANIFEST.sha256";

  public Suite {
    vectors = List.copyOf(vectors);
    files = List.copyOf(files);
  }

  /**
   * The suite in a folder. Its files must be those of its manifest.
   *
   * @throws SuiteException when they are not, or a vector cannot be read
   */
  public static Suite of(Path root) throws IOException {
    return Contents.of(root).verified(root);
  }

  /** Where the files of a vector are. */
  public Path folder(Vector vector) {
    return root.resolve(vector.path());
  }

  /**
   * Makes sure that nobody changed the files.
   *
   * @throws SuiteException when somebody did
   */
  public void requireUnchanged() throws IOException {
    Contents.of(root).requireVerified(files);
  }
}
