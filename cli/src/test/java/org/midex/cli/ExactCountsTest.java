package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every observation of a file is wrong in a known way: each report counts them all. */
class ExactCountsTest {
  private static final int ROWS = 4_000;
  private static final String FIGURE = "1\u202F000";

  @TempDir private static Path folder;
  private static String file;

  /**
   * A quarter each: unknown code, negative figure, a mark in the figure, no sex; and every period
   * is outside the coverage that the header states.
   */
  @BeforeAll
  static void damage() throws IOException {
    String text = Files.readString(Path.of("../examples/refugees.xml"));
    int from = text.indexOf("<Obs ");
    int to = text.lastIndexOf("/>") + 2;
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      String origin = i % 4 == 0 ? "Q1Q" : "AFG";
      String sex = i % 4 == 3 ? "" : " SEX=\"F\"";
      String value = i % 4 == 1 ? "-5" : i % 4 == 2 ? "1,250" : "7";
      rows.append("<Obs REF_AREA=\"AUT\" ORIGIN=\"").append(origin).append("\" POP_TYPE=\"REF\"");
      rows.append(sex).append(" AGE=\"Y").append(i % 100).append("\" LOCATION_TYPE=\"_T\"");
      rows.append(" ACCOMMODATION=\"_T\" TIME_PERIOD=\"").append(1980 + i / 100);
      rows.append("\" OBS_VALUE=\"").append(value).append("\"/>\n");
    }
    String wrong = text.substring(0, from) + rows + text.substring(to).stripLeading();
    file = Files.writeString(folder.resolve("wrong.xml"), wrong).toString();
  }

  private static String report(String format) throws IOException {
    Path report = folder.resolve("report." + format);
    Run run =
        Run.with(
            Map.of("LANG", "en"), "validate", file, "--format", format, "-o", report.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    return format.equals("xlsx") ? sheets(report) : Files.readString(report);
  }

  private static String sheets(Path workbook) throws IOException {
    List<String> sheets = new ArrayList<>();
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          sheets.add(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
      }
    }
    return String.join("", sheets);
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void inText() throws IOException {
    assertThat(count(report("text"), "(?m)^error MDX-(V01|V05|S11|S09) .* " + FIGURE + "×$"))
        .isEqualTo(4);
  }

  @Test
  void inJsonAndLines() throws IOException {
    assertThat(count(report("json"), "\"rule\" : \"MDX-(V01|V05|S11|S09)\"")).isEqualTo(4);
    assertThat(count(report("json"), "\"count\" : 1000,\\s*\"message\"")).isEqualTo(4);
    String lines = report("ndjson");
    for (String rule : List.of("MDX-V01", "MDX-V05", "MDX-S11", "MDX-S09")) {
      assertThat(count(lines, "(?m)^\\{\"file\":[^,]*,\"rule\":\"" + rule)).isEqualTo(1_000);
    }
  }

  private static String firstMain(String html) {
    return html.substring(0, html.indexOf("</main>"));
  }

  @Test
  void inHtml() throws IOException {
    String english = firstMain(report("html"));
    assertThat(count(english, "Findings: " + FIGURE + "<")).isEqualTo(4);
    assertThat(count(english, "Observations concerned: " + FIGURE + "<")).isEqualTo(4);
  }

  @Test
  void inRowsOfTheWorkbook() throws IOException {
    assertThat(count(report("xlsx"), "<row ")).isEqualTo(2 * ROWS + 1);
  }

  @Test
  void inJunit() throws IOException {
    assertThat(count(report("junit"), "<failure type=\"error\" message=\"" + FIGURE + "× "))
        .isEqualTo(4);
  }
}
