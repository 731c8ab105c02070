package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on how figures follow one another in time. */
class SeriesTest {
  private static final String JUMP = "MDX-V30";
  private static final String PARTIAL = "MDX-V34";

  private static Dataset series(String first, String then, String... more) {
    return dataset("REFUGEE_POP")
        .row(
            "TIME_PERIOD",
            "2022",
            "OBS_VALUE",
            then,
            more.length > 0 ? more[0] : "SEX",
            more.length > 0 ? more[1] : "_T")
        .row("TIME_PERIOD", "2021", "OBS_VALUE", first);
  }

  @ParameterizedTest
  @CsvSource({
    "303436, 320, true",
    "320, 303436, true",
    "100000, 2000, true",
    "100000, 2001, false",
    "50000, 1, false",
    "50001, 1, true",
    "0, 900000, false",
    "900000, 0, false"
  })
  void aFigureThatJumpsFarIsFound(String first, String then, boolean found) {
    assertThat(series(first, then).check().rules().contains(JUMP)).isEqualTo(found);
  }

  @Test
  void isToldAtTheLaterPeriod() {
    Found found = series("303436", "320").check();
    assertThat(found.places(JUMP)).containsExactly("1: OBS_VALUE");
    assertThat(found.only().value()).isEqualTo("2022");
    assertThat(found.details(JUMP).get(0))
        .containsEntry("before", "2021")
        .containsEntry("there", "303436")
        .containsEntry("here", "320")
        .containsEntry("times", "948");
  }

  @Test
  void aBreakThatIsSaidIsFine() {
    assertThat(series("303436", "320", "OBS_STATUS", "B").check().rules()).isEmpty();
  }

  @Test
  void otherSeriesAndOtherPeriodsDoNotMatter() {
    assertThat(
            dataset("REFUGEE_POP")
                .row("TIME_PERIOD", "2020", "OBS_VALUE", "303436")
                .row("TIME_PERIOD", "2022", "OBS_VALUE", "320")
                .row("TIME_PERIOD", "2021", "OBS_VALUE", "320", "ORIGIN", "SYR")
                .check()
                .rules())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2022-12, 2023-01", "2022-Q4, 2023-Q1", "2022-S2, 2023-S1", "2022, 2023"})
  void everyFrequencyHasItsPeriodBefore(String before, String then) {
    assertThat(
            dataset("ASYLUM_APP")
                .row("TIME_PERIOD", before, "OBS_VALUE", "99999")
                .row("TIME_PERIOD", then, "OBS_VALUE", "9")
                .check()
                .places(JUMP))
        .containsExactly("2: OBS_VALUE");
  }

  private static final List<String> AREAS =
      List.of("AUT", "BEL", "CHE", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR", "GRC");

  private static Dataset months(int last, String... more) {
    Dataset dataset = dataset("ASYLUM_APP");
    for (String month : List.of("2023-01", "2023-02", "2023-03")) {
      AREAS.forEach(area -> dataset.row("REF_AREA", area, "TIME_PERIOD", month));
    }
    for (String area : AREAS.subList(0, last)) {
      dataset.row(
          "REF_AREA",
          area,
          "TIME_PERIOD",
          "2023-04",
          "OBS_STATUS",
          more.length > 0 ? more[0] : "A");
    }
    return dataset;
  }

  @Test
  void aPeriodOfFewReportersIsFound() {
    Found found = months(3).check();
    assertThat(found.places(PARTIAL)).containsExactly("31: TIME_PERIOD");
    assertThat(found.only().value()).isEqualTo("2023-04");
    assertThat(found.details(PARTIAL).get(0))
        .containsEntry("count", "3")
        .containsEntry("usual", "10");
    assertThat(months(5).check().rules()).isEmpty();
  }

  @Test
  void aProvisionalPeriodMayBePartial() {
    assertThat(months(3, "P").check().rules()).isEmpty();
  }

  @Test
  void withoutEnoughPeriodsBeforeNothingIsUsual() {
    Dataset dataset = dataset("ASYLUM_APP");
    for (String month : List.of("2023-01", "2023-02")) {
      AREAS.forEach(area -> dataset.row("REF_AREA", area, "TIME_PERIOD", month));
    }
    assertThat(dataset.row("TIME_PERIOD", "2023-03").check().rules()).isEmpty();
  }
}
