package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
  private static final String GOOD = "../examples/refugees.xml";
  private static final String DAMAGED = "../examples/asylum-damaged.xml";
  private static final String NO_MESSAGE = "../examples/no-message.xml";
  private static final String OFFICE = "../examples/asylum-office.yaml";

  @TempDir private Path folder;
  private Path out = Path.of("");

  @BeforeEach
  void name() {
    out = folder.resolve("out.csv");
  }

  private Run export(String message, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "export";
    args[1] = message;
    args[2] = "-o";
    args[3] = out.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return Run.midex(args);
  }

  private String imported() throws IOException {
    Path message = folder.resolve("office.xml");
    Run run =
        Run.midex(
            "import", "../examples/asylum-office.csv", "--map", OFFICE, "-o", message.toString());
    assertThat(run.code()).isZero();
    return message.toString();
  }

  @Test
  void hasHelpWithExamples() {
    assertThat(Run.midex("export", "--help").out())
        .contains("Usage: midex export", "Examples:", "--leave-out", "Exit codes:");
  }

  @Nested
  class ToSdmxCsv {
    @Test
    void writesEveryObservationAndSaysSo() throws IOException {
      Run run = export(GOOD, "--to", "sdmx-csv");
      assertThat(run.code()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains("REFUGEE_POP, SDMX-CSV 2.0")
          .containsPattern("observations +14\n +written +14\n +not expressible +0\n");
      assertThat(Files.readString(out).lines()).hasSize(15);
    }

    @Test
    void comesBackWithTheSameData() throws IOException {
      export(GOOD, "--to", "sdmx-csv", "--labels", "both", "--separator", "tab", "--lang", "es");
      Path again = folder.resolve("again.avro");
      assertThat(Run.midex("import", out.toString(), "-o", again.toString()).code()).isZero();
      assertThat(data(again.toString())).isEqualTo(data(GOOD));
    }

    @Test
    void namesThingsInTheLanguageAskedFor() throws IOException {
      export(GOOD, "--to", "SDMX-CSV", "--labels", "NAME", "--lang", "fr");
      assertThat(Files.readString(out)).contains(",Zone déclarante,");
    }

    @Test
    void mayBeCompressed() throws IOException {
      out = folder.resolve("out.csv.gz");
      assertThat(export(GOOD, "--to", "sdmx-csv").code()).isZero();
      try (InputStream in = new GZIPInputStream(Files.newInputStream(out))) {
        assertThat(new String(in.readAllBytes(), UTF_8)).startsWith("STRUCTURE,").endsWith("\r\n");
      }
    }

    @Test
    void leavesStdoutToTheTable() throws IOException {
      byte[] message = Files.readAllBytes(Path.of(GOOD));
      Run run = Run.reading(message, "export", "-", "--to", "sdmx-csv", "-o", "-");
      assertThat(run.code()).isZero();
      assertThat(run.out()).startsWith("STRUCTURE,").endsWith("\r\n");
      assertThat(run.err()).contains("observations");
    }
  }

  @Nested
  class InTheLayoutOfAMapping {
    @Test
    void givesTheTableBack() throws IOException {
      Run run = export(imported(), "--map", OFFICE);
      assertThat(run.code()).isZero();
      String source = Files.readString(Path.of("../examples/asylum-office.csv"), UTF_8);
      assertThat(Files.readString(out).replace("\r\n", "\n")).isEqualTo(source);
    }

    @Test
    void writesWhatItCanAndTellsTheRest() throws IOException {
      Run run = export(GOOD, "--map", "unhcr-population");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("MDX-I2", "not expressible");
      assertThat(out).exists();
    }

    @Test
    void writesNothingWhereNothingFits() throws IOException {
      Files.writeString(out, "old");
      Run run = export(GOOD, "--map", OFFICE);
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("not exported", "MDX-I20", "theme");
      assertThat(out).hasContent("old");
    }

    @Test
    void leavesOutWhatItMay() throws IOException {
      String message = imported();
      String commented =
          Files.readString(Path.of(message))
              .replace("OBS_VALUE=\"510\"", "OBS_VALUE=\"510\" COMMENT=\"late\"");
      Files.writeString(Path.of(message), commented);
      Run run = export(message, "--map", OFFICE);
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("MDX-I25", "COMMENT");
      run = export(message, "--map", OFFICE, "--leave-out", "COMMENT=late");
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("left out, as asked");
    }

    @Test
    void tellsFindingsAsJson() {
      Run run = export(GOOD, "--map", OFFICE, "--format", "json");
      assertThat(run.out()).startsWith("{").contains("\"MDX-I20\"", "\"format\" : \"xml\"");
    }
  }

  @Nested
  class OfAFaultyMessage {
    @Test
    void leavesFaultyRowsOut() throws IOException {
      Run run = export(DAMAGED, "--to", "sdmx-csv");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("MDX-S").doesNotContain("not expressible  0");
      assertThat(out).exists();
    }

    @Test
    void thatIsNoneWritesNothing() {
      Run run = export(NO_MESSAGE, "--to", "sdmx-csv");
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).contains("not exported", "MDX-S");
      assertThat(out).doesNotExist();
      assertThat(folder).isEmptyDirectory();
    }

    @Test
    void ofANewerVersionIsUndecided() throws IOException {
      String newer =
          Files.readString(Path.of(GOOD))
              .replace("urn:midex:1\" version=\"1.0\"", "urn:midex:1\" version=\"1.9\"")
              .replace("OBS_VALUE", "NEW=\"1\" OBS_VALUE");
      Path file = Files.writeString(folder.resolve("newer.xml"), newer);
      Run run = export(file.toString(), "--to", "sdmx-csv");
      assertThat(run.code()).isEqualTo(Exit.UNDECIDED);
      assertThat(out).doesNotExist();
    }
  }

  @Nested
  class WrongUsage {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "| say what to write",
          "--to sdmx-csv --map unhcr-population | exclude each other",
          "--to sdmx-cvs | did you mean sdmx-csv?",
          "--to sdmx-csv --separator x | use one of",
          "--to sdmx-csv --labels names | names",
          "--to sdmx-csv --leave-out COMMENT | needs --map",
          "--map unhcr-populatio | did you mean unhcr-population?",
          "--map unhcr-population --labels id | need --to",
          "--map unhcr-population --separator ; | need --to",
          "--map unhcr-population --leave-out COMENT | did you mean COMMENT?",
          "--map unhcr-population --leave-out SEX | no attribute SEX"
        })
    void isSaid(String options, String said) {
      Run run = export(GOOD, options == null ? new String[0] : options.split(" "));
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains(said);
      assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.xlsx", "out.xml", "out", "."})
    void ofAnotherNameThanTheTablesKind(String name) {
      out = folder.resolve(name);
      Run run = export(GOOD, "--to", "sdmx-csv");
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains("must end in .csv or .csv.gz");
    }

    @Test
    void ofALayoutThatCannotBeWritten() throws IOException {
      Path map =
          Files.writeString(
              folder.resolve("m.yaml"),
              Files.readString(Path.of(OFFICE))
                  .replace("encoding: UTF-8", "encoding: US-ASCII")
                  .replace("Note:", "État:"));
      Run run = export(GOOD, "--map", map.toString());
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains("the heading 'État'", "US-ASCII");
    }

    @Test
    void ofAWorkbookIsItsOwnEnding() {
      Run run = export(GOOD, "--map", "worldbank-remittances");
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains("must end in .xlsx");
    }
  }

  private static String data(String file) {
    return Run.midex("digest", file)
        .out()
        .lines()
        .filter(l -> l.startsWith("data"))
        .toList()
        .get(0);
  }
}
