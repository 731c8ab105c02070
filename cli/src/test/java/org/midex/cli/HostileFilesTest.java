package org.midex.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that no honest sender makes: a clear finding, the right exit code, and nothing else. */
class HostileFilesTest {
  private static final String GOOD = read();

  static Stream<Arguments> files() throws IOException {
    return Stream.of(
        file("empty", "", "MDX-S05"),
        file("truncated", GOOD.substring(0, GOOD.length() - 200), "MDX-S01"),
        file("another namespace", GOOD.replace("urn:midex:1", "urn:other"), "MDX-S05"),
        file(
            "DOCTYPE",
            GOOD.replace("<Message ", "<!DOCTYPE Message SYSTEM \"file:///etc/passwd\"><Message "),
            "MDX-S03"),
        file(
            "entity bomb",
            GOOD.replace(
                    "<Message ",
                    "<!DOCTYPE Message [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Message ")
                .replace("EXAMPLE", "&b;"),
            "MDX-S03"),
        file("200,000 deep", GOOD.replace("<Sender>", "<a>".repeat(200_000)), "MDX-S04"),
        file(
            "an attribute of 30 MB",
            GOOD.replace("\"1240\"", "\"" + "1".repeat(30 << 20) + "\""),
            "MDX-S04"),
        file("NUL", GOOD.replaceFirst("AUT", "A\0T"), "MDX-S01"),
        file("HTML", "<!doctype html><html></html>", "MDX-S01"),
        file("newer major", GOOD.replace("version=\"1.0\" id", "version=\"2.0\" id"), "MDX-S13"),
        Arguments.of(
            "Latin-1", GOOD.replace("statistics", "Österreich").getBytes(ISO_8859_1), "MDX-S02"),
        Arguments.of("UTF-16", GOOD.getBytes(UTF_16), "MDX-S02"),
        Arguments.of("random bytes", random(100_000), "MDX-S05"),
        Arguments.of("Avro's magic and random bytes", avro(), "MDX-S"),
        file("a character that XML lacks", GOOD.replace("Example", "\uFFFE"), "MDX-S01"),
        file(
            "500,000 unknown names",
            GOOD.replaceFirst("<Obs ", names(500_000) + "<Obs "),
            "MDX-S04"),
        Arguments.of("bytes after gzip", join(gzip(GOOD), random(100)), "MDX-S05"),
        Arguments.of("a zip", new byte[] {'P', 'K', 3, 4, 0, 0}, "MDX-S05"),
        Arguments.of("damaged gzip", Arrays.copyOf(gzip(GOOD), 200), "MDX-S05"),
        Arguments.of(
            "gzip bomb",
            gzip(GOOD.replace("<Header>", "<Header>" + " ".repeat(200 << 20))),
            "MDX-S04"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void areRefusedWithAFinding(String name, byte[] bytes, String rule) {
    Run run = Run.reading(bytes, "validate", "-");
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).startsWith("NOT CONFORMANT").contains(rule).doesNotContain("\tat ");
    assertThat(run.err()).isEmpty();
  }

  private static Arguments file(String name, String text, String rule) {
    return Arguments.of(name, text.getBytes(UTF_8), rule);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static String names(int count) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < count; i++) {
      names.append("<X").append(i).append("/>");
    }
    return names.toString();
  }

  /** Where a message is cut off in the middle of a row, that row's codes are nobody else's. */
  @Test
  void aRowThatIsCutOffIsNoOtherRowsKey() throws IOException {
    String message = read();
    int first = message.indexOf("<Obs ");
    String row = message.substring(first, message.indexOf('\n', first) + 1);
    String start = message.substring(0, first);
    String cut = start + row + row + "<Obs REF_AREA=\"DEU\" ORIGIN=\"IRQ\" SEX=\"F\" AGE=\"_";
    Run run = Run.reading(cut.getBytes(UTF_8), "validate", "--format", "ndjson", "-");
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).contains("MDX-V03").doesNotContain("DEU:IRQ");
  }

  /** What is wrong with the header too is told with its place, as far as there are bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"samples", "all"})
  void damagedGzipKeepsNoOtherFindingFromBeingTold(String positions) throws IOException {
    String message = GOOD.replace("<Edition>2026-11-25", "<Edition>2099-01-01");
    assertThat(message).isNotEqualTo(GOOD);
    byte[] whole = gzip(message.replaceFirst("<Obs [^>]*>", "$0$0"));
    for (byte[] bytes : List.of(join(whole, random(100)), Arrays.copyOf(whole, whole.length - 9))) {
      Run run = Run.reading(bytes, "validate", "--positions", positions, "-");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("MDX-S05", "MDX-V50", "-:4:10");
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void damagedGzipKeepsNoOtherFileFromBeingJudged(@TempDir Path folder) throws IOException {
    Path damaged = Files.write(folder.resolve("b.xml.gz"), join(gzip(GOOD), random(100)));
    Path good = Files.writeString(folder.resolve("a.xml"), GOOD);
    String first = good.toString();
    Run run = Run.midex("validate", first, damaged.toString(), first);
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out())
        .contains("MDX-S05")
        .contains("Files 3 · conformant 2 · not conformant 1 · incomplete 0\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void damagedGzipIsToldByWhoLooksForARowBehindIt(@TempDir Path folder) throws IOException {
    Path damaged = Files.write(folder.resolve("b.xml.gz"), join(gzip(GOOD), random(100)));
    assertThat(Run.midex("show", damaged.toString(), "--record", "1").code()).isEqualTo(Exit.OK);
    Run run = Run.midex("show", damaged.toString(), "--record", "99");
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.err()).contains("MDX-S05");
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] avro() {
    byte[] bytes = random(2_000);
    System.arraycopy(new byte[] {'O', 'b', 'j', 1}, 0, bytes, 0, 4);
    return bytes;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static String read() {
    try {
      return Files.readString(Path.of("../examples/refugees.xml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
