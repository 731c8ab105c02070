package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that read messages but do not judge what they mean. */
class MessageCommandsTest {
  private static final String GOOD = "../examples/refugees.xml";
  private static final String DAMAGED = "../examples/asylum-damaged.xml";
  private static final String NO_MESSAGE = "../examples/no-message.xml";

  @TempDir private Path folder;
  private byte[] good = {};

  @BeforeEach
  void read() throws IOException {
    good = Files.readAllBytes(Path.of(GOOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"digest", "diff", "convert"})
  void haveHelpWithAnExample(String command) {
    assertThat(Run.midex(command, "--help").out())
        .contains("Usage: midex " + command, "Example", "Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.xml", "."})
  void fileThatCannotBeReadIsNoVerdict(String file) {
    Run run = Run.midex("digest", folder.resolve(file).toString());
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  @Nested
  class Digest {
    @Test
    void ofACanonicalFileIsItsOwnSha256() throws NoSuchAlgorithmException {
      Run run = Run.midex("digest", GOOD);
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(good));
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWith("message " + sha256 + "\ndata ")
          .matches("message [0-9a-f]{64}\ndata [0-9a-f]{64}\n");
    }

    @Test
    void isTheSameForStdinAndGzip() throws IOException {
      String expected = Run.midex("digest", GOOD).out();
      assertThat(Run.reading(good, "digest", "-").out()).isEqualTo(expected);
      assertThat(Run.reading(gzip(good), "digest", "-").out()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {DAMAGED, NO_MESSAGE})
    void ofAFaultyMessageIsRefusedWithReasons(String file) {
      Run run = Run.midex("digest", file);
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("no digest", "MDX-");
    }

    @Test
    void ofANewerMinorVersionIsUndecided() {
      String newer =
          new String(good, UTF_8)
              .replace("urn:midex:1\" version=\"1.0\"", "urn:midex:1\" version=\"1.9\"")
              .replace("OBS_VALUE", "NEW=\"1\" OBS_VALUE");
      Run run = Run.reading(newer.getBytes(UTF_8), "digest", "-");
      assertThat(run.code()).isEqualTo(Exit.UNDECIDED);
    }

    /** In rows and in the header, as where the message is judged. */
    @ParameterizedTest
    @ValueSource(strings = {"SEX=\"F\"", "action=\"Replace\"", "OBS_STATUS=\"E\""})
    void ofAMessageWithANewerCodeIsUndecided(String part) {
      String newer =
          new String(good, UTF_8)
              .replace("urn:midex:1\" version=\"1.0\"", "urn:midex:1\" version=\"1.9\"")
              .replace(part, part.replaceFirst("\"[^\"]*\"", "\"NEW\""));
      assertThat(newer).contains("NEW");
      for (String command : new String[] {"digest", "validate"}) {
        Run run = Run.reading(newer.getBytes(UTF_8), command, "-");
        assertThat(run.code()).isEqualTo(Exit.UNDECIDED);
        assertThat(run.err() + run.out()).doesNotContain("MDX-V01", "MDX-S11");
      }
    }
  }

  @Nested
  class Convert {
    @Test
    void toXmlGivesTheCanonicalForm() throws IOException {
      byte[] indented = new String(good, UTF_8).replace("\n<", "\n   <").getBytes(UTF_8);
      Path out = folder.resolve("out.xml");
      Run run = Run.reading(indented, "convert", "-", "-o", out.toString());
      assertThat(run).isEqualTo(new Run(0, "", ""));
      assertThat(out).hasBinaryContent(good);
    }

    @Test
    void toStdoutNeedsASyntax() {
      assertThat(Run.midex("convert", GOOD, "-o", "-", "--to", "xml").out())
          .isEqualTo(new String(good, UTF_8));
      assertThat(Run.midex("convert", GOOD, "-o", "-").code()).isEqualTo(Exit.USAGE);
    }

    @Test
    void refusesAFaultyMessageAndLeavesTheTargetAlone() throws IOException {
      Path out = Files.writeString(folder.resolve("out.xml"), "old");
      Run run = Run.midex("convert", DAMAGED, "-o", out.toString());
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.err()).contains("not written", "MDX-S11", "observation 13");
      assertThat(out).hasContent("old");
      assertThat(folder).isDirectoryNotContaining(f -> f.toString().endsWith(".part"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.avro", "out.avro.gz"})
    void refusesAHeaderThatIsTooLongForAvro(String name) {
      String sources = ("<DataSource>" + "x".repeat(65_000) + "</DataSource>\n").repeat(65);
      byte[] large =
          new String(good, UTF_8).replace("</Header>", sources + "</Header>").getBytes(UTF_8);
      Path out = folder.resolve(name);
      Run run = Run.reading(large, "convert", "-", "-o", out.toString());
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.err()).contains("not written", "MDX-S04", "4194304");
      assertThat(folder).isEmptyDirectory();
    }

    @Test
    void ofAnotherExtensionIsWrongUsage() {
      Run run = Run.midex("convert", GOOD, "-o", folder.resolve("out.csv").toString());
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains("must end in .xml or .avro");
    }

    @Test
    void intoAMissingFolderFails() {
      Run run = Run.midex("convert", GOOD, "-o", folder.resolve("none/out.xml").toString());
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err().lines()).hasSize(1);
    }
  }

  @Nested
  class Diff {
    @Test
    void findsNoneWhateverTheOrder() {
      String[] parts = new String(good, UTF_8).split("(?=<Obs )", 3);
      String swapped = parts[0] + parts[2].replaceFirst("(?s)(<Obs .*?/>\n)", "$1" + parts[1]);
      Run run = Run.reading(swapped.getBytes(UTF_8), "diff", GOOD, "-");
      assertThat(run.code()).isZero();
      assertThat(run.out()).isEqualTo("added 0 · removed 0 · changed 0 · equal 14\n");
    }

    @Test
    void showsWhatChanged() {
      String other = new String(good, UTF_8).replace("OBS_VALUE=\"1240\"", "OBS_VALUE=\"1241\"");
      Run run = Run.reading(other.getBytes(UTF_8), "diff", GOOD, "-");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out().lines())
          .satisfiesExactly(
              l -> assertThat(l).startsWith("- ").contains("ORIGIN=\"AFG\"", "OBS_VALUE=\"1240\""),
              l -> assertThat(l).startsWith("+ ").contains("ORIGIN=\"AFG\"", "OBS_VALUE=\"1241\""),
              l -> assertThat(l).contains("changed 1"));
    }

    @Test
    void ofDifferentThemesOrNoMessageIsDifferent() {
      assertThat(Run.midex("diff", GOOD, DAMAGED).code()).isEqualTo(Exit.NOT_CONFORMANT);
      Run run = Run.midex("diff", GOOD, NO_MESSAGE);
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.err()).contains("MDX-S03");
    }

    @Test
    void readsStdinOnce() {
      assertThat(Run.midex("diff", "-", "-").code()).isEqualTo(Exit.USAGE);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
