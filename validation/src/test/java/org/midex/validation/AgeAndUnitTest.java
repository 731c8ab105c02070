package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Finding;
import org.midex.model.Node;

class AgeAndUnitTest {
  @Nested
  class ProvisionalFigures {
    private Dataset prepared(String period, String status) {
      return dataset("ASYLUM_APP")
          .header(Node.leaf("Prepared", "2026-01-15T12:00:00Z"))
          .row("TIME_PERIOD", period, "OBS_STATUS", status);
    }

    @ParameterizedTest
    @CsvSource({"2022, 2022-12-31", "2023-12, 2023-12-31"})
    void areFoundWhenTheyAreOld(String period, String until) {
      Finding finding = prepared(period, "P").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V32");
      assertThat(finding.value()).isEqualTo("P");
      assertThat(finding.details())
          .containsEntry("until", until)
          .containsEntry("months", "24")
          .containsEntry("prepared", "2026-01-15");
    }

    @ParameterizedTest
    @CsvSource({"2024, P", "2024-01, P", "2022, A", "2022, E", "2022, ''"})
    void areFineWhenTheyAreRecentOrFinal(String period, String status) {
      assertThat(prepared(period, status).check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31, false", "2026-02-01, true"})
    void areOldFromADayOn(String day, boolean old) {
      Dataset dataset = prepared("2024-01", "P").header(Node.leaf("Prepared", day + "T00:00:00Z"));
      assertThat(dataset.check().findings()).hasSize(old ? 1 : 0);
    }

    @Test
    void areNotJudgedWhenNobodySaysWhenTheMessageWasMade() {
      Found found = dataset("ASYLUM_APP").row("OBS_STATUS", "P").check();
      assertThat(found.findings()).isEmpty();
      assertThat(found.notRun()).containsEntry("MDX-V32 headerMissing", 1);
    }
  }

  @Nested
  class Units {
    @Test
    void ofARowAreThoseOfTheTheme() {
      Dataset permits = dataset("ASYLUM_APP").row("UNIT_MEASURE", "PERMIT");
      Finding finding = permits.check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V42");
      assertThat(finding.value()).isEqualTo("PERMIT");
      assertThat(finding.details()).containsEntry("expected", "PS, CASE");
    }

    @Test
    void ofADatasetAreThoseOfTheTheme() {
      Finding finding = dataset("ENTRY_EXIT").attribute("UNIT_MEASURE", "PS").row().check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V42");
      assertThat(finding.problem().field()).isEqualTo("UNIT_MEASURE");
      assertThat(finding.location().record()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PS", "CASE", "NR", "_U", "_T"})
    void mayBeOneOfSeveralOrSayNothing(String unit) {
      assertThat(dataset("ASYLUM_APP").row("UNIT_MEASURE", unit).check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MOVE", "NR", "_U"})
    void ofADatasetMayBeTheThemesOrSayNothing(String unit) {
      assertThat(dataset("ENTRY_EXIT").attribute("UNIT_MEASURE", unit).row().check().findings())
          .isEmpty();
    }
  }
}
