package org.midex.codec.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.codec.avro.ContainerBuilder.join;
import static org.midex.codec.avro.ContainerBuilder.number;
import static org.midex.codec.avro.ContainerBuilder.row;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.codec.RecordingSink;
import org.midex.codec.bytes.PlainText;
import org.midex.codec.head.Structure;
import org.midex.model.Lexical;
import org.midex.model.Row;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/** Which rows the fast lane takes, and which it leaves. */
class RowScannerTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final RowType THEME = CATALOGUE.theme("REFUGEE_POP");
  private static final int COMMENT = THEME.find("COMMENT").orElseThrow().slot();
  private static final int LONGEST_VARINT = 10;

  private final Row filled = new Row(THEME);
  private final RowScanner scanner = scanner(filled);

  @Test
  void takesRowsThatAreAlikeAndOthers() {
    for (String comment : new String[] {"x", "x", "y", "longer than a word", "x", "é 🌍"}) {
      byte[] row = row("2023", comment.length(), comment.getBytes(UTF_8));
      assertThat(scan(row, row.length)).isEqualTo(row.length);
      assertThat(filled.text(COMMENT)).isEqualTo(comment);
      assertThat(filled.text(THEME.measure().orElseThrow().slot()))
          .isEqualTo(Integer.toString(comment.length()));
    }
  }

  @Test
  void takesUnknownCodes() {
    byte[] row = row();
    row[1] = 'Q';
    for (int again = 0; again < 2; again++) {
      assertThat(scan(row, row.length)).isEqualTo(row.length);
      assertThat(filled.code(0)).isEqualTo(Row.UNKNOWN);
      assertThat(filled.isFlawless()).isFalse();
    }
  }

  @Test
  void asksForMoreOfARowThatIsNotAllThere() {
    byte[] row = row("2023", 1234567, "a longer comment".getBytes(UTF_8));
    for (int alike = 0; alike < 2; alike++) {
      for (int end = 0; end < row.length; end++) {
        assertThat(scan(row, end, 0)).as("%d bytes", end).isEqualTo(ColumnScanner.SHORT);
        assertThat(scan(row, end, 0x82)).as("%d bytes", end).isNegative();
      }
      scan(row(), row().length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "7801", "FF", "C0AF", "EDA080", "EFBFBF"})
  void leavesTextsThatAreFaulty(String comment) {
    byte[] row = row("2023", 1, HexFormat.of().parseHex(comment));
    assertThat(scan(row, row.length)).isEqualTo(ColumnScanner.ODD);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L})
  void leavesFiguresOfMoreThan18Digits(long figure) {
    byte[] row = row("2023", figure, new byte[] {'x'});
    assertThat(scan(row, row.length)).isEqualTo(ColumnScanner.ODD);
  }

  /** Not in a word: behind it the next row would begin within the number. */
  @Test
  void leavesNumbersOfMoreThanEightBytes() {
    Row count = new Row(THEME);
    CountScanner last = new CountScanner(null, false, count, THEME.measure().orElseThrow().slot());
    for (String number : new String[] {"808080808080808000", "80808080808080808001"}) {
      byte[] bytes = join(HexFormat.of().parseHex(number), new byte[BinaryInput.PADDING]);
      assertThat(last.scan(bytes, 0, number.length() / 2)).isEqualTo(ColumnScanner.ODD);
    }
  }

  @Property
  void takesAmountsOfUpToEightBytes(@ForAll @Size(max = 17) byte[] digits, @ForAll boolean small) {
    if (small) {
      Arrays.fill(digits, 0, Math.max(0, digits.length - 2), (byte) (digits.length % 2 - 1));
    }
    RowType theme = amounts();
    Field measure = theme.measure().orElseThrow();
    Row amount = new Row(theme);
    AmountScanner scanned = new AmountScanner(null, false, amount, measure.slot());
    byte[] encoded = ContainerBuilder.data(digits);
    byte[] bytes = join(encoded, new byte[BinaryInput.PADDING]);
    int end = scanned.scan(bytes, 0, encoded.length);
    boolean fits = digits.length > 0 && digits.length <= Long.BYTES;
    String text =
        fits ? new BigDecimal(new BigInteger(digits), measure.type().scale()).toPlainString() : "";
    if (Lexical.isNumber(text, measure.type().scale())) {
      assertThat(end).isEqualTo(encoded.length);
      assertThat(amount.text(measure.slot())).isEqualTo(text);
      assertThat(scanned.scan(bytes, 0, encoded.length - 1)).isEqualTo(ColumnScanner.SHORT);
    } else {
      assertThat(end).isEqualTo(ColumnScanner.ODD);
    }
  }

  @Test
  void leavesAmountsWhoseLengthIsPadded() {
    RowType theme = amounts();
    int slot = theme.measure().orElseThrow().slot();
    AmountScanner scanned = new AmountScanner(null, false, new Row(theme), slot);
    byte[] bytes = join(HexFormat.of().parseHex("820005"), new byte[BinaryInput.PADDING]);
    assertThat(scanned.scan(bytes, 0, 3)).isEqualTo(ColumnScanner.ODD);
  }

  /** Each line: the types of a union, or one type; a value; and where it ends. */
  @ParameterizedTest
  @CsvSource({
    "BOOLEAN,01,1",
    "FLOAT,01020304,4",
    "DOUBLE,0102030405060708,8",
    "INT,FFFF01,3",
    "LONG,02,1",
    "LONG,808080808080808000,-1",
    "BYTES,06010203,4",
    "STRING,00,1",
    "STRING,01,-1",
    "STRING,0801,-2",
    "STRING,808080808080808000,-1",
    "NULL INT,00,1",
    "NULL INT,028001,3",
    "NULL INT,01,-1",
    "NULL INT,03,-1",
    "NULL INT,04,-1",
    "NULL INT,8000,-1",
    "FLOAT NULL STRING,040241,3",
  })
  void passesOverColumnsThatFillNoField(String types, String value, int end) {
    List<Column.Primitive> branches =
        Arrays.stream(types.split(" ", -1)).map(Column.Primitive::valueOf).toList();
    Column column = new Column("X", types, branches, branches.size() > 1);
    SkippingScanner scanned = new SkippingScanner(null, column);
    byte[] bytes = join(HexFormat.of().parseHex(value), new byte[BinaryInput.PADDING]);
    assertThat(scanned.scan(bytes, 0, value.length() / 2)).isEqualTo(end);
  }

  private static RowType amounts() {
    return CATALOGUE.themes().stream()
        .filter(t -> t.measure().orElseThrow().type().kind() == ValueType.Kind.AMOUNT)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void forgetsWhatAnotherFilledTheRowWith() {
    byte[] row = row();
    scan(row, row.length);
    filled.clear();
    filled.set(0, "DEU");
    scanner.forget();
    scan(row, row.length);
    assertThat(filled.text(0)).isEqualTo("AUT");
  }

  @Property
  void decodesNumbersAllAtOnce(@ForAll long number, @ForAll @IntRange(max = 63) int smaller) {
    long value = number >> smaller;
    byte[] encoded = number(value);
    byte[] bytes = Arrays.copyOf(join(encoded, new byte[] {-1, -1, -1}), 16);
    long word = org.midex.schema.internal.Words.at(bytes, 0);
    if (encoded.length > Long.BYTES) {
      assertThat(Varint.size(word)).isZero();
    } else {
      assertThat(Varint.size(word)).isEqualTo(encoded.length);
      assertThat(Varint.value(word, encoded.length)).isEqualTo(value);
    }
    assertThat(encoded.length).isLessThanOrEqualTo(LONGEST_VARINT);
  }

  @Property
  void seesEveryByteThatIsNotPlain(
      @ForAll @IntRange(max = 40) int length,
      @ForAll @IntRange(max = 39) int at,
      @ForAll byte odd) {
    byte[] bytes = new byte[length + 3];
    Arrays.fill(bytes, 1, length + 1, (byte) '~');
    if (at < length) {
      bytes[1 + at] = odd;
    }
    assertThat(PlainText.isPlain(bytes, 1, length + 1)).isEqualTo(at >= length || odd >= ' ');
  }

  private int scan(byte[] row, int end) {
    return scan(row, end, 0x82);
  }

  /** Scans a part of a row, with other bytes behind it. */
  private int scan(byte[] row, int end, int behind) {
    byte[] other = new byte[BinaryInput.PADDING];
    Arrays.fill(other, (byte) behind);
    byte[] bytes = join(Arrays.copyOf(row, end), other);
    return scanner.scan(bytes, 0, end);
  }

  private static RowScanner scanner(Row row) {
    try {
      WriterSchema schema = WriterSchema.parse(ContainerBuilder.SCHEMA.getBytes(UTF_8));
      Structure structure = new Structure(CATALOGUE, new RecordingSink());
      return new RowScanner(RowLayout.of(schema, THEME, structure), row);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
