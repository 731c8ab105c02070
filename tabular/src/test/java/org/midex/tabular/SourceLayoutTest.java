package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.tabular.Imported.CATALOGUE;
import static org.midex.tabular.Imported.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Action;
import org.midex.model.Observation;
import org.midex.tabular.Imported.Found;

class SourceLayoutTest {
  private static final String WIDE = TableReaderTest.OFFICE;
  private static final Mapping MAPPING = mapping(WIDE);
  private static final String LONG =
      """
      id: long
      title: One figure a row
      source: made up
      licence: none
      theme: ASYLUM_APP
      table: {format: csv}
      missing: {"-": {OBS_STATUS: L}}
      constants: {REF_AREA: AUT, APPLICATION_TYPE: FRST, PROCEDURE: _T, DEC_LEVEL: _T, AGE: _T,
        MINOR_STATUS: _T, UNIT_MEASURE: PS, CONF_STATUS: F}
      columns:
        year: {field: TIME_PERIOD, period: yyyy}
        who: {field: CITIZENSHIP, scheme: unhcr}
        sex: {field: SEX, tokens: {women: F, men: M}}
        persons: {value: {}}
        note: {field: COMMENT, absent: ["", none]}
      header:
        Sender: {Area: AUT, Authority: BFA}
      """;

  private static Observation observation(String... fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String field :
        List.of(
            "REF_AREA=AUT",
            "CITIZENSHIP=SYR",
            "APPLICATION_TYPE=FRST",
            "PROCEDURE=_T",
            "DEC_LEVEL=_T",
            "SEX=F",
            "AGE=_T",
            "MINOR_STATUS=_T",
            "UNIT_MEASURE=PS",
            "TIME_PERIOD=2024",
            "OBS_VALUE=12")) {
      put(texts, field);
    }
    for (String field : fields) {
      put(texts, field);
    }
    texts.values().removeIf(String::isEmpty);
    return Observation.of(CATALOGUE.theme("ASYLUM_APP"), texts);
  }

  private static void put(Map<String, String> texts, String field) {
    int equals = field.indexOf('=');
    texts.put(field.substring(0, equals), field.substring(equals + 1));
  }

  private static Found only(Exported exported) {
    assertThat(exported.findings()).hasSize(1);
    assertThat(exported.account().addsUp()).isTrue();
    return exported.findings().get(0);
  }

  private static void isLeftOut(
      String yaml, Observation observation, String rule, @Nullable String field) {
    Observation good =
        yaml.equals(WIDE) ? observation() : observation("CONF_STATUS=F", "CITIZENSHIP=AUT");
    Exported exported = Exported.of(mapping(yaml), List.of(observation, good));
    Found found = only(exported);
    assertThat(found.rule()).isEqualTo(rule);
    assertThat(found.field()).isEqualTo(field);
    assertThat(found.location().record()).isEqualTo(1);
    assertThat(exported.account()).isEqualTo(new ExportAccount(2, 1, 1, 1, 0));
    assertThat(exported.rows()).hasSize(1);
  }

  @Nested
  class WhatTheMappingCannotSay {
    @Test
    void aCodeWithoutAnAlias() {
      isLeftOut(LONG, observation("CONF_STATUS=F", "CITIZENSHIP=EU28"), "MDX-I21", "CITIZENSHIP");
      isLeftOut(LONG, observation("CONF_STATUS=F", "SEX=_T"), "MDX-I21", "SEX");
    }

    @Test
    void aPeriodOfAnotherLength() {
      isLeftOut(
          LONG, observation("CONF_STATUS=F", "TIME_PERIOD=2024-03"), "MDX-I21", "TIME_PERIOD");
    }

    @Test
    void aTextThatMeansAbsent() {
      isLeftOut(LONG, observation("CONF_STATUS=F", "COMMENT=none"), "MDX-I21", "COMMENT");
    }

    @Test
    void aDimensionThatIsConstant() {
      isLeftOut(WIDE, observation("AGE=Y18-34"), "MDX-I22", "AGE");
    }

    @Test
    void anAttributeThatIsConstantButAbsent() {
      isLeftOut(LONG, observation(), "MDX-I22", "CONF_STATUS");
    }

    @Test
    void aGroupWithoutAColumnOfFigures() {
      isLeftOut(WIDE, observation("SEX=_T"), "MDX-I23", null);
    }

    @Test
    void anAttributeWithoutAColumn() {
      isLeftOut(LONG, observation("CONF_STATUS=F", "OBS_STATUS=E"), "MDX-I24", "OBS_STATUS");
    }

    @Test
    void aStatusWithoutAFlag() {
      isLeftOut(WIDE, observation("OBS_STATUS=G"), "MDX-I25", "OBS_STATUS");
    }

    @Test
    void aCommentThatIsNoKeptFlag() {
      isLeftOut(WIDE, observation("COMMENT=late"), "MDX-I25", "COMMENT");
    }

    @Test
    void aMissingFigureWithoutAToken() {
      isLeftOut(
          LONG,
          observation("CONF_STATUS=F", "OBS_VALUE=", "OBS_STATUS=M"),
          "MDX-I25",
          "OBS_STATUS");
      isLeftOut(LONG, observation("CONF_STATUS=F", "OBS_VALUE="), "MDX-I25", "OBS_VALUE");
    }

    @Test
    void aTextThatWouldBeReadAsAnother() {
      isLeftOut(LONG, observation("CONF_STATUS=F", "COMMENT= late"), "MDX-I27", "COMMENT");
    }

    @Test
    void aFigureThatMeansMissing() {
      isLeftOut(
          LONG.replace("\"-\":", "\"0\":"),
          observation("CONF_STATUS=F", "OBS_VALUE=0"),
          "MDX-I27",
          "OBS_VALUE");
    }

    @Test
    void everyReasonIsSaid() {
      Exported exported =
          Exported.of(MAPPING, List.of(observation("AGE=Y18-34", "SEX=_T", "PROCEDURE=GOV")));
      assertThat(exported.rules()).containsExactlyInAnyOrder("MDX-I22", "MDX-I22", "MDX-I23");
      assertThat(exported.account()).isEqualTo(new ExportAccount(1, 0, 1, 0, 0));
    }
  }

  @Nested
  class WhatTheFileCannotHold {
    @ParameterizedTest
    @CsvSource({"ISO-8859-1,\u0142", "US-ASCII,\u00E9", "windows-1252,\u0627"})
    void aCharacterOutsideOfTheEncoding(String encoding, String text) {
      isLeftOut(
          LONG.replace("{format: csv}", "{format: csv, encoding: " + encoding + "}"),
          observation("CONF_STATUS=F", "COMMENT=" + text),
          "MDX-I26",
          "COMMENT");
    }

    @ParameterizedTest
    @CsvSource({"'a,b'", "'a\nb'", "'a\rb'"})
    void aSeparatorWhereNothingIsQuoted(String text) {
      isLeftOut(
          LONG.replace("{format: csv}", "{format: csv, quote: none}"),
          observation("CONF_STATUS=F", "COMMENT=" + text),
          "MDX-I26",
          "COMMENT");
    }

    @Test
    void aHeadingOutsideOfTheEncoding() {
      Mapping mapping =
          mapping(
              LONG.replace("{format: csv}", "{format: csv, encoding: US-ASCII}")
                  .replace("note:", "\u00E9tat:"));
      assertThatThrownBy(() -> Exported.of(mapping, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\u00E9tat");
    }
  }

  @Nested
  class WhatIsSaidOfAll {
    private Exported export(String theme, Action action, Map<String, String> dataset) {
      Mapping mapping =
          mapping(
              """
              id: stock
              title: Stock
              source: made up
              licence: none
              theme: MIG_STOCK
              table: {format: csv}
              dataset: {UNIT_MEASURE: PS}
              constants: {REF_AREA: AUT, ORIGIN_BASIS: COB, SEX: _T, AGE: _T, EDUCATION: _T,
                OCCUPATION: _T, DURATION_STAY: _T}
              columns:
                year: {field: TIME_PERIOD, period: yyyy}
                from: {field: ORIGIN}
                persons: {value: {}}
              """);
      return Exported.of(
          new SourceLayout(mapping, List.of()),
          Exported.head(CATALOGUE.theme(theme), action, dataset),
          List.of(Observation.of(CATALOGUE.theme(theme), Map.of("TIME_PERIOD", "2024"))));
    }

    @ParameterizedTest
    @CsvSource({
      "ASYLUM_APP,APPEND,PS,theme",
      "MIG_STOCK,DELETE,PS,action",
      "MIG_STOCK,APPEND,HH,UNIT_MEASURE",
      "MIG_STOCK,APPEND,'',UNIT_MEASURE"
    })
    void mustFit(String theme, Action action, String unit, String field) {
      Map<String, String> dataset = unit.isEmpty() ? Map.of() : Map.of("UNIT_MEASURE", unit);
      Exported exported = export(theme, action, dataset);
      Found found = only(exported);
      assertThat(found.rule()).isEqualTo("MDX-I20");
      assertThat(found.field()).isEqualTo(field);
      assertThat(exported.account()).isEqualTo(new ExportAccount(1, 0, 1, 0, 0));
    }
  }

  @Nested
  class Spellings {
    @Test
    void theFirstOfSeveralIsWrittenAndSaidOnce() {
      Exported exported =
          Exported.of(
              mapping(LONG.replace("men: M", "ladies: F, men: M")),
              List.of(
                  observation("CONF_STATUS=F"),
                  observation("CONF_STATUS=F", "CITIZENSHIP=AUT"),
                  observation("CONF_STATUS=F", "SEX=M")));
      assertThat(exported.rows())
          .containsExactly("2024,SYR,women,12,", "2024,AUS,women,12,", "2024,SYR,men,12,");
      Found found = only(exported);
      assertThat(found.rule()).isEqualTo("MDX-I28");
      assertThat(found.details()).containsEntry("spelling", "women");
    }

    @ParameterizedTest
    @CsvSource({"2024,2024", "2024-Q3,2024Q3", "2024-03,2024M03"})
    void ofAPeriodAreOfItsLength(String period, String spelling) {
      Exported exported = Exported.of(MAPPING, List.of(observation("TIME_PERIOD=" + period)));
      assertThat(exported.rows()).containsExactly(spelling + ";SYR;12;;;");
    }

    @ParameterizedTest
    @CsvSource({
      "OBS_STATUS=P,p",
      "OBS_STATUS=E,e",
      "CONF_STATUS=C,c",
      "CONF_STATUS=N,9",
      "OBS_STATUS=P CONF_STATUS=C,pc",
      "OBS_STATUS=D COMMENT=flags:_dp,dp"
    })
    void ofFlagsMayBeSeveralLetters(String attributes, String flags) {
      String[] fields = attributes.split(" ");
      for (int i = 0; i < fields.length; i++) {
        fields[i] = fields[i].replace(":_", ": ");
      }
      Exported exported = Exported.of(MAPPING, List.of(observation(fields)));
      assertThat(exported.rows()).containsExactly("2024;SYR;12;;" + flags + ";");
    }

    @Test
    void ofNumbersHaveTheMarksOfTheTable() {
      Exported exported = Exported.of(MAPPING, List.of(observation("OBS_VALUE=-1234567")));
      assertThat(exported.rows()).containsExactly("2024;SYR;-1 234 567;;;");
    }
  }

  @Nested
  class WideRows {
    @Test
    void figuresOfOneRowNeedNotBeNeighbours() {
      Exported exported =
          Exported.of(
              MAPPING,
              List.of(
                  observation(),
                  observation("CITIZENSHIP=IRQ"),
                  observation("CITIZENSHIP=IRQ", "SEX=M", "OBS_VALUE=3"),
                  observation("SEX=M", "OBS_VALUE=4")));
      assertThat(exported.rows()).containsExactly("2024;SYR;12;4;;", "2024;IRQ;12;3;;");
      assertThat(exported.account()).isEqualTo(new ExportAccount(4, 4, 0, 2, 0));
    }

    @Test
    void figuresWithOtherFlagsStandInARowOfTheirOwn() {
      Exported exported =
          Exported.of(MAPPING, List.of(observation("OBS_STATUS=P"), observation("SEX=M")));
      assertThat(exported.rows()).containsExactly("2024;SYR;12;;p;", "2024;SYR;;12;;");
    }

    @Test
    void aKeyThatStandsTwiceStaysTwice() {
      List<Observation> twice =
          List.of(observation(), observation("OBS_VALUE=13"), observation("SEX=M"));
      Exported exported = Exported.of(MAPPING, twice);
      assertThat(exported.rows()).containsExactly("2024;SYR;12;;;", "2024;SYR;13;12;;");
      assertThat(Imported.of(MAPPING, exported.bytes()).observations())
          .containsExactlyInAnyOrderElementsOf(twice);
    }

    @Test
    void missingAndAbsentFiguresAreToldApart() {
      Exported exported = Exported.of(MAPPING, List.of(observation("OBS_VALUE=", "OBS_STATUS=O")));
      assertThat(exported.rows()).containsExactly("2024;SYR;:;;;");
    }

    @Test
    void withoutATokenForNothingTheyMustBeWhole() {
      Mapping mapping = mapping(WIDE.replace("  \"\": empty\n", ""));
      Exported exported =
          Exported.of(
              mapping,
              List.of(
                  observation(),
                  observation("SEX=M"),
                  observation("CITIZENSHIP=IRQ"),
                  observation("CITIZENSHIP=AFG", "SEX=M")));
      assertThat(exported.rows()).containsExactly("2024;SYR;12;12;;");
      assertThat(exported.rules()).containsExactly("MDX-I29", "MDX-I29");
      assertThat(exported.findings().get(0).field()).isEqualTo("Men");
      assertThat(exported.findings().get(1).location().record()).isEqualTo(4);
      assertThat(exported.account()).isEqualTo(new ExportAccount(4, 2, 2, 1, 0));
    }
  }

  @Nested
  class Omissions {
    private final List<Observation> flagged =
        List.of(
            observation("CONF_STATUS=F", "OBS_STATUS=A"),
            observation("CONF_STATUS=F", "OBS_STATUS=E"));

    @Test
    void areCounted() {
      Exported exported = Exported.of(mapping(LONG), flagged, "OBS_STATUS");
      assertThat(exported.findings()).isEmpty();
      assertThat(exported.account()).isEqualTo(new ExportAccount(2, 2, 0, 2, 2));
    }

    @Test
    void mayBeOfOneTextOnly() {
      Exported exported = Exported.of(mapping(LONG), flagged, "OBS_STATUS=A");
      assertThat(exported.rules()).containsExactly("MDX-I24");
      assertThat(exported.account()).isEqualTo(new ExportAccount(2, 1, 1, 1, 1));
    }

    @Test
    void areOfAttributesOnly() {
      assertThatThrownBy(() -> Exported.of(mapping(LONG), flagged, "SEX"))
          .hasMessageContaining("no attribute SEX");
      assertThatThrownBy(() -> Exported.of(mapping(LONG), flagged, "COMENT"))
          .hasMessageContaining("did you mean COMMENT?");
    }
  }

  @Test
  void titlesAboveTheHeadingsAreEmptyLines() {
    Mapping mapping = mapping(LONG.replace("{format: csv}", "{format: csv, heading_row: 3}"));
    Exported exported = Exported.of(mapping, List.of(observation("CONF_STATUS=F")));
    assertThat(exported.text())
        .isEqualTo("\r\n\r\nyear,who,sex,persons,note\r\n2024,SYR,women,12,\r\n");
    assertThat(Imported.of(mapping, exported.bytes()).observations()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"ISO-8859-15", "UTF-16", "windows-1252", "UTF-8"})
  void theEncodingIsTheMappings(String encoding) {
    Mapping mapping =
        mapping(LONG.replace("{format: csv}", "{format: csv, encoding: " + encoding + "}"));
    List<Observation> observations = List.of(observation("CONF_STATUS=F", "COMMENT=\u20AC \u00E9"));
    Exported exported = Exported.of(mapping, observations);
    assertThat(new String(exported.bytes(), Charset.forName(encoding))).contains("\u20AC \u00E9");
    assertThat(Imported.of(mapping, exported.bytes()).observations()).isEqualTo(observations);
  }

  @Test
  void noObservationsGiveATableOfHeadings() {
    Exported exported = Exported.of(MAPPING, new ArrayList<>());
    assertThat(exported.text()).isEqualTo("Year;Country;Women;Men;Flag;Clerk\r\n");
    assertThat(exported.account()).isEqualTo(new ExportAccount(0, 0, 0, 0, 0));
  }
}
