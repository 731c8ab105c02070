package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Finding;
import org.midex.model.Node;

class RowRulesTest {
  /** When it fires: PeriodExistsTest. */
  @Nested
  class Period {
    @ParameterizedTest
    @ValueSource(strings = {"2023", "2023-S2", "2023-Q4", "2024-02", "9999"})
    void isSilentWhenItExists(String period) {
      assertThat(dataset("ASYLUM_APP").row("TIME_PERIOD", period).check().findings()).isEmpty();
    }
  }

  @Nested
  class NegativeFigure {
    @Test
    void fires() {
      Finding finding = dataset("ASYLUM_APP").row("OBS_VALUE", "-1").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V05");
      assertThat(finding.value()).isEqualTo("-1");
    }

    @Test
    void isSilentOnZero() {
      assertThat(dataset("ASYLUM_APP").row("OBS_VALUE", "0").check().findings()).isEmpty();
    }
  }

  @Nested
  class AbsentFigure {
    @ParameterizedTest
    @ValueSource(strings = {"A", "E", "P", ""})
    void firesWhenTheStatusDoesNotExplainIt(String status) {
      Finding finding =
          dataset("ASYLUM_APP").row("OBS_VALUE", "", "OBS_STATUS", status).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V07");
      assertThat(finding.details()).containsEntry("status", status.isEmpty() ? "—" : status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "M", "O", "Q", "K", "N"})
    void isSilentWhenTheStatusExplainsIt(String status) {
      Dataset dataset = dataset("ASYLUM_APP").row("OBS_VALUE", "", "OBS_STATUS", status);
      assertThat(dataset.check().findings()).isEmpty();
    }

    @Test
    void isNotJudgedWhenTheStatusIsUnknown() {
      Found found = dataset("ASYLUM_APP").row("OBS_VALUE", "", "OBS_STATUS", "?").check();
      assertThat(found.rules()).containsExactly("MDX-V01");
      assertThat(found.notRun()).containsEntry("MDX-V07 unknownCode", 1);
    }
  }

  @Nested
  class FigureBesideAStatusThatSaysItIsMissing {
    @ParameterizedTest
    @ValueSource(strings = {"L", "M", "O", "Q"})
    void fires(String status) {
      Finding finding = dataset("ASYLUM_APP").row("OBS_STATUS", status).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V08");
      assertThat(finding.value()).isEqualTo("10");
      assertThat(finding.details()).containsEntry("status", status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "N", "E", ""})
    void isSilentWhenAFigureMayStandBesideIt(String status) {
      assertThat(dataset("ASYLUM_APP").row("OBS_STATUS", status).check().findings()).isEmpty();
    }
  }

  @Nested
  class MultipleOfBase {
    @Test
    void firesOnAnotherFigure() {
      Finding finding =
          dataset("ASYLUM_APP").rounding("NEAREST", "5").row("OBS_VALUE", "12").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V15");
      assertThat(finding.details()).containsEntry("base", "5");
    }

    @ParameterizedTest
    @CsvSource({
      "NEAREST, 5, 15",
      "NEAREST, 5, 0",
      "RANDOM, 5, 12",
      "SMALL_CELL, 5, 12",
      "NONE, 5, 12"
    })
    void isSilentOnMultiplesAndForOtherMethods(String method, String base, String figure) {
      Dataset dataset = dataset("ASYLUM_APP").rounding(method, base).row("OBS_VALUE", figure);
      assertThat(dataset.check().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "five", "99999999999999999999"})
    void isSilentWhenTheBaseIsNoUse(String base) {
      Dataset dataset = dataset("ASYLUM_APP").rounding("NEAREST", base).row("OBS_VALUE", "12");
      assertThat(dataset.check().rules()).doesNotContain("MDX-V15");
    }
  }

  @Nested
  class SmallestGroup {
    @ParameterizedTest
    @ValueSource(strings = {"1", "10"})
    void firesOnAFigureBelowIt(String figure) {
      Finding finding =
          dataset("TRAFFICKING")
              .attribute("K_ANONYMITY", "11")
              .row("OBS_VALUE", figure)
              .check()
              .only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V39");
      assertThat(finding.details()).containsEntry("k", "11");
    }

    @ParameterizedTest
    @CsvSource({"11, 11", "11, 0", "1, 1", "0, 1", "'', 1", "eleven, 1"})
    void isSilentOnOthersAndWithoutASize(String size, String figure) {
      Dataset dataset = dataset("TRAFFICKING").attribute("K_ANONYMITY", size);
      assertThat(dataset.row("OBS_VALUE", figure).check().rules()).doesNotContain("MDX-V39");
    }

    @Test
    void aHugeSizeIsNoOverflow() {
      Dataset dataset = dataset("TRAFFICKING").attribute("K_ANONYMITY", "999999999999999999");
      assertThat(dataset.row("OBS_VALUE", "5").check().rules()).contains("MDX-V39");
    }
  }

  @Nested
  class Coverage {
    @Test
    void firesOnAnotherArea() {
      Finding finding =
          dataset("ASYLUM_APP").coverage(Node.leaf("Area", "DEU")).row().check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V52");
      assertThat(finding.problem().field()).isEqualTo("REF_AREA");
      assertThat(finding.details()).containsEntry("expected", "DEU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021", "2024-Q1", "2022-01"})
    void firesOnAnotherPeriod(String period) {
      Finding finding =
          dataset("ASYLUM_APP")
              .coverage(Node.leaf("From", "2022-02"), Node.leaf("Until", "2023"))
              .row("TIME_PERIOD", period)
              .check()
              .only();
      assertThat(finding.problem().field()).isEqualTo("TIME_PERIOD");
      assertThat(finding.details()).containsEntry("expected", "2022-02–2023");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUT", "M49_155", "M49_150", "EU27_2020", "_T"})
    void isSilentWhenTheAreaIsCoveredOrPartOfOne(String area) {
      Dataset dataset = dataset("ASYLUM_APP").coverage(Node.leaf("Area", area)).row();
      assertThat(dataset.check().findings()).isEmpty();
    }

    @Test
    void isNotJudgedByACodeThatIsNotKnown() {
      Found found = dataset("ASYLUM_APP").coverage(Node.leaf("Area", "QQX")).row().check();
      assertThat(found.rules()).containsExactly("MDX-V01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2023-W60", "2023-02-30"})
    void isSilentWhenThePeriodCannotBeRead(String period) {
      Dataset dataset = dataset("ASYLUM_APP").coverage(Node.leaf("From", period)).row();
      assertThat(dataset.check().findings()).isEmpty();
    }
  }

  @Nested
  class OriginAndArea {
    @ParameterizedTest
    @CsvSource({
      "ASYLUM_APP, CITIZENSHIP, _T, MDX-V24",
      "MIG_STOCK, ORIGIN, _T, MDX-V46",
      "REFUGEE_POP, ORIGIN, REF, MDX-V25",
      "REFUGEE_POP, ORIGIN, ASY, MDX-V25"
    })
    void fireWhenTheyAreTheSame(String theme, String origin, String group, String rule) {
      Dataset dataset = dataset(theme).row(origin, "AUT", populationType(theme), group);
      Finding finding = dataset.check().only();
      assertThat(finding.problem().rule()).isEqualTo(rule);
      assertThat(finding.value()).isEqualTo("AUT");
      assertThat(finding.details()).containsEntry("found", "10");
    }

    @ParameterizedTest
    @CsvSource({
      "ASYLUM_APP, CITIZENSHIP, _T",
      "MIG_STOCK, ORIGIN, _T",
      "REFUGEE_POP, ORIGIN, REF",
      "REFUGEE_POP, ORIGIN, IDP"
    })
    void areSilentOnZeroAndWithoutAFigure(String theme, String origin, String group) {
      String other = group.equals("IDP") ? "DEU" : "AUT";
      String type = populationType(theme);
      Dataset dataset =
          dataset(theme)
              .row(origin, other, type, group, "OBS_VALUE", "0")
              .row(origin, other, type, group, "OBS_VALUE", "", "OBS_STATUS", "O", "SEX", "F");
      assertThat(dataset.check().findings()).isEmpty();
    }

    @Test
    void fireOnDisplacedPersonsOutsideTheirCountry() {
      Finding finding =
          dataset("REFUGEE_POP").row("ORIGIN", "SYR", "POP_TYPE", "IDP").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V26");
      assertThat(finding.value()).isEqualTo("SYR");
      assertThat(finding.details()).containsEntry("found", "AUT");
    }

    @ParameterizedTest
    @CsvSource({
      "AUT, IDP",
      "_T, IDP",
      "_U, IDP",
      "XXA, IDP",
      "M49_150, IDP",
      "AUT, STA",
      "_T, REF"
    })
    void areSilentWhereTheyAreRightOrCannotBeCompared(String origin, String group) {
      Dataset dataset = dataset("REFUGEE_POP").row("ORIGIN", origin, "POP_TYPE", group);
      assertThat(dataset.check().findings()).isEmpty();
    }

    @Test
    void areSilentWhenBothAreTotals() {
      Dataset dataset = dataset("MIG_STOCK").row("ORIGIN", "_T", "REF_AREA", "_T");
      assertThat(dataset.check().findings()).isEmpty();
    }

    private String populationType(String theme) {
      return theme.equals("REFUGEE_POP") ? "POP_TYPE" : "SEX";
    }
  }

  @Nested
  class TheRounding {
    @ParameterizedTest
    @CsvSource({"NEAREST, 0", "NEAREST, 1", "RANDOM, -5", "SMALL_CELL, 1"})
    void needsABaseThatRounds(String method, String base) {
      Found found = dataset("ASYLUM_APP").rounding(method, base).row("OBS_VALUE", "10").check();
      assertThat(found.rules()).contains("MDX-V53");
    }

    @ParameterizedTest
    @CsvSource({"NEAREST, 5", "CONTROLLED, 0", "NONE, 0", "SMALL_CELL, 5"})
    void isFineWithOneOrWithoutNeed(String method, String base) {
      Found found = dataset("ASYLUM_APP").rounding(method, base).row("OBS_VALUE", "10").check();
      assertThat(found.findings()).isEmpty();
    }
  }
}
