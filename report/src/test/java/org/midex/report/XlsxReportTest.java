package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;

class XlsxReportTest {
  private static byte[] report(int findings, String value, int rowsOfSheet, Masking masking)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReportSettings settings = ReportSettings.of(Catalogue.standard(), "0.1.0").masking(masking);
    try (Report report = new XlsxReport(bytes, settings, rowsOfSheet)) {
      FindingSink sink = report.begin("f.xml");
      for (int i = 1; i <= findings; i++) {
        Location at = new Location(i, 100L * i, i + 24, 31, "Sheet1!C" + i);
        sink.report(SampleResults.UNKNOWN_CODE, Occurrence.at(at, value, Map.of()));
      }
      report.add(SampleResults.manyUnknownCodes());
    }
    return bytes.toByteArray();
  }

  private static List<List<Row>> sheets(byte[] workbook) throws IOException {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      List<List<Row>> sheets = new ArrayList<>();
      for (var sheet : read.getSheets().toList()) {
        sheets.add(sheet.read());
      }
      return sheets;
    }
  }

  private static String entry(byte[] workbook, String name) throws IOException {
    Path file = Files.write(Files.createTempFile("midex", ".xlsx"), workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void everyFindingIsARowWithItsPlace() throws IOException {
    List<Row> rows = sheets(report(2_500, "FR", 10_000, Masking.NOTHING)).get(0);
    assertThat(rows).hasSize(2_501);
    Row last = rows.get(2_500);
    assertThat(last.getCellText(1)).isEqualTo("MDX-V01");
    assertThat(last.getCellText(2)).isEqualTo("Sheet1!C2500");
    assertThat(last.getCell(3).asNumber()).isEqualByComparingTo("2524");
    assertThat(last.getCell(4).asNumber()).isEqualByComparingTo("2500");
    assertThat(last.getCellText(5)).isEqualTo("CITIZENSHIP");
    assertThat(last.getCellText(6)).isEqualTo("FR");
    assertThat(last.getCellText(8)).contains("not a code of CL_AREA");
  }

  @Test
  void canBeFilteredUnderAFrozenHeader() throws IOException {
    String sheet = entry(report(20, "FR", 100, Masking.NOTHING), "xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("<autoFilter ref=\"A1:O21\"").contains("state=\"frozen\"");
  }

  @Test
  void aFullSheetIsContinuedOnTheNext() throws IOException {
    List<List<Row>> sheets = sheets(report(25, "FR", 10, Masking.NOTHING));
    assertThat(sheets).hasSize(4);
    assertThat(sheets.subList(0, 3)).extracting(List::size).containsExactly(11, 11, 6);
    assertThat(sheets.get(3).get(1).getCellText(1)).isEqualTo("NOT CONFORMANT");
  }

  @Test
  void aValueIsTextAndNeverAFormula() throws IOException {
    byte[] workbook = report(1, "=HYPERLINK(\"http://x\")", 10, Masking.NOTHING);
    assertThat(sheets(workbook).get(0).get(1).getCell(6).getType()).isEqualTo(CellType.STRING);
    assertThat(entry(workbook, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
  }

  @Test
  void controlCharactersLeaveTheWorkbookReadable() throws IOException {
    List<Row> rows =
        sheets(report(1, "a\u0000b\u001B<&\u202E" + "x".repeat(50_000), 10, Masking.NOTHING))
            .get(0);
    assertThat(rows.get(1).getCellText(6)).startsWith("a\\u0000b\\u001B<&\\u202Exxx");
  }

  @Test
  void hidesWhatMayTellOfAPerson() throws IOException {
    List<Row> rows = sheets(report(1, "secret", 10, "CITIZENSHIP"::equals)).get(0);
    assertThat(rows.get(1).toString()).doesNotContain("secret");
    assertThat(rows.get(1).getCellText(6)).isEqualTo(Masking.MASK);
  }

  @Test
  void textsThatAreTooManyToBeSharedAreThereAllTheSame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReportSettings settings = ReportSettings.of(Catalogue.standard(), "0.1.0");
    try (Report report = new XlsxReport(bytes, settings, 10_000)) {
      FindingSink sink = report.begin("f.xml");
      for (int i = 1; i <= 3_000; i++) {
        sink.report(
            Problem.of("MDX-S08", "F" + i),
            Occurrence.at(Location.ofRecord(i), null, Map.of("parent", "Obs")));
      }
      report.add(SampleResults.conformant("f.xml"));
    }
    List<Row> rows = sheets(bytes.toByteArray()).get(0);
    for (int i = 1; i <= 3_000; i++) {
      assertThat(rows.get(i).getCellText(5)).isEqualTo("F" + i);
      assertThat(rows.get(i).getCellText(8)).startsWith("F" + i + ":");
    }
  }
}
