package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.tabular.Imported.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbooksTest {
  private static final Mapping MAPPING =
      mapping(TableReaderTest.OFFICE.replace("{format: csv", "{format: xlsx"));
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir Path folder;

  private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Data");
      List<String> headings = List.of("Year", "Country", "Women", "Men", "Flag", "Clerk");
      for (int i = 0; i < headings.size(); i++) {
        sheet.value(0, i, headings.get(i));
      }
      fill.accept(sheet);
      workbook.newWorksheet("Notes").value(0, 0, "nothing");
    }
    return out.toByteArray();
  }

  private static void fill(Worksheet sheet) {
    sheet.value(1, 0, 2024);
    sheet.value(1, 1, "SYR");
    sheet.value(1, 2, 1510);
    sheet.value(1, 3, "1 790");
    sheet.value(1, 4, "p");
    sheet.value(3, 0, "2024");
    sheet.value(3, 1, "IRQ");
    sheet.value(3, 2, 12.5);
    sheet.value(3, 3, 7);
  }

  private static byte[] workbook() throws IOException {
    return workbook(WorkbooksTest::fill);
  }

  /** The workbook with parts replaced or added. */
  private byte[] with(byte[] workbook, Map<String, String> parts) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    Path file = Files.write(folder.resolve("parts.zip"), workbook);
    try (ZipFile in = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(in.entries())) {
        all.put(part.getName(), bytes(in, part));
      }
    }
    parts.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] bytes(ZipFile zip, ZipEntry part) throws IOException {
    try (InputStream in = zip.getInputStream(part)) {
      return in.readAllBytes();
    }
  }

  private static String sheet(String rows) {
    return "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  @Test
  void cellsAreReadAndNamedAsInTheSheet() throws IOException {
    Imported imported = Imported.of(MAPPING, workbook());
    assertThat(imported.column("OBS_VALUE")).containsExactly("1510", "1790", "7");
    assertThat(imported.column("OBS_STATUS")).containsExactly("P", "P", null);
    assertThat(imported.places().get(1).source()).isEqualTo("Data!D2");
    assertThat(imported.rules()).containsExactly("MDX-I02");
    assertThat(imported.findings().get(0).location().source()).isEqualTo("Data!C4");
    Account account = imported.requireAccount();
    assertThat(account).isEqualTo(new Account(2, 1, 12, 3, 4, 1, 1, 2, 1));
  }

  @Test
  void aFileIsReadInPlaceAndACopyIsRemoved() throws IOException {
    Path file = Files.write(folder.resolve("t.xlsx"), workbook());
    try (TableReader reader =
        TableReader.open(
            file,
            MAPPING,
            ImportHeader.complete(Imported.CATALOGUE, MAPPING, null, Instant.EPOCH),
            "urn:example:1",
            Imported.collecting(new ArrayList<>()))) {
      assertThat(reader.next()).isTrue();
    }
    assertThat(file).exists();
  }

  @Test
  void numbersStoredAsNumbersHaveNoMarks() throws IOException {
    Imported imported =
        Imported.of(
            MAPPING,
            workbook(
                s -> {
                  fill(s);
                  s.value(3, 2, 1234567);
                }));
    assertThat(imported.column("OBS_VALUE")).contains("1234567");
  }

  @Test
  void daysAreReadAsDays() throws IOException {
    Mapping daily =
        mapping(
            TableReaderTest.OFFICE
                .replace("{format: csv", "{format: xlsx")
                .replace("[yyyy,", "[yyyy, yyyy-MM-dd,"));
    Imported imported =
        Imported.of(
            daily,
            workbook(
                s -> {
                  fill(s);
                  s.value(1, 0, LocalDate.of(2024, 3, 31));
                  s.style(1, 0).format("yyyy-mm-dd").set();
                }));
    assertThat(imported.findings().get(0).value()).isEqualTo("2024-03-31");
  }

  @Test
  void theSheetIsFoundByName() throws IOException {
    Mapping notes =
        mapping(TableReaderTest.OFFICE.replace("{format: csv", "{format: xlsx, sheet: Dta"));
    Imported imported = Imported.of(notes, workbook());
    assertThat(imported.stopped())
        .contains("There is no sheet “Dta”; the workbook has: Data, Notes");
  }

  @ParameterizedTest
  @CsvSource({"''", "Year;Country", "504B0304"})
  void whatIsNoWorkbookIsAFinding(String text) {
    Imported imported = Imported.of(MAPPING, text);
    assertThat(imported.rules()).containsExactly("MDX-I06");
  }

  @Test
  void aCutWorkbookIsAFinding() throws IOException {
    byte[] workbook = workbook();
    assertThat(Imported.of(MAPPING, Arrays.copyOf(workbook, workbook.length - 30)).stopped())
        .contains("damaged");
  }

  @Test
  void aDocumentTypeIsAFinding() throws IOException {
    String hostile =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + sheet("").substring(21);
    assertThat(Imported.of(MAPPING, with(workbook(), Map.of(SHEET, hostile))).stopped())
        .contains("document type");
  }

  @ParameterizedTest
  @CsvSource({"ZZZZZZ1", "XFE1", "A0", "A99999999", "1A"})
  void aCellOutsideOfAnySheetIsAFinding(String address) throws IOException {
    String hostile = sheet("<row r=\"1\"><c r=\"" + address + "\"><v>1</v></c></row>");
    assertThat(Imported.of(MAPPING, with(workbook(), Map.of(SHEET, hostile))).stopped())
        .contains("No sheet has a cell");
  }

  @Test
  void aNumberThatWouldFillTheMemoryStaysText() throws IOException {
    String rows =
        sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Year</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>1E999999999</v></c></row>");
    Imported imported = Imported.of(MAPPING, with(workbook(), Map.of(SHEET, rows)));
    assertThat(imported.rules()).contains("MDX-I07");
  }

  @Test
  void aPartThatStandsTwiceIsAFinding() throws IOException {
    byte[] twice = with(workbook(), Map.of("XL/worksheets/SHEET1.xml", sheet("")));
    assertThat(Imported.of(MAPPING, twice).stopped()).contains("twice");
  }

  @Test
  void tooManyPartsAreAFinding() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < 2_001; i++) {
      parts.put("xl/media/" + i, "");
    }
    assertThat(Imported.of(MAPPING, with(workbook(), parts)).stopped()).contains("parts");
  }

  @Test
  void aBombIsAFinding() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/media/bomb.bin"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
    }
    assertThat(Imported.of(MAPPING, out.toByteArray()).stopped()).contains("too large");
  }
}
