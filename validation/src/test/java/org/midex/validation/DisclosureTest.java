package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Action;
import org.midex.model.Finding;
import org.midex.model.Node;

class DisclosureTest {
  private static Dataset figure(String theme, String... row) {
    return dataset(theme).published().row(row);
  }

  @Nested
  class SmallFigures {
    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void areFoundInAPublicMessage(String figure) {
      Finding finding = figure("ASYLUM_PEND", "OBS_VALUE", figure).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V37");
      assertThat(finding.value()).isEqualTo(figure);
      assertThat(finding.details()).containsEntry("most", "4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "-1"})
    void areThoseFromOneToFour(String figure) {
      assertThat(figure("ASYLUM_PEND", "OBS_VALUE", figure).check().rules())
          .doesNotContain("MDX-V37");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESTRICTED", "CONFIDENTIAL", "?"})
    void areNobodysBusinessInOtherMessages(String classification) {
      Dataset dataset =
          dataset("ASYLUM_PEND")
              .header(Node.leaf("Classification", classification))
              .row("OBS_VALUE", "1");
      assertThat(dataset.check().findings()).isEmpty();
      assertThat(dataset("ASYLUM_PEND").row("OBS_VALUE", "1").check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"E", "F", "I"})
    void areNotEstimates(String status) {
      Dataset dataset = figure("ASYLUM_PEND", "OBS_VALUE", "3", "OBS_STATUS", status);
      assertThat(dataset.check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "MISSING, INDICATOR, DEAD", // public incidents
      "ENTRY_EXIT, REF_AREA, AUT", // moves, as the theme says
      "RECEPTION, UNIT_MEASURE, PLACE", // places, as the key says
      "LAB_MATCH, INDICATOR, VACANCIES",
    })
    void areFiguresOfPeople(String theme, String dimension, String code) {
      assertThat(figure(theme, "OBS_VALUE", "3", dimension, code).check().rules())
          .doesNotContain("MDX-V37");
    }

    @Test
    void areNotAmounts() {
      Dataset dataset = figure("REMITTANCE", "OBS_VALUE", "3.00", "CURRENCY", "EUR");
      assertThat(dataset.check().findings()).isEmpty();
      assertThat(figure("RECEPTION", "OBS_VALUE", "3", "UNIT_MEASURE", "PS").check().rules())
          .containsExactly("MDX-V37");
    }

    @Test
    void takeTheUnitThatTheDatasetStates() {
      Dataset detections = figure("IRREG_DETECT", "OBS_VALUE", "3");
      assertThat(detections.check().findings()).isEmpty();
      assertThat(detections.attribute("UNIT_MEASURE", "PS").check().rules())
          .containsExactly("MDX-V37");
    }

    @ParameterizedTest
    @CsvSource({
      "NEAREST, 3, 3", // may be 2, 3 or 4
      "RANDOM, 2, 4",
      "CONTROLLED, 3, 3",
      "SMALL_CELL, 3, 3", // 1 and 2 were made 0 or 3
    })
    void areHiddenByADeclaredRounding(String method, String base, String figure) {
      Dataset dataset = figure("ASYLUM_PEND", "OBS_VALUE", figure).rounding(method, base);
      assertThat(dataset.check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "NEAREST, 5, 3, 4", // was not rounded
      "RANDOM, 3, 4, 4",
      "SMALL_CELL, 3, 4, 4", // larger than what was replaced
      "SMALL_CELL, 5, 1, 4", // should have been replaced
      "SMALL_CELL, 10, 7, 9",
    })
    void areFoundWhereTheRoundingDidNotReach(
        String method, String base, String figure, String most) {
      Dataset dataset = figure("ASYLUM_PEND", "OBS_VALUE", figure).rounding(method, base);
      assertThat(dataset.check().findings())
          .filteredOn(f -> f.problem().rule().equals("MDX-V37"))
          .singleElement()
          .satisfies(f -> assertThat(f.details()).containsEntry("most", most));
    }

    @Test
    void areNotJudgedWhenTheRoundingCannotBeTold() {
      Found found = figure("ASYLUM_PEND", "OBS_VALUE", "3").rounding("CONTROLLED", "").check();
      assertThat(found.rules()).isEmpty();
      assertThat(found.notRun()).containsEntry("MDX-V37 headerMissing", 1);
    }

    @Test
    void areJudgedByTheSizeThatTheDatasetStates() {
      Dataset victims = figure("TRAFFICKING", "OBS_VALUE", "4").attribute("K_ANONYMITY", "3");
      assertThat(victims.check().findings()).isEmpty();
      assertThat(victims.attribute("K_ANONYMITY", "11").check().rules()).containsExactly("MDX-V39");
      assertThat(victims.attribute("K_ANONYMITY", "2").check().rules()).containsExactly("MDX-V37");
    }
  }

  @Nested
  class ConfidentialFigures {
    @ParameterizedTest
    @ValueSource(strings = {"N", "C", "A", "E"})
    void areFoundInAPublicMessage(String status) {
      Finding finding = figure("ASYLUM_PEND", "CONF_STATUS", status).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V40");
      assertThat(finding.value()).isEqualTo(status);
      assertThat(finding.details()).containsEntry("found", "10");
    }

    @Test
    void mayBeLeftOut() {
      Dataset dataset =
          figure("ASYLUM_PEND", "CONF_STATUS", "C", "OBS_VALUE", "", "OBS_STATUS", "Q");
      assertThat(dataset.check().findings()).isEmpty();
    }

    @Test
    void areNotFreeOnes() {
      assertThat(figure("ASYLUM_PEND", "CONF_STATUS", "F").check().findings()).isEmpty();
      assertThat(dataset("ASYLUM_PEND").row("CONF_STATUS", "C").check().findings()).isEmpty();
    }

    @Test
    void areNotJudgedByAnUnknownStatus() {
      Found found = figure("ASYLUM_PEND", "CONF_STATUS", "?").check();
      assertThat(found.rules()).doesNotContain("MDX-V40");
      assertThat(found.notRun()).containsEntry("MDX-V40 unknownCode", 1);
    }

    @Test
    void areNoneAmongWithdrawnKeys() {
      Dataset dataset =
          figure("ASYLUM_PEND", "CONF_STATUS", "C", "OBS_VALUE", "1").action(Action.DELETE);
      assertThat(dataset.check().rules()).containsExactly("MDX-V51");
    }
  }

  @Nested
  class SharingTerms {
    private Dataset shared(Node... terms) {
      return figure("ASYLUM_PEND")
          .header(Node.leaf("Prepared", "2026-11-01T00:00:00Z"))
          .header(Node.group("Sharing", java.util.List.of(terms)));
    }

    private static Node named() {
      return Node.group(
          "PassOnTo", java.util.List.of(Node.leaf("Area", "AUT"), Node.leaf("Authority", "STAT")));
    }

    @Test
    void nameNobodyInAPublicMessage() {
      Finding finding = shared(named()).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V61");
      assertThat(finding.problem().field()).isEqualTo("PassOnTo");
      assertThat(finding.value()).isEqualTo("STAT");
    }

    @Test
    void haveNoEmbargoThatIsStillOn() {
      Finding finding = shared(Node.leaf("EmbargoUntil", "2026-11-02T00:00:00Z")).check().only();
      assertThat(finding.problem().field()).isEqualTo("EmbargoUntil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01T00:00:00Z", "2026-10-01T00:00:00Z", "soon"})
    void mayHaveAnEmbargoThatIsOver(String until) {
      assertThat(shared(Node.leaf("EmbargoUntil", until)).check().findings()).isEmpty();
    }

    @Test
    void areFineInOtherMessages() {
      Dataset dataset = shared(named()).header(Node.leaf("Classification", "RESTRICTED"));
      assertThat(dataset.check().findings()).isEmpty();
    }
  }
}
