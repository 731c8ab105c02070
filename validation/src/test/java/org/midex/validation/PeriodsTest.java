package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Finding;

/** Figures of a period beside those of the shorter ones in it. */
class PeriodsTest {
  private static Dataset quarters(Dataset dataset, String year, String... figures) {
    dataset.row("TIME_PERIOD", "2023", "OBS_VALUE", year);
    for (int i = 0; i < figures.length; i++) {
      dataset.row("TIME_PERIOD", "2023-Q" + (i + 1), "OBS_VALUE", figures[i]);
    }
    return dataset;
  }

  @Nested
  class Stocks {
    private final Dataset pending = dataset("ASYLUM_PEND");

    @Test
    void areNotTheirSum() {
      Finding finding = quarters(pending, "43", "10", "10", "11", "12").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V41");
      assertThat(finding.problem().field()).isEqualTo("TIME_PERIOD");
      assertThat(finding.location().record()).isEqualTo(1);
      assertThat(finding.value()).isEqualTo("2023");
      assertThat(finding.details())
          .containsEntry("total", "2023")
          .containsEntry("found", "43")
          .containsEntry("parts", "2023-Q1–2023-Q4")
          .containsEntry("last", "12");
    }

    @Test
    void ofMonthsAreNotTheirSumEither() {
      pending.row("TIME_PERIOD", "2023", "OBS_VALUE", "120");
      pending.row("TIME_PERIOD", "2023-Q2", "OBS_VALUE", "30");
      for (int month = 1; month <= 12; month++) {
        pending.row("TIME_PERIOD", "2023-%02d".formatted(month));
      }
      assertThat(pending.check().places("MDX-V41"))
          .containsExactly("1: TIME_PERIOD", "2: TIME_PERIOD");
    }

    @ParameterizedTest
    @CsvSource({
      "12, 10, 10, 11, 12", // the figure at the end
      "11, 10, 10, 11, 12", // a mean
      "12, 0, 0, 0, 12", // the sum, but the figure at the end as well
      "0, 0, 0, 0, 0",
      "42, 10, 10, 11, 12", // something else
    })
    void mayBeAnythingElse(String year, String one, String two, String three, String four) {
      assertThat(quarters(pending, year, one, two, three, four).check().findings()).isEmpty();
    }

    @Test
    void areNotJudgedWhenAPartIsNotThere() {
      assertThat(quarters(pending, "31", "10", "10", "11").check().findings()).isEmpty();
      pending.row("TIME_PERIOD", "2023-Q4", "OBS_VALUE", "", "OBS_STATUS", "O");
      assertThat(pending.check().findings()).isEmpty();
    }

    @Test
    void areJudgedWithinTheDeclaredRounding() {
      quarters(pending, "205", "50", "50", "50", "50").rounding("NEAREST", "5");
      assertThat(pending.check().rules()).containsExactly("MDX-V41");
      pending.rows().get(4).put("OBS_VALUE", "195");
      pending.rows().get(1).put("OBS_VALUE", "5");
      pending.rows().get(2).put("OBS_VALUE", "5");
      pending.rows().get(3).put("OBS_VALUE", "0");
      assertThat(pending.check().findings()).isEmpty(); // 195 at the end, and 205 in sum
    }

    @Test
    void mayHoldEventsThatAddUp() {
      Dataset returns =
          dataset("REFUGEE_POP")
              .row("TIME_PERIOD", "2023", "POP_TYPE", "RET", "OBS_VALUE", "30")
              .row("TIME_PERIOD", "2023-S1", "POP_TYPE", "RET", "OBS_VALUE", "10")
              .row("TIME_PERIOD", "2023-S2", "POP_TYPE", "RET", "OBS_VALUE", "20");
      assertThat(returns.check().findings()).isEmpty();
      returns.rows().forEach(row -> row.put("POP_TYPE", "OOC"));
      assertThat(returns.check().rules()).containsExactly("MDX-V41");
    }
  }

  @Nested
  class Persons {
    private final Dataset applicants = dataset("ASYLUM_WITHDRAWN");

    {
      applicants.row("TIME_PERIOD", "2022");
    }

    private Dataset persons(String year, String... figures) {
      Dataset dataset = quarters(applicants, year, figures);
      dataset.rows().forEach(row -> row.put("UNIT_MEASURE", "PS"));
      return dataset;
    }

    @Test
    void areNeverMoreThanInAllParts() {
      Finding finding = persons("44", "10", "10", "11", "12").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V62");
      assertThat(finding.details())
          .containsEntry("total", "2023")
          .containsEntry("found", "44")
          .containsEntry("parts", "2023-Q1–2023-Q4")
          .containsEntry("expected", "43")
          .containsEntry("difference", "1");
    }

    @Test
    void areNeverFewerThanInOnePart() {
      Finding finding = persons("11", "10", "10", "11", "12").check().only();
      assertThat(finding.details())
          .containsEntry("parts", "2023-Q4")
          .containsEntry("expected", "12");
    }

    @Test
    void areNeverFewerThanInOnePartThoughOthersAreNotThere() {
      Dataset dataset = persons("11", "10", "12");
      assertThat(dataset.check().rules()).containsExactly("MDX-V62");
    }

    @ParameterizedTest
    @CsvSource({"43, 10, 10, 11, 12", "12, 10, 10, 11, 12", "30, 10, 10, 11, 12"})
    void mayComeInSeveralParts(String year, String one, String two, String three, String four) {
      assertThat(persons(year, one, two, three, four).check().findings()).isEmpty();
    }

    @Test
    void mayBeMoreByTheDeclaredRounding() {
      persons("50", "10", "10", "10", "10").rounding("NEAREST", "5");
      assertThat(applicants.check().findings()).isEmpty(); // 10, allowed 5/2·5 = 12
      applicants.rows().get(1).put("OBS_VALUE", "55");
      assertThat(applicants.check().rules()).containsExactly("MDX-V62");
    }

    @Test
    void areNotJudgedWhenTheRoundingCannotBeTold() {
      Found found = persons("44", "10", "10", "11", "12").rounding("NEAREST", "").check();
      assertThat(found.rules()).doesNotContain("MDX-V62");
      assertThat(found.notRun()).containsEntry("MDX-V62 headerMissing", 1);
    }
  }

  @Nested
  class Events {
    @ParameterizedTest
    @CsvSource({"42", "44"})
    void areThoseOfAllParts(String year) {
      Dataset visas = quarters(dataset("VISA"), year, "10", "10", "11", "12");
      assertThat(visas.check().rules()).containsExactly("MDX-V62");
    }

    @Test
    void addUp() {
      assertThat(quarters(dataset("VISA"), "43", "10", "10", "11", "12").check().findings())
          .isEmpty();
    }

    @Test
    void areJudgedByTheUnitOfTheirKey() {
      Dataset moves = quarters(dataset("INTERNAL_MIG"), "30", "10", "10", "11", "12");
      moves.rows().forEach(row -> row.put("UNIT_MEASURE", "PS"));
      assertThat(moves.check().findings()).isEmpty();
      moves.rows().forEach(row -> row.put("UNIT_MEASURE", "MOVE"));
      assertThat(moves.check().rules()).containsExactly("MDX-V62");
    }
  }

  @Test
  void percentagesSayNothingOfOneAnother() {
    Dataset costs = quarters(dataset("REMIT_COST"), "90.00", "1.00", "2.00", "3.00", "4.00");
    assertThat(costs.check().findings()).isEmpty();
  }

  @Nested
  class ToCome {
    @Test
    void isAnErrorFromItsFirstDay() {
      Dataset dataset = dataset("ASYLUM_APP").prepared("11-25");
      dataset.row("TIME_PERIOD", "2026").row("TIME_PERIOD", "2026-11").row("TIME_PERIOD", "2027");
      dataset.row("TIME_PERIOD", "3014-12");
      Found found = dataset.check();
      assertThat(found.places("MDX-V67")).containsExactly("3: TIME_PERIOD", "4: TIME_PERIOD");
      assertThat(found.details("MDX-V67").get(0))
          .containsEntry("from", "2027-01-01")
          .containsEntry("prepared", "2026-11-25");
    }

    @Test
    void mayBeExpected() {
      Dataset dataset = dataset("ASYLUM_APP").prepared("11-25");
      dataset.row("TIME_PERIOD", "2027", "OBS_STATUS", "F");
      dataset.row("TIME_PERIOD", "2028", "OBS_STATUS", "E");
      dataset.row("TIME_PERIOD", "2029", "OBS_STATUS", "L", "OBS_VALUE", "");
      assertThat(dataset.check().rules()).doesNotContain("MDX-V67");
    }

    /** East of Greenwich it has begun. */
    @Test
    void mayBeginOnTheNextDay() {
      Dataset dataset = dataset("ASYLUM_APP").prepared("11-30").row("TIME_PERIOD", "2026-12");
      assertThat(dataset.check().rules()).isEmpty();
    }

    @Test
    void isNotJudgedWithoutAMoment() {
      Found found = dataset("ASYLUM_APP").row("TIME_PERIOD", "2999").check();
      assertThat(found.rules()).doesNotContain("MDX-V67");
      assertThat(found.notRun()).containsEntry("MDX-V67 headerMissing", 1);
    }
  }
}
