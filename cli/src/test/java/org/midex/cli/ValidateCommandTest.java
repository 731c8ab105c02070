package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {
  private static final String GOOD = "../examples/refugees.xml";
  private static final String DAMAGED = "../examples/asylum-damaged.xml";
  private static final String NO_MESSAGE = "../examples/no-message.xml";

  @TempDir private Path folder;

  @Test
  void whatIsExpectedOfAShortClosedListIsItsCodes() throws IOException {
    String file = Files.readString(Path.of(GOOD)).replace(">PUBLIC<", ">public<");
    assertThat(Run.reading(file.getBytes(UTF_8), "validate", "-").out().replaceAll("[\\s│]+", " "))
        .contains("Expected CL_CLASSIFICATION (PUBLIC, ");
  }

  @Test
  void aFewFindingsOfAKindAreAllInTheHtml() throws IOException {
    String file = Files.readString(Path.of(GOOD));
    for (String figure : new String[] {"1240", "2310", "3550", "3105"}) {
      file = file.replace("OBS_VALUE=\"" + figure + "\"", "OBS_VALUE=\"-" + figure + "\"");
    }
    assertThat(Run.reading(file.getBytes(UTF_8), "validate", "-", "--format", "html").out())
        .contains("(4 of 4)");
  }

  @Nested
  class MemoryAndThreads {
    @ParameterizedTest
    @ValueSource(
        strings = {"--memory=0", "--memory=64K", "--memory=2g", "--threads=1", "--threads=3"})
    void changeNothingOfTheReport(String option) {
      assertThat(Run.midex("validate", DAMAGED, option)).isEqualTo(Run.midex("validate", DAMAGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64q", "-1", "1.5g", "9999999999"})
    void memoryHasToBeAnAmount(String amount) {
      Run run = Run.midex("validate", GOOD, "--memory=" + amount);
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err())
          .contains("expected an amount of memory such as 800k, 64m or 2g, was '" + amount + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "65"})
    void thereAreOneToSixtyFourThreads(String count) {
      Run run = Run.midex("validate", GOOD, "--threads=" + count);
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains("--threads needs a number from 1 to 64");
    }
  }

  @Nested
  class TheExitCode {
    @Test
    void isZeroForAConformantFile() {
      Run run = Run.midex("validate", GOOD);
      assertThat(run).isEqualTo(new Run(0, run.out(), ""));
      assertThat(run.out())
          .startsWith("CONFORMANT  " + GOOD + "   REFUGEE_POP 1.0   14 observations");
    }

    @ParameterizedTest
    @ValueSource(strings = {DAMAGED, NO_MESSAGE, "../examples/asylum-office.csv"})
    void isOneForFindingsAndForWhatIsNoMessage(String file) {
      Run run = Run.midex("validate", file);
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out()).startsWith("NOT CONFORMANT");
      assertThat(run.err()).isEmpty();
    }

    @Test
    void isZeroForFindingsThatNeverFail() {
      Run run = Run.midex("validate", DAMAGED, "--fail-on", "never");
      assertThat(run.code()).isZero();
      assertThat(run.out()).startsWith("NOT CONFORMANT");
    }

    @Test
    void isFourForANewerMinorVersion() throws IOException {
      String newer =
          Files.readString(Path.of(GOOD))
              .replace("urn:midex:1\" version=\"1.0\"", "urn:midex:1\" version=\"1.9\"")
              .replace("SEX=", "NEW=\"1\" SEX=");
      Run run = Run.reading(newer.getBytes(UTF_8), "validate", "-");
      assertThat(run.code()).isEqualTo(Exit.UNDECIDED);
      assertThat(run.out()).startsWith("INCOMPLETE  -");
    }

    @Test
    void isTheGravestOfSeveralFilesAndTheOthersAreStillJudged() {
      Run run = Run.midex("validate", folder.resolve("missing.xml").toString(), GOOD, DAMAGED);
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).startsWith("midex: no such file: ");
      assertThat(run.out())
          .contains("\nNOT CONFORMANT")
          .endsWith(
              "Files 3 · conformant 1 · not conformant 1 · incomplete 0 · could not finish 1\n");
      assertThat(Run.midex("validate", GOOD, DAMAGED).code()).isEqualTo(Exit.NOT_CONFORMANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=pdf", "--fail-on=sometimes", "--formt=json"})
    void isTwoForWrongUsage(String option) {
      Run run = Run.midex("validate", GOOD, option);
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines()).hasSize(2);
    }
  }

  @Nested
  class TheReport {
    @Test
    void isJsonWhenAskedFor() {
      Run run = Run.midex("validate", DAMAGED, "--format", "json");
      assertThat(run.out())
          .startsWith("{")
          .contains("\"verdict\" : \"notConformant\"", "\"rule\" : \"MDX-V02\"")
          .endsWith("}\n");
    }

    @Test
    void isNdjsonWithEveryFinding() {
      Run run = Run.midex("validate", DAMAGED, "--format", "ndjson");
      assertThat(run.out().lines())
          .hasSizeGreaterThan(10)
          .allMatch(l -> l.startsWith("{") && l.endsWith("}"));
    }

    @Test
    void isInTheLanguageAskedFor() {
      assertThat(Run.midex("validate", DAMAGED, "--lang", "fr").out()).startsWith("NON CONFORME");
    }

    @Test
    void goesToAFile() throws IOException {
      Path file = folder.resolve("report.json");
      Run run = Run.midex("validate", GOOD, DAMAGED, "--format", "json", "-o", file.toString());
      assertThat(run).isEqualTo(new Run(1, "", ""));
      assertThat(Files.readString(file)).startsWith("{\n  \"files\" : [").endsWith("}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "ndjson"})
    void endsQuietlyWhenTheReaderLeft(String format) {
      OutputStream closed =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("Broken pipe");
            }
          };
      Run run = Run.into(closed, Map.of(), "validate", DAMAGED, GOOD, "--format", format);
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).isEmpty();
    }
  }
}
