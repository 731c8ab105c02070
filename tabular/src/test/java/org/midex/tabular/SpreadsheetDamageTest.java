package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What spreadsheets do to cells is told apart, with the cell and what was meant. */
class SpreadsheetDamageTest {
  private static final Map<String, String> SOUND =
      Map.of(
          "REF_AREA", "AUT",
          "CITIZENSHIP", "SYR",
          "APPLICATION_TYPE", "_T",
          "PROCEDURE", "_T",
          "DEC_LEVEL", "_T",
          "SEX", "_T",
          "AGE", "_T",
          "MINOR_STATUS", "_T",
          "TIME_PERIOD", "2024",
          "OBS_VALUE", "12");
  private static final byte[] TEMPLATE =
      ReadTemplate.workbook("ASYLUM_APP", "en", Map.of("UNIT_MEASURE", "PS"));

  private final FilledBook book = FilledBook.withSender(TEMPLATE);

  private static Map<String, String> with(String id, String text) {
    Map<String, String> cells = new HashMap<>(SOUND);
    cells.put(id, text);
    return cells;
  }

  /** A row whose one cell stands in the sheet's XML like this. */
  private ReadTemplate raw(String id, String cell) {
    Map<String, String> xml = new HashMap<>();
    SOUND.forEach((i, t) -> xml.put(i, "t=\"inlineStr\"><is><t>" + t + "</t></is>"));
    xml.put(id, cell);
    return ReadTemplate.of(book.raw("", xml).bytes());
  }

  private ReadTemplate number(String id, int format, String serial) {
    return raw(id, "s=\"%d\"><v>%s</v>".formatted(book.style(format), serial));
  }

  private ReadTemplate text(String id, String text) {
    return ReadTemplate.of(book.row(with(id, text)).bytes());
  }

  private void assertRefused(
      ReadTemplate read, String rule, String id, @Nullable String suggestion) {
    Imported.Found found = read.finding();
    assertThat(found.rule()).isEqualTo(rule);
    assertThat(found.field()).isEqualTo(id);
    assertThat(found.location().source()).isEqualTo("Data!" + book.letter(id) + 3);
    assertThat(found.suggestion()).isEqualTo(suggestion);
    assertThat(read.observations()).isEmpty();
    assertThat(read.imported().requireAccount().addsUp()).isTrue();
    assertThat(read.imported().requireAccount().findings()).isPositive();
  }

  private void assertUsed(ReadTemplate read, String rule, String id, String value) {
    assertThat(read.rules()).containsExactly(rule);
    assertThat(read.observations()).hasSize(1);
    assertThat(read.observations().get(0).fields()).containsEntry(id, value);
    assertThat(read.imported().requireAccount().findings()).isZero();
  }

  @Test
  void aSoundRowHasNoFindings() {
    assertThat(ReadTemplate.of(book.row(SOUND).bytes()).imported().findings()).isEmpty();
  }

  @Nested
  class Dates {
    /** 16: 5-Nov, 17: Nov-25, 14: a whole date. */
    @ParameterizedTest
    @CsvSource({
      "AGE,16,45966,Y5T11",
      "AGE,14,45966,Y5T11",
      "AGE,16,46153,Y5T11",
      "AGE,17,41974,",
      "SEX,14,45966,",
      "TIME_PERIOD,17,45352,2024-03",
      "TIME_PERIOD,14,45352,2024-03",
      "TIME_PERIOD,14,2024,2024",
      "OBS_VALUE,14,45352,",
      "COMMENT,14,45352,"
    })
    void thatWereSomethingElse(String id, int format, String serial, @Nullable String meant) {
      assertRefused(number(id, format, serial), "MDX-I12", id, meant);
    }

    @ParameterizedTest
    @CsvSource({
      "AGE,05-nov,Y5T11",
      "AGE,11-May,Y5T11",
      "AGE,5-Nov,Y5T11",
      "AGE,11-mai,Y5T11",
      "AGE,05/11/2025,Y5T11",
      "TIME_PERIOD,Mar-24,2024-03",
      "TIME_PERIOD,mars-24,2024-03",
      "TIME_PERIOD,2024-03-15,2024-03",
      "TIME_PERIOD,45352,2024-03",
      "TIME_PERIOD,31/03/2024,2024-03",
      "TIME_PERIOD,01/03/2024,"
    })
    void asTextFilesShowThem(String id, String text, @Nullable String meant) {
      assertRefused(text(id, text), "MDX-I12", id, meant);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "1 234,1234",
        "1\u00A0234,1234",
        "1\u202F234\u202F567,1234567",
        "\"1,234\",1234",
        "\"1,000\",1000",
        "1.234,1234",
        "1'234,1234",
        "1’234’567,1234567",
        "1234.00,1234",
        "1.000,1000",
        "\"12,5\",",
        "12.5,",
        "\"1,23,456\",",
        "about 12,",
        "+12,"
      })
  void figuresWithMarksAreNotGuessed(String text, @Nullable String meant) {
    assertRefused(text("OBS_VALUE", text), "MDX-I13", "OBS_VALUE", meant);
  }

  @ParameterizedTest
  @CsvSource({
    "OBS_VALUE,1.23E+15,",
    "'OBS_VALUE','1,23E+15',",
    "CITIZENSHIP,4,AFG",
    "TIME_PERIOD,2.024E+03,"
  })
  void lostDigitsAndZeros(String id, String text, @Nullable String meant) {
    assertRefused(text(id, text), "MDX-I14", id, meant);
  }

  @Test
  void aNumberBeyondFifteenDigitsIsNotSure() {
    assertRefused(number("OBS_VALUE", 0, "1234567890123456"), "MDX-I14", "OBS_VALUE", null);
    assertUsedNumber("123456789012345");
  }

  private void assertUsedNumber(String number) {
    ReadTemplate read = new SpreadsheetDamageTest().number("OBS_VALUE", 0, number);
    assertThat(read.imported().findings()).isEmpty();
    assertThat(read.observations().get(0).fields()).containsEntry("OBS_VALUE", number);
  }

  @ParameterizedTest
  @CsvSource({
    "REF_AREA,t=\"e\"><v>#REF!</v>",
    "OBS_VALUE,t=\"e\"><f>1/0</f><v>#DIV/0!</v>",
    "OBS_VALUE,t=\"str\"><f>X()</f><v>#NAME?</v>",
    "SEX,t=\"b\"><v>1</v>",
    "OBS_VALUE,t=\"b\"><v>1</v>",
    "COMMENT,t=\"e\"><v>#N/A</v>"
  })
  void errorsAndTruthValues(String id, String cell) {
    assertRefused(raw(id, cell), "MDX-I15", id, null);
  }

  @ParameterizedTest
  @CsvSource({
    "SEX,#N/A",
    "AGE,########",
    "OBS_VALUE,#VALEUR!",
    "SEX,TRUE",
    "SEX,VRAI",
    "AGE,Err:502"
  })
  void errorsAndTruthValuesAsText(String id, String text) {
    assertRefused(text(id, text), "MDX-I15", id, null);
  }

  @ParameterizedTest
  @CsvSource({
    "CITIZENSHIP,'SYR ',SYR",
    "CITIZENSHIP,SYR\u00A0,SYR",
    "CITIZENSHIP,\u200BSYR,SYR",
    "CITIZENSHIP,“SYR”,SYR",
    "CITIZENSHIP,Syrian\u00A0Arab Republic,SYR",
    "CITIZENSHIP,Côte d‘Ivoire,CIV",
    "TIME_PERIOD,2024\u00A0,2024",
    "OBS_VALUE,\u00A012\u00A0,12"
  })
  void disguisesAreTakenOffAndSaid(String id, String text, String value) {
    assertUsed(text(id, text), "MDX-I16", id, value);
  }

  @Test
  void mergedCellsHaveNoValueOfTheirOwn() {
    Map<String, String> empty = new HashMap<>(SOUND);
    empty.remove("REF_AREA");
    book.header("REF_AREA", "DEU").row(SOUND).row(empty).row(SOUND);
    book.afterRows("<mergeCells count=\"1\"><mergeCell ref=\"A3:A4\"/></mergeCells>");
    ReadTemplate read = ReadTemplate.of(book.bytes());
    assertThat(read.finding().rule()).isEqualTo("MDX-I17");
    assertThat(read.finding().location().source()).isEqualTo("Data!A4");
    assertThat(read.finding().details()).containsEntry("range", "A3:A4");
    assertThat(read.observations()).as("the default is not for merged cells").hasSize(2);
  }

  @Test
  void hiddenRowsAreReadAndSaid() {
    Map<String, String> xml = new HashMap<>();
    SOUND.forEach((i, t) -> xml.put(i, "t=\"inlineStr\"><is><t>" + t + "</t></is>"));
    ReadTemplate read = ReadTemplate.of(book.raw("hidden=\"1\"", xml).row(SOUND).bytes());
    assertThat(read.rules()).containsExactly("MDX-I18");
    assertThat(read.finding().location().source()).isEqualTo("Data!A3");
    assertThat(read.observations()).hasSize(2);
  }

  @Test
  void theValueOfAFormulaIsUsedAndSaid() {
    assertUsed(raw("OBS_VALUE", "><f>6*7</f><v>42</v>"), "MDX-I19", "OBS_VALUE", "42");
  }

  @Test
  void theNoiseOfADoubleIsNoDigit() {
    ReadTemplate read = number("OBS_VALUE", 0, "42.000000000000007");
    assertThat(read.observations().get(0).fields()).containsEntry("OBS_VALUE", "42");
  }

  @ParameterizedTest
  @CsvSource({"AUS Austria", "Austira", "AU", "aut", "AUT  Austria (2024)"})
  void whatIsNoCodeOrNameIsRefused(String text) {
    ReadTemplate read = text("REF_AREA", text);
    assertThat(read.rules()).containsExactly("MDX-I10");
    assertThat(read.observations()).isEmpty();
  }

  @Test
  void theNearestNameIsSuggestedAsInTheDropDown() {
    assertRefused(text("REF_AREA", "Austira"), "MDX-I10", "REF_AREA", "AUT Austria");
  }

  @Test
  void anotherCodeIsNotSuggested() {
    assertRefused(text("REF_AREA", "AUX"), "MDX-I10", "REF_AREA", null);
  }

  @Test
  void anEmptyDimensionIsRefusedUnlessTheTemplateSaysWhatItMeans() {
    Map<String, String> empty = new HashMap<>(SOUND);
    empty.remove("SEX");
    assertRefused(ReadTemplate.of(book.row(empty).bytes()), "MDX-I11", "SEX", null);
    FilledBook stated = FilledBook.withSender(TEMPLATE).header("SEX", "F Female").row(empty);
    ReadTemplate read = ReadTemplate.of(stated.bytes());
    assertThat(read.imported().findings()).isEmpty();
    assertThat(read.observations().get(0).fields()).containsEntry("SEX", "F");
    assertThat(read.imported().requireAccount().declaredEmpty()).isGreaterThan(1);
  }

  @Test
  void aRowWithoutFigureIsAnObservationWithoutOne() {
    Map<String, String> gap = new HashMap<>(SOUND);
    gap.remove("OBS_VALUE");
    gap.put("OBS_STATUS", "O");
    ReadTemplate read = ReadTemplate.of(book.row(gap).bytes());
    assertThat(read.imported().findings()).isEmpty();
    assertThat(read.observations().get(0).fields())
        .containsEntry("OBS_STATUS", "O")
        .doesNotContainKey("OBS_VALUE");
  }

  @Test
  void aPeriodInAnotherFormIsRefused() {
    for (String text : List.of("2024 Q1", "2024Q1", "Q1 2024", "T1-2024")) {
      SpreadsheetDamageTest fresh = new SpreadsheetDamageTest();
      fresh.assertRefused(fresh.text("TIME_PERIOD", text), "MDX-I36", "TIME_PERIOD", "2024-Q1");
    }
    assertRefused(text("TIME_PERIOD", "last year"), "MDX-I36", "TIME_PERIOD", null);
  }
}
