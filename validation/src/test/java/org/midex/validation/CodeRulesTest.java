package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Action;
import org.midex.model.Finding;
import org.midex.model.Node;

class CodeRulesTest {
  @Nested
  class UnknownCode {
    @Test
    void isSilentWhenEveryCodeIsKnown() {
      assertThat(dataset("ASYLUM_APP").row().check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CITIZENSHIP, aut, AUT", "AGE, y14t17, Y14T17", "OBS_STATUS, a, A"})
    void firesOnOpenAndClosedLists(String field, String text, String suggestion) {
      Finding finding = dataset("ASYLUM_APP").row(field, text).check().findings().get(0);
      assertThat(finding.problem().rule()).isEqualTo("MDX-V01");
      assertThat(finding.problem().field()).isEqualTo(field);
      assertThat(finding.value()).isEqualTo(text);
      assertThat(finding.location().record()).isEqualTo(1);
      assertThat(finding.suggestion()).isEqualTo(suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQQQQQ", "", " ", "\u0000", "\uD800"})
    void hasNoSuggestionWhenThereIsNoGoodGuess(String text) {
      Dataset dataset = dataset("ASYLUM_APP").row();
      dataset.rows().get(0).put("CITIZENSHIP", text);
      Finding finding = dataset.check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V01");
      assertThat(finding.suggestion()).isNull();
      assertThat(finding.problem().parameters()).containsEntry("list", "CL_AREA");
    }

    @Test
    void skipsTheRulesOnTheKeyAndCountsThem() {
      Found found = dataset("ASYLUM_APP").row().row("SEX", "x?").row("SEX", "x?").check();
      assertThat(found.rules()).containsExactly("MDX-V01", "MDX-V01");
      assertThat(found.notRun())
          .containsEntry("MDX-V03 unknownCode", 2)
          .containsEntry("MDX-V12 unknownCode", 2)
          .containsEntry("MDX-V24 unknownCode", 2);
    }

    @Test
    void doesNotSkipThemWhenOnlyAnAttributeIsUnknown() {
      Found found = dataset("ASYLUM_APP").row().row("CONF_STATUS", "?").check();
      assertThat(found.rules()).containsExactlyInAnyOrder("MDX-V01", "MDX-V03");
    }

    @Test
    void isReportedInTheHead() {
      Node sender = Node.group("Sender", List.of(Node.leaf("Area", "QQX")));
      Finding finding = dataset("ASYLUM_APP").header(sender).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V01");
      assertThat(finding.location().record()).isZero();
    }

    @Test
    void isLeftToTheReaderInTheHeadWhenTheListIsClosed() {
      assertThat(dataset("MIG_STOCK").attribute("UNIT_MEASURE", "??").check().findings()).isEmpty();
    }

    @Test
    void ofAClosedListIsIncompleteAndNoErrorInANewerMinorVersion() {
      Found found = dataset("ASYLUM_APP").version("1.1").row("SEX", "NEW").check();
      assertThat(found.rules()).containsExactly("MDX-S14");
      assertThat(found.isIncomplete()).isTrue();
      assertThat(found.notRun()).containsEntry("MDX-V03 newerVersion", 1);
    }

    @Test
    void ofAnOpenListIsAnErrorInANewerMinorVersionToo() {
      Found found = dataset("ASYLUM_APP").version("1.1").row("CITIZENSHIP", "QQX").check();
      assertThat(found.rules()).containsExactly("MDX-V01");
      assertThat(found.isIncomplete()).isFalse();
    }
  }

  @Nested
  class CodeOfAnotherScheme {
    @ParameterizedTest
    @CsvSource({"FR, eurostat, FRA", "250, m49, FRA", "GFR, unhcr, DEU"})
    void namesSchemeAndMeaning(String text, String scheme, String meaning) {
      Finding finding = dataset("ASYLUM_APP").row("CITIZENSHIP", text).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V02");
      assertThat(finding.problem().parameters())
          .containsEntry("scheme", scheme)
          .containsEntry("list", "CL_AREA");
      assertThat(finding.suggestion()).isEqualTo(meaning);
      assertThat(finding.details()).containsEntry("expected", meaning).containsKey("name");
    }

    @Test
    void isSilentWhenTheTextIsACodeOfTheListToo() {
      assertThat(dataset("ASYLUM_APP").row("CITIZENSHIP", "AUS").check().findings()).isEmpty();
    }

    @Test
    void needsTheExactText() {
      Finding finding = dataset("ASYLUM_APP").row("CITIZENSHIP", " FR").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V01");
      assertThat(finding.suggestion()).isEqualTo("FRA");
    }
  }

  @Nested
  class FormerCode {
    @Test
    void firesAfterTheLastDay() {
      Finding finding =
          dataset("ASYLUM_APP").row("REF_AREA", "ZAR", "TIME_PERIOD", "1998").check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V48");
      assertThat(finding.problem().field()).isEqualTo("REF_AREA");
      assertThat(finding.suggestion()).isEqualTo("COD");
      assertThat(finding.details())
          .containsEntry("until", "1997-07-14")
          .containsEntry("expected", "COD");
    }

    @Test
    void hasNoSuggestionWhenThereAreSeveralSuccessors() {
      Finding finding = dataset("ASYLUM_APP").row("REF_AREA", "CSK").check().only();
      assertThat(finding.suggestion()).isNull();
      assertThat(finding.details()).containsEntry("expected", "CZE, SVK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1997", "1997-Q3", "1960"})
    void isSilentInAPeriodInWhichTheAreaWasThere(String period) {
      Dataset dataset = dataset("ASYLUM_APP").row("REF_AREA", "ZAR", "TIME_PERIOD", period);
      assertThat(dataset.check().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ASYLUM_APP, CITIZENSHIP", "REFUGEE_POP, ORIGIN", "MIG_STOCK, ORIGIN"})
    void isSilentWhereFormerCodesAreRight(String theme, String dimension) {
      assertThat(dataset(theme).row(dimension, "YUG").check().findings()).isEmpty();
    }
  }

  @Nested
  class Edition {
    @Test
    void firesWhenItIsNotKnown() {
      Finding finding =
          dataset("ASYLUM_APP").header(Node.leaf("Edition", "1999-01-01")).check().only();
      assertThat(finding.problem().rule()).isEqualTo("MDX-V50");
      assertThat(finding.problem().parameters()).containsEntry("value", "1999-01-01");
      assertThat(finding.details()).containsKey("known");
    }

    @Test
    void isSilentWhenItIsNoDate() {
      assertThat(dataset("ASYLUM_APP").header(Node.leaf("Edition", "latest")).check().findings())
          .isEmpty();
    }
  }

  @Nested
  class DatasetThatWithdraws {
    @Test
    void firesOnAFigure() {
      Found found = dataset("ASYLUM_APP").action(Action.DELETE).row().check();
      assertThat(found.rules()).containsExactly("MDX-V51");
    }

    @Test
    void isSilentOnKeysAlone() {
      Found found =
          dataset("ASYLUM_APP")
              .action(Action.DELETE)
              .row("OBS_VALUE", "", "OBS_STATUS", "")
              .row("SEX", "F", "OBS_VALUE", "", "OBS_STATUS", "")
              .check();
      assertThat(found.findings()).isEmpty();
    }
  }
}
