package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.tabular.Imported.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.FindingSink;

class HostileTablesTest {
  private static final String HEADINGS = "Year;Country;Women;Men;Flag;Clerk\n";
  private static final String ROW = "2024;SYR;1;2;;\n";
  private static final Mapping MAPPING = mapping(TableReaderTest.OFFICE);

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static Imported stopped(byte[] table, String reason) {
    Imported imported = Imported.of(MAPPING, table);
    assertThat(imported.rules()).containsExactly("MDX-I06");
    assertThat(imported.findings().get(0).details().get("reason")).contains(reason);
    assertThat(imported.stopped()).contains(reason);
    return imported;
  }

  private static Imported stopped(String table, String reason) {
    return stopped(table.getBytes(StandardCharsets.UTF_8), reason);
  }

  @Test
  void gzipIsTakenOff() throws IOException {
    byte[] table = (HEADINGS + ROW).getBytes(StandardCharsets.UTF_8);
    assertThat(Imported.of(MAPPING, gzip(table)).observations()).hasSize(2);
  }

  @Test
  void aByteOrderMarkIsTakenOff() {
    assertThat(Imported.of(MAPPING, "\uFEFF" + HEADINGS + ROW).observations()).hasSize(2);
  }

  @Test
  void aByteOrderMarkThatContradictsTheMappingIsAFinding() {
    Mapping latin =
        mapping(
            TableReaderTest.OFFICE.replace("{format: csv", "{format: csv, encoding: ISO-8859-1"));
    assertThat(Imported.of(latin, "\uFEFF" + HEADINGS + ROW).stopped()).contains("mark of UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \n"})
  void anEmptyFileIsAFinding(String table) {
    stopped(table, "The table is empty");
  }

  @Test
  void malformedBytesAreAFindingWithTheirOffset() {
    byte[] table = (HEADINGS + ROW + "2024;S\u00E3o;1;2;;\n").getBytes(StandardCharsets.ISO_8859_1);
    int offset = HEADINGS.length() + ROW.length() + 6;
    Imported imported = stopped(table, "The bytes E3 at offset " + offset + " are not UTF-8");
    assertThat(imported.findings().get(0).location().byteOffset()).isEqualTo(offset);
    assertThat(imported.observations()).as("what stands before is imported").hasSize(2);
  }

  @Test
  void theOffsetOfMalformedBytesIsRightFarDownTheFile() {
    String rows = HEADINGS + "2024;SYR;1;2;;Jos\u00E9\n".repeat(20_000);
    byte[] good = rows.getBytes(StandardCharsets.UTF_8);
    byte[] table = Arrays.copyOf(good, good.length + 1);
    table[good.length] = (byte) 0xFF;
    Imported imported = stopped(table, "are not UTF-8");
    assertThat(imported.findings().get(0).location().byteOffset()).isEqualTo(good.length);
  }

  @Test
  void aStreamThatBreaksOffIsNoFinding() {
    List<Imported.Found> found = new ArrayList<>();
    AtomicBoolean closed = new AtomicBoolean();
    InputStream broken =
        new SequenceInputStream(
            new Repeating(HEADINGS, ROW, 100_000),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("network gone");
              }

              @Override
              public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
              }

              @Override
              public void close() {
                closed.set(true);
              }
            });
    assertThatThrownBy(
            () -> {
              try (TableReader reader =
                  TableReader.open(
                      broken,
                      MAPPING,
                      MAPPING.header(),
                      "urn:example:1",
                      Imported.collecting(found))) {
                while (reader.next()) {}
              }
            })
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("network gone");
    assertThat(found).isEmpty();
    assertThat(closed).isTrue();
  }

  @Test
  void otherEncodingsAreReadWhenTheMappingNamesThem() {
    Mapping latin =
        mapping(
            TableReaderTest.OFFICE.replace("{format: csv", "{format: csv, encoding: windows-1252"));
    byte[] table =
        (HEADINGS + "2024;C\u00F4te d\u2019Ivoire;1;2;;\n")
            .getBytes(Charset.forName("windows-1252"));
    Imported imported = Imported.of(latin, table);
    assertThat(imported.findings())
        .extracting(Imported.Found::value)
        .allMatch("C\u00F4te d\u2019Ivoire"::equals);
    table[HEADINGS.length() + 5] = (byte) 0x81;
    assertThat(Imported.of(latin, table).stopped()).contains("81");
  }

  @Test
  void controlCharactersAreAFinding() {
    Imported imported = stopped(HEADINGS + ROW + "2024;SYR;1;2;;A\u0000nn\n", "U+0000");
    assertThat(imported.observations()).hasSize(2);
  }

  @Test
  void anOpenQuoteIsAFinding() {
    stopped(HEADINGS + ROW + "2024;\"SYR;1;2;;\n" + ROW, "quote");
  }

  @Test
  void textAfterAClosingQuoteIsAFinding() {
    stopped(HEADINGS + "2024;\"SYR\"x;1;2;;\n", "quote");
  }

  @Test
  void aHeadingThatStandsTwiceIsAFinding() {
    stopped("Year;Country;Women;Men;Flag;Women\n" + ROW, "Two columns are headed “Women”");
  }

  @Test
  void tooManyColumnsAreAFinding() {
    stopped("x;".repeat(20_000) + "\n", "16384");
  }

  @Test
  void aCellBeyondTheLimitIsAFinding() {
    stopped(HEADINGS + "2024;" + "x".repeat((1 << 20) + 1) + ";1;2;;\n", "1048576");
  }

  @Test
  void aLongCellIsCutInItsFinding() {
    Imported imported = Imported.of(MAPPING, HEADINGS + "2024;" + "x".repeat(1 << 19) + ";1;2;;\n");
    assertThat(imported.findings().get(0).value()).hasSizeLessThan(1_100);
  }

  @Test
  void damagedGzipIsAFinding() throws IOException {
    byte[] whole = gzip((HEADINGS + ROW.repeat(1_000)).getBytes(StandardCharsets.UTF_8));
    assertThat(Imported.of(MAPPING, Arrays.copyOf(whole, whole.length / 2)).stopped())
        .contains("gzip data is damaged");
    stopped(new byte[] {0x1F, (byte) 0x8B, 1, 2, 3}, "gzip data is damaged");
  }

  @Test
  void aGzipBombIsAFinding() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(HEADINGS.getBytes(StandardCharsets.UTF_8));
      byte[] lines = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < lines.length; i += 4_096) {
        lines[i] = '\n';
      }
      for (int i = 0; i < 100; i++) {
        gzip.write(lines);
      }
    }
    assertThat(Imported.of(MAPPING, out.toByteArray()).stopped()).contains("swells");
  }

  @ParameterizedTest
  @CsvSource({"504B0304, workbook or zip", "D0CF11E0A1B11AE1, old Excel workbook"})
  void otherKindsOfFileAreNamed(String start, String reason) {
    stopped(HexFormat.of().parseHex(start), reason);
  }

  @Test
  void randomBytesNeverThrowAnythingElse() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      Imported imported = Imported.of(MAPPING, bytes);
      assertThat(imported.stopped()).isNotNull();
      assertThat(imported.rules()).containsAnyOf("MDX-I06", "MDX-I07");
    }
  }

  @Test
  void manyRowsAreReadAsAStream() throws IOException {
    List<Imported.Found> found = new ArrayList<>();
    FindingSink sink = Imported.collecting(found);
    long rows = 0;
    try (InputStream endless = new Repeating(HEADINGS, ROW, 300_000);
        TableReader reader =
            TableReader.open(
                endless,
                MAPPING,
                ImportHeader.complete(Imported.CATALOGUE, MAPPING, null, Instant.EPOCH),
                "urn:example:1",
                sink)) {
      while (reader.next()) {
        rows++;
      }
      assertThat(reader.account().rows()).isEqualTo(300_000);
    }
    assertThat(rows).isEqualTo(600_000);
    assertThat(found).isEmpty();
  }

  /** A table that is made while it is read. */
  private static final class Repeating extends InputStream {
    private final byte[] row;
    private byte[] part;
    private int at;
    private long left;

    Repeating(String head, String row, long times) {
      this.part = head.getBytes(StandardCharsets.UTF_8);
      this.row = row.getBytes(StandardCharsets.UTF_8);
      this.left = times;
    }

    @Override
    public int read() {
      if (at == part.length) {
        if (left-- == 0) {
          return -1;
        }
        part = row;
        at = 0;
      }
      return part[at++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      int first = read();
      if (first < 0) {
        return -1;
      }
      bytes[from] = (byte) first;
      int more = Math.min(length - 1, part.length - at);
      System.arraycopy(part, at, bytes, from + 1, more);
      at += more;
      return more + 1;
    }
  }

  @Test
  void cellsMadeToBeTakenApartForEverCostLittle() {
    Mapping mapping =
        mapping(
            TableReaderTest.OFFICE
                .replace("field: CITIZENSHIP,", "field: CITIZENSHIP, suffix: ['*'], prefix: ['*'],")
                .replace("{ignore: name of the clerk}", "{pattern: '{COMMENT}a{*}a{*}a{*}a{*}b'}"));
    String marks = "*".repeat(1 << 19);
    String letters = "a".repeat(990);
    Imported imported =
        Imported.of(
            mapping,
            HEADINGS
                + ("2024;" + marks + ";1;2;;x\n")
                + ("2024;SYR;1;2;;" + letters + "\n").repeat(50));
    assertThat(imported.rules()).hasSize(52).containsOnly("MDX-I01");
    assertThat(imported.requireAccount().addsUp()).isTrue();
  }

  @Test
  void aMatrixMayBeAsWideAsATable() {
    String wide =
        TableReaderTest.OFFICE
            .replace("Men: {value: {SEX: M}}", "Men: {ignore: no}")
            .replace("Women: {value: {SEX: F}}", "Women: {ignore: no}")
            .replace("AGE: _T,", "AGE: _T, SEX: _T,")
            .replace(
                "  Year: {field: TIME_PERIOD, period: [yyyy, \"yyyy'Q'Q\", \"d.M.yyyy\", \"yyyy'M'MM\"]}\n",
                "")
            .replace("header:", "matrix: {field: TIME_PERIOD, period: yyyy}\nheader:");
    StringBuilder headings = new StringBuilder("Country;Flag");
    StringBuilder row = new StringBuilder("SYR;");
    for (int year = 0; year < 10_000; year++) {
      headings.append(';').append("%04d".formatted(year));
      row.append(";1");
    }
    Imported imported = Imported.of(mapping(wide), headings + "\n" + (row + "\n").repeat(20));
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.observations()).hasSize(200_000);
  }
}
