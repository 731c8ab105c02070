package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates are known again whatever was done to them, and other files are not taken for some. */
class TemplateRecognitionTest {
  private static final String SHEETS = "xl/workbook.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final Map<String, String> CONSTANTS =
      Map.of(
          "POP_TYPE", "REF",
          "SEX", "_T",
          "AGE", "_T",
          "LOCATION_TYPE", "_T",
          "ACCOMMODATION", "_T");
  private static final Map<String, String> ROW =
      Map.of("REF_AREA", "AUT", "ORIGIN", "SYR", "TIME_PERIOD", "2024", "OBS_VALUE", "7");

  private static FilledBook book() {
    return FilledBook.withSender(ReadTemplate.workbook("REFUGEE_POP", "en", CONSTANTS)).row(ROW);
  }

  private static boolean isTemplate(byte[] file) throws IOException {
    return FilledTemplate.find(Imported.CATALOGUE, new ByteArrayInputStream(file)).isPresent();
  }

  private static void assertRead(ReadTemplate read) {
    assertThat(read.imported().findings()).isEmpty();
    assertThat(read.observations()).hasSize(1);
    assertThat(read.observations().get(0).fields())
        .containsAllEntriesOf(CONSTANTS)
        .containsAllEntriesOf(ROW);
  }

  @Nested
  class Workbooks {
    @Test
    void areReadAsWritten() {
      assertRead(ReadTemplate.of(book().bytes()));
    }

    @Test
    void areReadWithGzipAround() throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(book().bytes());
      }
      assertRead(ReadTemplate.of(out.toByteArray()));
    }

    @Test
    void areReadWhenTheSheetsHaveOtherNames() {
      FilledBook renamed =
          book()
              .replace(SHEETS, "name=\"Data\"", "name=\"2024\"")
              .replace(SHEETS, "name=\"Header\"", "name=\"Kopf\"");
      ReadTemplate read = ReadTemplate.of(renamed.bytes());
      assertRead(read);
      assertThat(read.imported().places().get(0).source()).startsWith("2024!");
    }

    @Test
    void areReadWhenColumnsOfAttributesAreGoneAndOthersCameIn() {
      FilledBook changed = book().replace(TEXTS, ">COMMENT<", ">Clerk<");
      ReadTemplate read = ReadTemplate.of(changed.bytes());
      assertThat(read.rules()).containsExactly("MDX-I08");
      assertThat(read.observations()).hasSize(1);
    }

    @Test
    void lackNoDimension() {
      FilledBook changed = book().replace(TEXTS, "<t[^>]*>ORIGIN<", "<t>Origin?<");
      ReadTemplate read = ReadTemplate.of(changed.bytes());
      assertThat(read.rules()).containsExactly("MDX-I07");
      assertThat(read.imported().findings().get(0).value()).isEqualTo("ORIGIN");
    }

    @Test
    void withACopyOfTheTableSayWhichOneIsRead() {
      FilledBook copied =
          book()
              .replace(
                  "xl/worksheets/sheet2.xml",
                  "<sheetData>",
                  "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>ORIGIN</t></is></c>"
                      + "<c r=\"B1\" t=\"inlineStr\"><is><t>OBS_VALUE</t></is></c></row>");
      ReadTemplate read = ReadTemplate.of(copied.bytes());
      assertThat(read.finding().rule()).isEqualTo("MDX-I34");
      assertThat(read.finding().value()).isEqualTo("Codes");
      assertThat(read.observations()).hasSize(1);
    }

    @Test
    void withoutATableAreNone() {
      FilledBook changed = book().replace(TEXTS, "<t[^>]*>OBS_VALUE<", "<t>Figure<");
      ReadTemplate read = ReadTemplate.of(changed.bytes());
      assertThat(read.rules()).contains("MDX-I06");
      assertThat(read.imported().stopped()).contains("ids of the columns");
    }

    @ParameterizedTest
    @CsvSource({
      "midex-template/1 REFUGE_POP 2026-11-01 en,did you mean REFUGEE_POP?",
      "midex-template/1 ../../etc 2026-11-01 en,does not have",
      "midex-template/2 REFUGEE_POP 2026-11-01 en,newer kind"
    })
    void ofAnUnknownThemeOrKindAreRefused(String marker, String reason) throws IOException {
      byte[] file = marked(marker);
      assertThat(isTemplate(file)).isTrue();
      ReadTemplate read = ReadTemplate.of(file);
      assertThat(read.finding().rule()).isEqualTo("MDX-I06");
      assertThat(read.imported().stopped()).contains(reason);
    }

    @Test
    void ofANewerEditionAreReadAndTheVerdictIsIncomplete() {
      ReadTemplate read = ReadTemplate.of(marked("midex-template/1 REFUGEE_POP 2999-01-01 en"));
      assertThat(read.finding().rule()).isEqualTo("MDX-I33");
      assertThat(read.observations()).hasSize(1);
    }

    @Test
    void inALanguageThatNobodyKnowsAreReadInEnglish() {
      assertRead(ReadTemplate.of(marked("midex-template/1 REFUGEE_POP 2026-11-01 xx")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "midex-template/1 REFUGEE_POP 2026-13-01 en",
          "midex-template/1 REFUGEE_POP 2026-11-01",
          "a midex-template/1 REFUGEE_POP 2026-11-01 en",
          "template"
        })
    void withoutAMarkerAreNone(String marker) throws IOException {
      assertThat(isTemplate(marked(marker))).isFalse();
    }

    private byte[] marked(String marker) {
      return book().replace(TEXTS, ">midex-template/[^<]*<", ">" + marker + "<").bytes();
    }
  }

  @Nested
  class TextFiles {
    private static final String START = ReadTemplate.csv("REFUGEE_POP", CONSTANTS).strip();

    private ReadTemplate read(String text, Charset charset) {
      return ReadTemplate.of(text.getBytes(charset));
    }

    private void assertSound(ReadTemplate read) {
      assertThat(read.rules()).containsOnly("MDX-I32");
      assertThat(read.observations()).hasSize(1);
      assertThat(read.observations().get(0).fields())
          .containsAllEntriesOf(CONSTANTS)
          .containsAllEntriesOf(ROW);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void haveTheSeparatorOfALocale(String separator) {
      String text = START + "\r\nAUT,SYR,2024,7,,,,\r\n";
      assertSound(read(text.replace(",", separator), StandardCharsets.UTF_8));
    }

    @Test
    void mayLeaveTheMarkersCellOut() {
      assertSound(read(START + "\nAUT,SYR,2024,7,,,\n", StandardCharsets.UTF_8));
    }

    @Test
    void mayLeaveNoOtherCellOut() {
      ReadTemplate read = read(START + "\nAUT,SYR,2024,7,,\n", StandardCharsets.UTF_8);
      assertThat(read.rules()).contains("MDX-I05");
      assertThat(read.observations()).isEmpty();
    }

    @Test
    void mayHaveAByteOrderMarkOrBeUtf16() {
      String text = "\uFEFF" + START + "\r\nAUT,SYR,2024,7,,,,\r\n";
      assertSound(read(text, StandardCharsets.UTF_8));
      assertSound(read(text, StandardCharsets.UTF_16LE));
    }

    @Test
    void mayQuoteTheIds() {
      String quoted = '"' + START.replace(",", "\",\"") + '"';
      assertSound(read(quoted + "\nAUT,SYR,2024,7,,,,\n", StandardCharsets.UTF_8));
    }

    @Test
    void withConstantsThatAreNoneAreRefused() {
      ReadTemplate read = read(START.replace("SEX=_T", "SEX=_X") + "\n", StandardCharsets.UTF_8);
      assertThat(read.imported().stopped()).contains("SEX=_X");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "REF_AREA,OBS_VALUE\nAUT,7\n",
          "midex-template/",
          "REF_AREA|midex-template/1 REFUGEE_POP 2026-11-01 en",
          "x\nREF_AREA,midex-template/1 REFUGEE_POP 2026-11-01 en"
        })
    void ofOtherKindsAreNone(String text) throws IOException {
      assertThat(isTemplate(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }
  }
}
