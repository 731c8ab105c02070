package org.midex.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.TestKeys;
import org.midex.codec.pack.KeyKind;
import org.midex.model.Party;
import org.midex.model.Verdict;
import org.midex.model.signature.Outcome;

class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @TempDir Path folder;

  /** Set {@code -Dmidex.readme=write} to put the sources into the README. */
  @ParameterizedTest
  @ValueSource(strings = {"ValidateExample", "ReadExample", "WriteExample", "SignExample"})
  void showsTheExamplesThatAreRun(String example) throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/org/midex/examples", example + ".java"));
    String body =
        source.substring(
            source.indexOf("// example\n") + "// example\n".length(), source.indexOf("    // end"));
    String block =
        "<!-- example: "
            + example
            + " -->\n```java\n"
            + body.stripTrailing().stripIndent()
            + "\n```\n";
    Path readme = ROOT.resolve("README.md");
    String text = Files.readString(readme);
    Matcher shown =
        Pattern.compile("<!-- example: " + example + " -->\n```java\n(?s:.*?)```\n").matcher(text);
    assertThat(shown.find()).isTrue();
    if ("write".equals(System.getProperty("midex.readme"))) {
      Files.writeString(readme, text.replace(shown.group(), block));
    } else {
      assertThat(shown.group()).isEqualTo(block);
    }
  }

  @Test
  void validates() throws IOException {
    assertThat(ValidateExample.run(ROOT.resolve("examples/refugees.xml")))
        .isEqualTo(Verdict.CONFORMANT);
    assertThat(ValidateExample.run(ROOT.resolve("examples/asylum-damaged.xml")))
        .isEqualTo(Verdict.NOT_CONFORMANT);
  }

  @Test
  void signs() throws IOException {
    char[] password = "secret".toCharArray();
    Path trust = folder.resolve("trust");
    new TestKeys(trust, password, Instant.now())
        .add(new Party("AUT", "EXAMPLE-STATS"), List.of(KeyKind.ECDSA_P256));
    Outcome outcome =
        SignExample.run(
            ROOT.resolve("examples/refugees.xml"),
            folder.resolve("refugees.asice"),
            trust.resolve("aut-example-stats-sign-ecdsa-p256.p12"),
            password,
            trust);
    assertThat(outcome).isEqualTo(Outcome.PASSED);
  }

  @Test
  void reads() throws IOException {
    assertThat(ReadExample.run(ROOT.resolve("examples/refugees.xml")))
        .isEqualTo(3550 + 6525 + 31440 + 197 + 418);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.xml", "out.avro", "out.xml.gz"})
  void writes(String name) throws IOException {
    Path file = folder.resolve(name);
    WriteExample.run(file);
    assertThat(ValidateExample.run(file)).isEqualTo(Verdict.CONFORMANT);
    assertThat(ReadExample.run(file)).isEqualTo(6525);
  }
}
