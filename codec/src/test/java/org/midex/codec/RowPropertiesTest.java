package org.midex.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.midex.model.Lexical;
import org.midex.model.Row;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** A row that is filled with bytes is the same as one that is filled with texts. */
class RowPropertiesTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  @Provide
  Arbitrary<RowType> themes() {
    return Arbitraries.of(CATALOGUE.themes());
  }

  /** Texts that are values of some field, or nearly are. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> codes =
        Arbitraries.of(CATALOGUE.codeLists())
            .flatMap(list -> Arbitraries.of(list.codes()))
            .map(Code::id);
    Arbitrary<String> numbers =
        Arbitraries.strings().withChars("0123456789").ofMaxLength(20).map(s -> "1" + s);
    Arbitrary<String> signs = Arbitraries.strings().withChars("00129.-+S QWM/:").ofMaxLength(20);
    Arbitrary<String> periods =
        Arbitraries.of("2024", "2024-S1", "2024-Q4", "2024-13", "2024-W05", "2024-02-30", "202-4");
    Arbitrary<String> cut = codes.map(code -> code.substring(0, code.length() - 1));
    Arbitrary<String> ended = Arbitraries.oneOf(codes, periods).map(text -> text + "\0");
    return Arbitraries.oneOf(
        codes, cut, numbers, signs, periods, ended, codes.map(code -> code + "X"));
  }

  /**
   * The bytes stand among others, or at the end of the array; the row had another value before, and
   * is asked twice.
   */
  @Property(tries = 3_000)
  void isTheSame(
      @ForAll("themes") RowType theme,
      @ForAll("texts") String text,
      @ForAll("texts") String before,
      @ForAll boolean atTheEnd) {
    Row filled = new Row(theme);
    Row expected = new Row(theme);
    byte[] bytes = (before + text + (atTheEnd ? "" : "\"999999999999")).getBytes(UTF_8);
    for (Field field : theme.fields()) {
      int slot = field.slot();
      filled.set(slot, bytes, 0, before.length());
      for (int again = 0; again < 2; again++) {
        filled.clear();
        assertThat(filled.has(slot)).isFalse();
        assertThat(filled.valid(slot)).isFalse();
        assertThat(filled.allValid(1L << slot)).isFalse();
        boolean valid = filled.set(slot, bytes, before.length(), before.length() + text.length());
        assertThat(valid).as(field.name() + " " + text).isEqualTo(expected.set(slot, text));
        assertThat(copied(filled, slot)).isEqualTo(copied(expected, slot)).isEqualTo(text);
        assertThat(filled.text(slot)).isEqualTo(text);
        assertThat(filled.valid(slot)).isEqualTo(valid);
        assertThat(filled.isFlawless()).isEqualTo(valid);
        assertThat(filled.allValid(1L << slot)).isEqualTo(valid);
        if (field.type().list() != null) {
          assertThat(filled.code(slot)).isEqualTo(expected.code(slot));
        } else if (valid && (field.type().isNumber() || field.role() == Field.Role.TIME)) {
          assertThat(filled.number(slot)).isEqualTo(expected.number(slot));
        }
      }
    }
  }

  /** A text that was copied where there is just room for it, between other bytes. */
  private static String copied(Row row, int slot) {
    byte[] target = "......................................".getBytes(UTF_8);
    int end = row.copyAscii(slot, target, 3);
    assertThat(row.copyAscii(slot, Arrays.copyOf(target, end - 1), 3)).isEqualTo(-1);
    assertThat(row.copyAscii(slot, new byte[end], 3)).isEqualTo(end);
    String found = new String(target, UTF_8);
    assertThat(found).startsWith("...").hasSize(38);
    assertThat(found.substring(end)).matches("\\.*");
    return found.substring(3, end);
  }

  @Test
  void copiesNothingThatIsNotAsciiOrNotThere() {
    RowType theme = CATALOGUE.theme("ASYLUM_APP");
    int slot = theme.measure().orElseThrow().slot();
    Row row = new Row(theme);
    assertThat(row.copyAscii(slot, new byte[9], 0)).isEqualTo(-1);
    row.set(slot, new byte[] {'1', '2'}, 0, 2);
    row.clear();
    assertThat(row.copyAscii(slot, new byte[9], 0)).isEqualTo(-1);
    for (String text : Arrays.asList("é", "\u0080", "\uD800", "1\u0131")) {
      row.set(slot, text);
      assertThat(row.copyAscii(slot, new byte[9], 0)).as(text).isEqualTo(-1);
    }
  }

  /** What a row remembers of other texts changes nothing. */
  @Property(tries = 300)
  void isTheSameWhateverCameBefore(
      @ForAll("themes") RowType theme, @ForAll @Size(max = 60) List<@From("texts") String> texts) {
    Row filled = new Row(theme);
    boolean asString = false;
    for (String text : texts) {
      asString = text.length() % 5 == 4 && !asString;
      Row expected = new Row(theme);
      byte[] bytes = (" " + text + " ").getBytes(UTF_8);
      filled.clear();
      for (Field field : theme.fields()) {
        if (asString) {
          filled.set(field.slot(), text);
        } else {
          filled.set(field.slot(), bytes, 1, bytes.length - 1);
        }
        expected.set(field.slot(), text);
      }
      assertSame(filled, expected);
      if (text.length() <= Row.SHORT) {
        filled.clear();
        filled.repeat((1L << (theme.fields().size() - 1) << 1) - 1);
        assertSame(filled, expected);
      }
    }
  }

  @Property
  void numbersAreTheSameAsTheirTexts(@ForAll("themes") RowType theme, @ForAll long number) {
    Field measure = theme.measure().orElseThrow();
    Row filled = new Row(theme);
    for (long value : new long[] {number, number / 1_000, number % 100, 0}) {
      Row expected = new Row(theme);
      boolean valid = filled.set(measure.slot(), value);
      String text = Lexical.text(value, measure.type().scale());
      assertThat(valid).isEqualTo(expected.set(measure.slot(), text));
      assertSame(filled, expected);
    }
  }

  private static void assertSame(Row filled, Row expected) {
    for (Field field : expected.type().fields()) {
      int slot = field.slot();
      assertThat(filled.text(slot)).isEqualTo(expected.text(slot));
      assertThat(filled.valid(slot)).isEqualTo(expected.valid(slot));
      if (field.type().list() != null) {
        assertThat(filled.code(slot)).isEqualTo(expected.code(slot));
      } else if (filled.valid(slot)
          && (field.type().isNumber() || !field.type().frequencies().isEmpty())) {
        assertThat(filled.number(slot)).isEqualTo(expected.number(slot));
      }
    }
    assertThat(filled.isFlawless()).isEqualTo(expected.isFlawless());
  }

  /** Numbers are parsed by hand; the pattern is what the XSD says. */
  @Property(tries = 3_000)
  void numbersAreThoseOfTheirPattern(
      @ForAll("themes") RowType theme, @ForAll("texts") String text) {
    Field measure = theme.measure().orElseThrow();
    Row row = new Row(theme);
    for (String number : Arrays.asList(text, text + ".50", "-" + text)) {
      boolean valid = row.set(measure.slot(), number);
      assertThat(valid).as(number).isEqualTo(number.matches(measure.type().pattern()));
      if (valid) {
        assertThat(BigDecimal.valueOf(row.number(measure.slot()), measure.type().scale()))
            .isEqualTo(new BigDecimal(number));
      }
    }
  }
}
