package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Finding;

class KeyRulesTest {
  @Nested
  class DuplicateKey {
    @Test
    void namesTheFirstRecordAndBothFigures() {
      Finding finding =
          dataset("ASYLUM_APP").row("SEX", "F").row().row("OBS_VALUE", "11").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V03");
      assertThat(finding.location().record()).isEqualTo(3);
      assertThat(finding.details())
          .containsEntry("first", "2")
          .containsEntry("there", "10")
          .containsEntry("here", "11");
    }

    @Test
    void doesNotNeedAFigure() {
      Dataset dataset =
          dataset("ASYLUM_APP").row("OBS_VALUE", "", "OBS_STATUS", "O").row("OBS_VALUE", "0");
      assertThat(dataset.check().only().details())
          .containsEntry("there", "—")
          .containsEntry("here", "0");
    }

    @ParameterizedTest
    @CsvSource({
      "SEX, F",
      "TIME_PERIOD, 2022",
      "TIME_PERIOD, 2023-S1",
      "CITIZENSHIP, SYR",
      "UNIT_MEASURE, _U"
    })
    void isSilentWhenOneDimensionDiffers(String dimension, String text) {
      Dataset dataset = dataset("ASYLUM_APP").row().row(dimension, text, "OBS_VALUE", "0");
      assertThat(dataset.check().findings()).isEmpty();
    }

    @Test
    void isNotJudgedInARowWithStructuralErrors() {
      Found found = dataset("ASYLUM_APP").row().row().unsound().check();
      assertThat(found.findings()).isEmpty();
      assertThat(found.notRun()).containsEntry("MDX-V03 malformed", 1);
    }

    @ParameterizedTest
    @CsvSource({"SEX, ''", "TIME_PERIOD, ''", "TIME_PERIOD, 2023-13"})
    void isNotJudgedWithoutTheWholeKey(String dimension, String text) {
      Found found = dataset("ASYLUM_APP").row(dimension, text).row(dimension, text).check();
      assertThat(found.findings()).isEmpty();
      assertThat(found.notRun()).containsEntry("MDX-V03 malformed", 2);
    }
  }

  @Nested
  class TotalAndParts {
    private Dataset sexes(String total, String female, String male) {
      return dataset("ASYLUM_APP")
          .row("OBS_VALUE", total)
          .row("SEX", "F", "OBS_VALUE", female)
          .row("SEX", "M", "OBS_VALUE", male);
    }

    @Test
    void fireWhenTheyDiffer() {
      Finding finding = sexes("10", "3", "6").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V12");
      assertThat(finding.problem().field()).isEqualTo("SEX");
      assertThat(finding.location().record()).isEqualTo(1);
      assertThat(finding.details())
          .containsEntry("total", "_T")
          .containsEntry("found", "10")
          .containsEntry("parts", "F + M")
          .containsEntry("expected", "9")
          .containsEntry("difference", "1")
          .containsEntry("tolerance", "0");
    }

    @Test
    void areSilentWhenTheyAgree() {
      assertThat(sexes("9", "3", "6").check().findings()).isEmpty();
    }

    @Test
    void countOptionalParts() {
      assertThat(sexes("10", "3", "6").row("SEX", "_U", "OBS_VALUE", "1").check().findings())
          .isEmpty();
      assertThat(sexes("9", "3", "6").row("SEX", "X", "OBS_VALUE", "1").check().rules())
          .containsExactly("MDX-V12");
    }

    @Test
    void areNotJudgedWhenAPartIsAbsentOrHasNoFigure() {
      Dataset oneAbsent = dataset("ASYLUM_APP").row().row("SEX", "F", "OBS_VALUE", "3");
      assertThat(oneAbsent.check().findings()).isEmpty();
      oneAbsent.row("SEX", "M", "OBS_VALUE", "", "OBS_STATUS", "Q");
      assertThat(oneAbsent.check().findings()).isEmpty();
      Dataset unknownSuppressed =
          sexes("10", "3", "6").row("SEX", "_U", "OBS_VALUE", "", "OBS_STATUS", "Q");
      assertThat(unknownSuppressed.check().findings()).isEmpty();
    }

    @Test
    void doNotMixKeys() {
      Dataset dataset =
          dataset("ASYLUM_APP")
              .row("OBS_VALUE", "10")
              .row("SEX", "F", "OBS_VALUE", "3", "TIME_PERIOD", "2022")
              .row("SEX", "M", "OBS_VALUE", "6");
      assertThat(dataset.check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "NEAREST, 5, 20, 5, 10", // 5, allowed 5/2·3 = 7
      "RANDOM, 5, 25, 5, 10", // 10, allowed 4·3 = 12
      "SMALL_CELL, 5, 26, 4, 18", // 4, allowed 4 for the one small figure
    })
    void mayDifferByTheDeclaredRounding(
        String method, String base, String total, String female, String male) {
      assertThat(sexes(total, female, male).rounding(method, base).check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "NEAREST, 5, 25, 5, 10, 7",
      "RANDOM, 5, 30, 5, 10, 12",
      "CONTROLLED, 5, 20, 5, 10, 0",
      "SMALL_CELL, 5, 27, 4, 18, 4"
    })
    void fireAsAWarningBeyondTheDeclaredRounding(
        String method, String base, String total, String female, String male, String tolerance) {
      Finding finding = sexes(total, female, male).rounding(method, base).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V14");
      assertThat(finding.details()).containsEntry("tolerance", tolerance);
    }

    @ParameterizedTest
    @CsvSource({"NEAREST, ''", "RANDOM, 0", "MAGIC, 5"})
    void areNotJudgedWhenTheRoundingCannotBeTold(String method, String base) {
      Found found = sexes("20", "5", "10").rounding(method, base).check();
      assertThat(found.rules()).doesNotContain("MDX-V12", "MDX-V14");
      assertThat(found.notRun()).containsEntry("MDX-V14 headerMissing", 1);
    }

    @ParameterizedTest
    @CsvSource({"10.00, false", "10.02, false", "10.03, true"}) // 4 cells, each off by half a cent
    void mayDifferByTheLastDigitsOfAmounts(String total, boolean differs) {
      Dataset remittances =
          dataset("REMITTANCE")
              .row("REMIT_ITEM", "PR", "OBS_VALUE", total)
              .row("REMIT_ITEM", "PT", "OBS_VALUE", "3.33")
              .row("REMIT_ITEM", "CE_NET", "OBS_VALUE", "3.33")
              .row("REMIT_ITEM", "KT", "OBS_VALUE", "3.34");
      assertThat(remittances.check().rules()).isEqualTo(differs ? List.of("MDX-V12") : List.of());
    }

    @Test
    void doNotOverflow() {
      String most = "9".repeat(18);
      Finding finding = sexes("0", most, most).check().only();
      assertThat(finding.details())
          .containsEntry("expected", "1999999999999999998")
          .containsEntry("difference", "1999999999999999998");
    }
  }

  @Nested
  class PartsAtMostTheTotal {
    @Test
    void fireWhenTheyExceedIt() {
      Finding finding =
          dataset("ASYLUM_APP")
              .row()
              .row("APPLICATION_TYPE", "FRST", "OBS_VALUE", "8")
              .row("APPLICATION_TYPE", "SSEQ", "OBS_VALUE", "5")
              .check()
              .only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V22");
      assertThat(finding.details())
          .containsEntry("difference", "3")
          .containsEntry("parts", "FRST + SSEQ");
    }

    @Test
    void fireWhenOneOfThemAloneExceedsIt() {
      Dataset dataset =
          dataset("ASYLUM_APP").row().row("APPLICATION_TYPE", "FRST", "OBS_VALUE", "11");
      assertThat(dataset.check().rules()).containsExactly("MDX-V22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10"})
    void areSilentOtherwise(String first) {
      Dataset dataset =
          dataset("ASYLUM_APP").row().row("APPLICATION_TYPE", "FRST", "OBS_VALUE", first);
      assertThat(dataset.check().findings()).isEmpty();
    }

    @Test
    void mayExceedItByTheDeclaredRounding() {
      Dataset dataset =
          dataset("ASYLUM_APP")
              .rounding("NEAREST", "5")
              .row()
              .row("APPLICATION_TYPE", "FRST", "OBS_VALUE", "15");
      assertThat(dataset.check().findings()).isEmpty();
      dataset.row("APPLICATION_TYPE", "SSEQ", "OBS_VALUE", "10");
      assertThat(dataset.check().rules()).containsExactly("MDX-V22");
    }
  }

  @Nested
  class Tiles {
    private final Dataset children =
        dataset("ASYLUM_APP")
            .row("AGE", "Y_LT18", "OBS_VALUE", "30")
            .row("AGE", "Y_LT14", "OBS_VALUE", "20")
            .row("AGE", "Y14T17", "OBS_VALUE", "10");

    @Test
    void areSilentWhenTheyAddUp() {
      assertThat(children.check().findings()).isEmpty();
    }

    @Test
    void areSilentWhenOneIsAbsent() {
      children.rows().remove(2);
      assertThat(children.check().findings()).isEmpty();
    }

    @Test
    void fireWhenTheyDoNotAddUp() {
      children.rows().get(0).put("OBS_VALUE", "31");
      Finding finding = children.check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V12");
      assertThat(finding.location().record()).isEqualTo(1);
      assertThat(finding.details())
          .containsEntry("parts", "Y_LT14 + Y14T17")
          .containsEntry("expected", "30");
    }

    @Test
    void theTotalTakesTheLargestClassesAndTheUnknown() {
      children
          .row("AGE", "_U", "OBS_VALUE", "1")
          .row("AGE", "Y_GE18", "OBS_VALUE", "5")
          .row("AGE", "_T", "OBS_VALUE", "36");
      assertThat(children.check().findings()).isEmpty();
      children.rows().get(5).put("OBS_VALUE", "35");
      assertThat(children.check().only().details()).containsEntry("parts", "Y_LT18 + Y_GE18 + _U");
    }

    @Test
    void areSearchedAnewForEachTotal() {
      Dataset dataset =
          dataset("ASYLUM_APP")
              .row("AGE", "Y_LT18", "CITIZENSHIP", "SYR", "OBS_VALUE", "30")
              .row("AGE", "Y_LT14", "CITIZENSHIP", "SYR", "OBS_VALUE", "20")
              .row("AGE", "Y_LT18", "CITIZENSHIP", "AFG", "OBS_VALUE", "31")
              .row("AGE", "Y_LT14", "CITIZENSHIP", "AFG", "OBS_VALUE", "20")
              .row("AGE", "Y14T17", "CITIZENSHIP", "AFG", "OBS_VALUE", "10");
      assertThat(dataset.check().places("MDX-V12")).containsExactly("3: AGE");
    }

    /** Trying every way of filling would take 2^20 steps and more for each total. */
    @Test
    void areSearchedOnceWhenManyClassesFillTheSameYears() {
      Dataset years = dataset("ASYLUM_APP").row("AGE", "_T", "OBS_VALUE", "100");
      for (int year = 0; year < 100; year++) {
        years.row("AGE", "Y" + year, "OBS_VALUE", "1");
        String fiveYears = "Y" + year + "T" + (year + 4);
        if (year % 5 == 0 && Dataset.CATALOGUE.codeList("CL_AGE").find(fiveYears).isPresent()) {
          years.row("AGE", fiveYears, "OBS_VALUE", "5");
        }
      }
      assertThat(years.check().findings()).isEmpty();
    }

    @Test
    void mayDifferByTheDeclaredRounding() {
      children.rows().get(0).put("OBS_VALUE", "35");
      assertThat(children.rounding("NEAREST", "5").check().findings()).isEmpty();
      children.rows().get(0).put("OBS_VALUE", "40");
      assertThat(children.check().rules()).containsExactly("MDX-V14");
    }
  }

  @Nested
  class Classes {
    @Test
    void fireWhenTheyOverlapInPart() {
      Finding finding =
          dataset("ASYLUM_APP")
              .row("AGE", "Y18T34")
              .row()
              .row("AGE", "Y30T34")
              .row("AGE", "Y15T19")
              .check()
              .only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V13");
      assertThat(finding.location().record()).isEqualTo(4);
      assertThat(finding.value()).isEqualTo("Y15T19");
      assertThat(finding.details())
          .containsEntry("first", "Y18T34")
          .containsEntry("second", "Y15T19");
    }

    /** Which one is in the way of the other goes by the order of rows, not of series. */
    @Test
    void nameTheLaterRow() {
      Finding finding =
          dataset("ASYLUM_APP")
              .row("AGE", "Y18T34")
              .row("AGE", "Y15T19", "TIME_PERIOD", "2022")
              .row("AGE", "Y18T34", "TIME_PERIOD", "2022")
              .check()
              .only();
      assertThat(finding.location().record()).isEqualTo(3);
      assertThat(finding.value()).isEqualTo("Y18T34");
      assertThat(finding.details())
          .containsEntry("first", "Y15T19")
          .containsEntry("second", "Y18T34");
    }

    @ParameterizedTest
    @CsvSource({"Y_LT18, Y14T17", "Y_LT18, Y18T34", "_T, Y18T34", "_U, Y18T34", "Y_GE65, Y_GE60"})
    void areSilentWhenTheyExcludeOrContainOneAnother(String one, String other) {
      Dataset dataset = dataset("ASYLUM_APP").row("AGE", one).row("AGE", other);
      assertThat(dataset.check().findings()).isEmpty();
    }

    @Test
    void areSilentUnderDifferentKeys() {
      Dataset dataset =
          dataset("ASYLUM_APP").row("AGE", "Y18T34").row("AGE", "Y15T19", "CITIZENSHIP", "SYR");
      assertThat(dataset.check().findings()).isEmpty();
    }
  }
}
