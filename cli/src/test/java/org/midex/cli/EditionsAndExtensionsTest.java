package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --edition} and {@code --catalogue}. */
class EditionsAndExtensionsTest {
  private static final String EXTENSION = "../examples/extension";

  @TempDir private Path folder;

  @Nested
  class AnOlderEdition {
    @Test
    void doesNotKnowCodesThatCameLater() throws IOException {
      Path file = stock("2026-11-25", "EU28_FOR");
      assertThat(Run.midex("validate", file.toString()).code()).isZero();
      Run then = Run.midex("validate", file.toString(), "--edition", "2026-11-01");
      assertThat(then.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(then.out()).contains("MDX-V01  ORIGIN");
    }

    @Test
    void thatAMessageNamesBindsItsCodes() throws IOException {
      Run run = Run.midex("validate", stock("2026-11-01", "EU28_FOR").toString());
      assertThat(run.out()).contains("MDX-V54  ORIGIN");
      assertThat(Run.midex("validate", stock("2026-11-01", "DEU").toString()).code()).isZero();
    }

    /**
     * The golden reports were written by the program of that time. What was meant by a value may be
     * guessed better since.
     */
    @ParameterizedTest
    @CsvSource({"report.txt, text, en", "report.json, json, fr"})
    void judgesAsItDidThen(String golden, String format, String language) throws IOException {
      Path then = Path.of("src/test/resources/org/midex/cli/edition-2026-11-01");
      String file = then.resolve("damaged.xml").toString();
      Run run =
          Run.midex(
              "validate", file, "--edition", "2026-11-01", "--format", format, "--lang", language);
      assertThat(
              withoutGuesses(
                  run.out().replace(file, "damaged.xml").replace(Versions.program(), "VERSION")))
          .isEqualTo(
              withoutGuesses(
                  Files.readString(then.resolve(golden)).replace("0.1.0-SNAPSHOT", "VERSION")));
    }

    private static String withoutGuesses(String report) {
      return report
          .replaceAll("\\s+", " ")
          .replaceAll("\\^ expected: \\S+", "^")
          .replaceAll("fix: [^;]*→[^;]*; ", "fix: ")
          .replaceAll(",? \"suggestion\" : \"[^\"]*\"", "");
    }

    @Test
    void hasItsOwnThemes() {
      assertThat(Run.midex("catalogue", "--edition", "2026-11-01").out())
          .contains("MIG_STOCK")
          .doesNotContain("REMITTANCE");
    }

    @Test
    void thatIsUnknownIsWrongUsage() {
      Run run = Run.midex("validate", "x.xml", "--edition", "2020-01-01");
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains("no edition '2020-01-01'; known are 2026-11-25, 2026-11-01");
    }

    private Path stock(String edition, String origin) throws IOException {
      return Files.writeString(
          folder.resolve(origin + edition + ".xml"),
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Message xmlns="urn:midex:1" version="1.0" id="urn:example:1">
          <Header><Edition>%s</Edition><Prepared>2026-11-26T00:00:00Z</Prepared>\
          <Sender><Area>AUT</Area><Authority>A</Authority></Sender></Header>
          <MIG_STOCK action="Append"><Obs REF_AREA="AUT" ORIGIN="%s" ORIGIN_BASIS="COC" SEX="_T" AGE="_T" \
          EDUCATION="_T" OCCUPATION="_T" DURATION_STAY="_T" TIME_PERIOD="2024" OBS_VALUE="7"/></MIG_STOCK>
          </Message>
          """
              .formatted(edition, origin));
    }
  }

  @Nested
  class AnExtension {
    @Test
    void isImportedValidatedAndConverted() {
      String xml = imported();
      Run run = Run.midex("validate", xml, "--catalogue", EXTENSION);
      assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(run.out())
          .contains("with the extension Great River Basin (example) (RVR:2026-11-01)")
          .contains("RVR-V01  ORIGIN");
      String avro = folder.resolve("herders.avro").toString();
      assertThat(Run.midex("convert", xml, "-o", avro, "--catalogue", EXTENSION).code()).isZero();
      String digests = Run.midex("digest", xml, "--catalogue", EXTENSION).out();
      assertThat(Run.midex("digest", avro, "--catalogue", EXTENSION).out()).isEqualTo(digests);
    }

    @Test
    void speaksItsLanguage() {
      assertThat(Run.midex("validate", imported(), "--catalogue", EXTENSION, "--lang", "ar").out())
          .startsWith("غير مطابق")
          .contains("رعاة قادمون من المنطقة التي ينتقلون إليها");
      assertThat(Run.midex("validate", imported(), "--lang", "ar").code()).isEqualTo(Exit.USAGE);
    }

    @Test
    void isNamedInReportsForPrograms() {
      assertThat(
              Run.midex("validate", imported(), "--catalogue", EXTENSION, "--format", "json").out())
          .contains("\"extension\" : \"RVR:2026-11-01\"");
    }

    @Test
    void isMissedByThoseWhoDoNotHaveIt() {
      assertThat(Run.midex("validate", imported()).out()).contains("MDX-S17").contains("MDX-S19");
    }

    @Test
    void addsAreasThatMessagesOfTheStandardMayUse() throws IOException {
      Path file = folder.resolve("basin.xml");
      String refugees = Files.readString(Path.of("../examples/refugees.xml"));
      Files.writeString(file, refugees.replace("ORIGIN=\"SYR\"", "ORIGIN=\"RVR_BASIN\""));
      assertThat(Run.midex("validate", file.toString()).out()).contains("MDX-V01");
      assertThat(Run.midex("validate", file.toString(), "--catalogue", EXTENSION).code()).isZero();
    }

    @Test
    void isPublishedWithTheStandard() {
      Run run =
          Run.midex(
              "catalogue",
              "publish",
              "--catalogue",
              EXTENSION,
              "-o",
              folder.resolve("s").toString());
      assertThat(run.code()).isZero();
      assertThat(folder.resolve("s/RVR_TRANSHUMANCE.xsd")).exists();
      assertThat(folder.resolve("s/midex.xsd")).content().contains("RVR_TRANSHUMANCE");
      assertThat(folder.resolve("s/avro/RVR_TRANSHUMANCE.avsc")).exists();
      assertThat(folder.resolve("s/docs/themes/RVR_TRANSHUMANCE.md")).exists();
    }

    @Test
    void thatOverridesTheStandardIsRefusedWithFileAndLine() throws IOException {
      Path bad = folder.resolve("bad");
      Files.createDirectories(bad.resolve("themes"));
      Files.writeString(bad.resolve("themes/MIG_STOCK.yaml"), "id: MIG_STOCK\n");
      Files.writeString(bad.resolve("extension.yaml"), "id: BAD\nname: x\nversion: 1\nsource: x\n");
      Run run = Run.midex("catalogue", "--catalogue", bad.toString());
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains("MIG_STOCK.yaml:1: the standard has this already");
    }

    private String imported() {
      String xml = folder.resolve("herders.xml").toString();
      Run run =
          Run.midex(
              "import",
              "../examples/herders.csv",
              "--map",
              "../examples/herders.yaml",
              "--catalogue",
              EXTENSION,
              "-o",
              xml);
      assertThat(run.code()).as(run.err()).isZero();
      return xml;
    }
  }
}
