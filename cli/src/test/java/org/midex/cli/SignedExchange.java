package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with keys of two governments, and what they do with them. */
record SignedExchange(Path folder) {
  /** A message from AUT EXAMPLE-STATS to DEU EXAMPLE-MIN. */
  static final String GOOD = "../examples/refugees.xml";

  static final String DAMAGED = "../examples/asylum-damaged.xml";

  /** Makes the sender's key. */
  static SignedExchange in(Path folder) throws IOException {
    SignedExchange made = new SignedExchange(folder);
    Files.writeString(made.password(), "secret\n");
    assertThat(made.keygen("AUT", "EXAMPLE-STATS").code()).isZero();
    return made;
  }

  Path trust() {
    return folder.resolve("trust");
  }

  Path password() {
    return folder.resolve("pw");
  }

  /** The sender's key. */
  Path key() {
    return trust().resolve("aut-example-stats-sign-ecdsa-p256.p12");
  }

  Run keygen(String area, String authority, String... more) {
    return run(
        more,
        "keygen",
        "-o",
        trust().toString(),
        "--area",
        area,
        "--authority",
        authority,
        "--password-file",
        password().toString());
  }

  /** A package of files, or with what else is said. */
  Path sign(String... more) {
    Path file = folder.resolve("package.asice");
    Run run = signed(file, more);
    assertThat(run.code()).as(run.err()).isZero();
    return file;
  }

  Run signed(Path file, String... more) {
    return run(more, withPassword("sign", "-o", file.toString()));
  }

  /** Makes a signature beside a file. */
  Run signBeside(Path file) {
    return Run.midex(withPassword("sign", file.toString(), "--detached"));
  }

  private String[] withPassword(String... command) {
    return Stream.concat(
            Stream.of(command),
            Stream.of("--key", key().toString(), "--password-file", password().toString()))
        .toArray(String[]::new);
  }

  Run verify(Path file, String... more) {
    return run(more, "verify", file.toString(), "--trust", trust().toString());
  }

  static Run run(String[] more, String... first) {
    return Run.midex(
        Stream.of(List.of(first), List.of(more)).flatMap(List::stream).toArray(String[]::new));
  }
}
