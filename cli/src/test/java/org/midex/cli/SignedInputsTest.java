package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.cli.SignedExchange.DAMAGED;
import static org.midex.cli.SignedExchange.GOOD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate} of packages and of files with a signature: verified first, then judged. */
@Tag("once")
class SignedInputsTest {
  @TempDir private Path folder;
  private SignedExchange keys = new SignedExchange(Path.of(""));

  @BeforeEach
  void makeKeys() throws IOException {
    keys = SignedExchange.in(folder);
  }

  private Run validate(Path file, String... more) {
    return SignedExchange.run(
        more, "validate", file.toString(), "--trust", keys.trust().toString());
  }

  @Test
  void aPackageAndTheMessagesInIt() {
    Run run = validate(keys.sign(GOOD), "--receiver", "DEU:EXAMPLE-MIN");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "CONFORMANT", "package.asice", "CONFORMANT", "package.asice!/refugees.xml");
  }

  @Test
  void aFaultyMessageInAPackage() {
    Run run = validate(keys.sign(DAMAGED, "--force"));
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).contains("package.asice!/asylum-damaged.xml", "MDX-V01");
  }

  /** What must not be believed is not judged: nothing is known of whose bytes they are. */
  @Test
  void aPackageThatWasChanged() throws IOException {
    Path file = keys.sign(DAMAGED, "--force");
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("<Test>true", "<Test>TRUE"), StandardCharsets.ISO_8859_1);
    Run run = validate(file);
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).contains("MDX-P").doesNotContain("MDX-V");
  }

  @Test
  void whatCannotBeDecidedIsIncomplete() throws IOException {
    Path file = keys.sign(GOOD);
    Path yaml = keys.trust().resolve("trust.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("lists: [ca.crl]", "lists: []"));
    Run run = validate(file);
    assertThat(run.code()).isEqualTo(Exit.UNDECIDED);
    assertThat(run.out())
        .contains("INCOMPLETE", "MDX-P31", "CONFORMANT  " + file + "!/refugees.xml");
  }

  @Test
  void aPackageNeedsToBeKnownWhomToBelieve() {
    Run run = Run.midex("validate", keys.sign(GOOD).toString());
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("--trust");
  }

  @Test
  void unsignedFilesFailUnlessThePolicyLetsThem() throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "signature: false\n");
    Path file = Files.copy(Path.of(GOOD), folder.resolve("refugees.xml"));
    assertThat(validate(file, "--policy", policy.toString()).code()).isZero();
    assertThat(Run.midex("validate", GOOD, "--receiver", "DEU:EXAMPLE-MIN").code())
        .as("nobody would look at it")
        .isEqualTo(Exit.USAGE);
    Run unsigned = validate(file, "--format", "junit");
    assertThat(unsigned.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(unsigned.out())
        .contains("MDX-P41")
        .containsPattern("<failure[^>]*MDX-P41|MDX-P41[^<]*\"[^<]*>\\s*<failure");
    assertThat(keys.signBeside(file).code()).isZero();
    assertThat(validate(file).code()).isZero();
    assertThat(validate(file, "--policy", policy.toString()).out())
        .as("a signature that is there is verified")
        .contains("signatures");
    Files.writeString(file, Files.readString(file).replace("1240", "1250"));
    Run changed = validate(file);
    assertThat(changed.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(changed.out()).contains("MDX-P11").doesNotContain("MDX-V12");
    assertThat(Run.reading(new byte[0], "validate", "-", "--trust", keys.trust().toString()).code())
        .isEqualTo(Exit.USAGE);
  }
}
