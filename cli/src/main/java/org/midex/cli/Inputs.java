package org.midex.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.midex.Source;

/** Files to read. */
final class Inputs {
  /** Means stdin or stdout. */
  static final String STANDARD = "-";

  private Inputs() {}

  /**
   * A file, or stdin for {@code -}.
   *
   * @throws NoSuchFileException when it is missing
   * @throws IOException when it is a folder or stdin cannot be read
   */
  static Source open(Path file, Main main) throws IOException {
    if (file.toString().equals(STANDARD)) {
      return Source.of(main.surroundings().in(), STANDARD);
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return Source.of(file);
  }

  /**
   * Requires a file that can be read at any place, and not from stdin.
   *
   * @throws NoSuchFileException when it is missing
   * @throws IOException when it is a folder
   */
  static void requireFile(Path file, Job job) throws IOException {
    if (isStandard(file)) {
      throw job.usage("- (stdin) is not possible here: the name of a file is needed");
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
  }

  /** Requires that what is written is another file than what is read. */
  static void requireOther(Path output, Path input, Job job) throws IOException {
    if (isStandard(output)) {
      throw job.usage("- (stdout) is not possible here: the name of a file is needed");
    }
    if (Files.exists(output) && Files.isSameFile(output, input)) {
      throw job.usage(output + " would be overwritten, and it is the input");
    }
  }

  /** Whether stdin or stdout is meant. */
  static boolean isStandard(Path file) {
    return file.toString().equals(STANDARD);
  }

  /** SHA-256 of a file's bytes, in lower-case hexadecimal. */
  static String sha256(Source source) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(source.open(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
