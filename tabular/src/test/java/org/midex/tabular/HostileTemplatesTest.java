package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that were made to exhaust their reader. */
class HostileTemplatesTest {
  private static final String TABLE = "xl/worksheets/sheet1.xml";
  private static final byte[] TEMPLATE = ReadTemplate.workbook("REFUGEE_POP", "en", Map.of());

  private static ReadTemplate read(byte[] file) {
    return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> ReadTemplate.of(file));
  }

  private static ReadTemplate withRows(String rows) {
    return read(
        FilledBook.withSender(TEMPLATE)
            .replace(TABLE, "<row r=\"3\">.*</row></sheetData>", rows + "</sheetData>")
            .bytes());
  }

  private static void assertStopped(ReadTemplate read, String reason) {
    assertThat(read.finding().rule()).isEqualTo("MDX-I06");
    assertThat(read.imported().stopped()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<c/>", "<c><v>1</v></c>"})
  void aMillionColumns(String cell) {
    assertStopped(
        withRows("<row r=\"3\">" + cell.repeat(1_000_000) + "</row>"), "more than 16384 cells");
  }

  @Test
  void aMillionColumnsOfText() {
    String start = ReadTemplate.csv("REFUGEE_POP", Map.of()).strip();
    String text = start + "\n" + ",".repeat(1_000_000) + "\n";
    ReadTemplate read = read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.rules()).contains("MDX-I06");
  }

  @Test
  void aFormulaThatIsTooLong() {
    String formula = "1+".repeat(5_000) + "1";
    assertStopped(
        withRows("<row r=\"3\"><c r=\"A3\"><f>" + formula + "</f><v>1</v></c></row>"),
        "more than 8192 characters");
  }

  @Test
  void aLongFormulaThatManyCellsShare() {
    StringBuilder rows = new StringBuilder();
    String formula = "A1+".repeat(2_500) + "1";
    rows.append("<row r=\"3\"><c r=\"A3\"><f t=\"shared\" ref=\"A3:A9000\" si=\"0\">")
        .append(formula)
        .append("</f><v>1</v></c></row>");
    for (int row = 4; row < 9_000; row++) {
      rows.append(
          "<row r=\"%d\"><c r=\"A%d\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>"
              .formatted(row, row));
    }
    assertStopped(withRows(rows.toString()), "formulas that cells share");
  }

  @Test
  void arrayFormulasWithoutEnd() {
    StringBuilder rows = new StringBuilder();
    for (int row = 3; row < 50_000; row++) {
      rows.append(
          "<row r=\"%d\"><c r=\"A%d\"><f t=\"array\" ref=\"A%d\">1</f><v>1</v></c></row>"
              .formatted(row, row, row));
    }
    assertStopped(withRows(rows.toString()), "array formulas");
  }

  @Test
  void aSharedFormulaWithoutAFirstOne() {
    assertStopped(
        withRows("<row r=\"3\"><c r=\"A3\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row>"),
        "damaged");
  }

  @Test
  void mergedRangesWithoutEnd() {
    FilledBook book = FilledBook.withSender(TEMPLATE);
    book.afterRows(
        "<mergeCells>" + "<mergeCell ref=\"A3:XFD1048576\"/>".repeat(2_000) + "</mergeCells>");
    assertStopped(read(book.bytes()), "merged ranges");
  }

  @Test
  void aDateThatNoCalendarHas() {
    FilledBook book = FilledBook.withSender(TEMPLATE);
    int style = book.style(14);
    ReadTemplate read =
        read(
            book.raw(
                    "",
                    Map.of(
                        "REF_AREA",
                        "s=\"" + style + "\"><v>1E30</v>",
                        "ORIGIN",
                        "s=\"" + style + "\"><v>-5</v>"))
                .bytes());
    assertThat(read.rules()).contains("MDX-I10").doesNotContain("MDX-I06");
    assertThat(read.observations()).isEmpty();
  }

  @Test
  void aBombInAnotherPart() {
    FilledBook book = FilledBook.withSender(TEMPLATE);
    book.replace(
        "docProps/core.xml",
        "</cp:coreProperties>",
        "<x>" + " ".repeat(80 << 20) + "</x></cp:coreProperties>");
    assertStopped(read(book.bytes()), "The workbook's part docProps/core.xml is");
  }

  @Test
  void aMarkerWithoutEnd() throws IOException {
    String marker = "midex-template/1 REFUGEE_POP 2026-11-01 en" + " A=1".repeat(10_000);
    FilledBook book =
        new FilledBook(TEMPLATE)
            .replace("xl/sharedStrings.xml", ">midex-template/[^<]*<", ">" + marker + "<");
    assertThat(FilledTemplate.find(Imported.CATALOGUE, new ByteArrayInputStream(book.bytes())))
        .isEmpty();
  }
}
