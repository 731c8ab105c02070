package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reports that are written again from NDJSON, when a rule set, a waiver, a baseline and a vendor's
 * rules were in use: nothing is lost, and neither rule set nor jar is needed any more.
 */
class ReportAgainTest {
  private static final Path OWN_RULES = Path.of("../examples/own-rules");
  private static final String RULES =
      """
      name: Office 2026
      rules:
        MDX-V12: {disabled: true, reason: totals come later}
        MDX-V05: {severity: warning, reason: the register}
        ACME-V01: {parameters: {most: 1000}}
      waivers:
        - rule: ACME-V01
          where: {CITIZENSHIP: [IRQ, SYR], area: [AUT, DEU]}
          reason: a real peak, checked
          owner: J. Doe
          expires: 2027-12-31
        - {rule: MDX-V05, reason: gone, owner: A. Other, expires: 2020-01-01}
      """;

  @TempDir private static Path folder;
  private static String first;
  private static String second;
  private static List<String> options;

  @BeforeAll
  static void judgeOnce() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    String service =
        Files.readString(OWN_RULES.resolve("META-INF/services/org.midex.validation.RuleProvider"));
    VendorJar.write(jars.resolve("acme-rules.jar"), OWN_RULES.resolve("src"), service.strip());
    Path rules = Files.writeString(folder.resolve("office.yaml"), RULES);
    first = "../examples/asylum-damaged.xml";
    second = "../examples/refugees.xml";
    String old = Files.readString(Path.of(first)).replace("OBS_VALUE=\"-5\"", "OBS_VALUE=\"5\"");
    Path earlier = Files.writeString(folder.resolve("asylum-damaged.xml"), old);
    Path baseline = folder.resolve("earlier.ndjson");
    validate("ndjson", baseline, List.of(earlier.toString(), second));
    options =
        List.of(
            "--rules",
            rules.toString(),
            "--rules-path",
            jars.toString(),
            "--baseline",
            baseline.toString());
    List<String> arguments = new ArrayList<>(List.of(first, second));
    arguments.addAll(options);
    validate("ndjson", folder.resolve("recorded.ndjson"), arguments);
  }

  private static int validate(String format, Path output, List<String> more) {
    List<String> arguments =
        new ArrayList<>(List.of("validate", "--format", format, "-o", output.toString()));
    arguments.addAll(more);
    return run(arguments);
  }

  /** A run at a time of its own, so that reports that say when they were made are the same. */
  private static int run(List<String> arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            err,
            Map.of("LANG", "en"),
            false,
            clock);
    int code = new Main(surroundings).run(arguments.toArray(String[]::new));
    assertThat(err.toString(UTF_8)).isEmpty();
    return code;
  }

  @ParameterizedTest
  @CsvSource({
    "text, en",
    "json, en",
    "ndjson, en",
    "html, en",
    "xlsx, en",
    "junit, en",
    "text, fr",
    "html, fr",
    "xlsx, es",
    "junit, fr",
    "json, es"
  })
  void areTheSameAsThoseThatValidateWrites(String format, String language) throws IOException {
    Path direct = folder.resolve("direct-" + language + "." + format);
    List<String> arguments = new ArrayList<>(List.of(first, second, "--lang", language));
    arguments.addAll(options);
    int code = validate(format, direct, arguments);
    Path again = folder.resolve("again-" + language + "." + format);
    String recorded = folder.resolve("recorded.ndjson").toString();
    int codeAgain =
        run(
            List.of(
                "report",
                recorded,
                "--format",
                format,
                "--lang",
                language,
                "-o",
                again.toString()));
    List<String> expected = lines(direct);
    List<String> found = lines(again);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i));
    }
    assertThat(codeAgain).isEqualTo(code).isEqualTo(Exit.NOT_CONFORMANT);
  }

  /** The lines of the file, or of a workbook's parts. */
  private static List<String> lines(Path file) throws IOException {
    if (!file.toString().endsWith(".xlsx")) {
      return Files.readAllLines(file);
    }
    List<String> lines = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
        if (!entry.getName().startsWith("docProps/")) {
          lines.addAll(List.of(text.split("(?=<row )")));
        }
      }
    }
    return lines;
  }

  @ParameterizedTest
  @CsvSource({"text", "json", "html", "xlsx", "junit"})
  void sayWhatWasJudgedByAndWhatIsWaivedAndNew(String format) throws IOException {
    Path report = folder.resolve("said." + format);
    String recorded = folder.resolve("recorded.ndjson").toString();
    run(List.of("report", recorded, "--format", format, "-o", report.toString()));
    String said =
        String.join("\n", lines(report))
            .replaceAll(format.equals("junit") ? "[<>]" : "<[^>]*>", "")
            .replaceAll("\\s+", " ");
    assertThat(said)
        .contains("Office 2026", "totals come later", "the register")
        .contains("acme-rules.jar", "ACME-V01", "MDX-V90")
        .contains("J. Doe", "2027-12-31", "a real peak, checked")
        .contains("MDX-V12", "earlier.ndjson");
  }

  @Test
  void canFailForNewFindingsOnly() throws IOException {
    Path same = folder.resolve("same.ndjson");
    List<String> arguments = new ArrayList<>(List.of(first, second));
    arguments.addAll(options.subList(0, 4));
    arguments.addAll(List.of("--baseline", folder.resolve("recorded.ndjson").toString()));
    validate("ndjson", same, arguments);
    assertThat(run(List.of("report", same.toString(), "-o", folder.resolve("o").toString())))
        .isEqualTo(Exit.NOT_CONFORMANT);
    Path junit = folder.resolve("new.xml");
    assertThat(
            run(
                List.of(
                    "report",
                    same.toString(),
                    "--fail-on-new",
                    "--format",
                    "junit",
                    "-o",
                    junit.toString())))
        .isZero();
    assertThat(Files.readString(junit)).doesNotContain("<failure");
  }
}
