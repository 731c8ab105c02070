package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Finding;

/** MDX-V38: what was suppressed in a public message and can be computed all the same. */
class RecoveryTest {
  private static final String RULE = "MDX-V38";

  private final Dataset dataset = dataset("ASYLUM_APP").published();

  private RecoveryTest figure(String sex, String age, String figure) {
    dataset.row("SEX", sex, "AGE", age, "OBS_VALUE", figure);
    return this;
  }

  private RecoveryTest suppressed(String sex, String age) {
    dataset.row("SEX", sex, "AGE", age, "OBS_VALUE", "", "OBS_STATUS", "Q");
    return this;
  }

  private List<Finding> found() {
    return dataset.check().findings().stream()
        .filter(f -> f.problem().rule().equals(RULE))
        .toList();
  }

  /** Findings as {@code record field: value must be expected: how}. */
  private List<String> recovered() {
    return found().stream()
        .map(
            f ->
                "%d %s: %s must be %s: %s"
                    .formatted(
                        f.location().record(),
                        f.problem().field(),
                        f.value(),
                        f.details().get("expected"),
                        f.details().get("how")))
        .toList();
  }

  @Nested
  class OneSum {
    @Test
    void showsItsOnlySuppressedPart() {
      figure("_T", "_T", "120").figure("M", "_T", "75").suppressed("F", "_T");
      assertThat(recovered()).containsExactly("3 SEX: F must be 45: _T = 120, M = 75");
    }

    @Test
    void showsItsSuppressedTotal() {
      suppressed("_T", "_T").figure("M", "_T", "75").figure("F", "_T", "45");
      assertThat(recovered()).containsExactly("1 SEX: _T must be 120: F = 45, M = 75");
    }

    @Test
    void countsOptionalPartsThatAreThere() {
      figure("_T", "_T", "120").figure("M", "_T", "75").figure("_U", "_T", "5");
      suppressed("F", "_T");
      assertThat(recovered()).containsExactly("4 SEX: F must be 40: _T = 120, M = 75, _U = 5");
    }

    @Test
    void hidesTwoSuppressedParts() {
      figure("_T", "_T", "120").suppressed("M", "_T").suppressed("F", "_T");
      assertThat(found()).isEmpty();
    }

    @Test
    void doesNotHideThatThereIsNobody() {
      figure("_T", "_T", "0").suppressed("M", "_T").suppressed("F", "_T");
      assertThat(recovered())
          .containsExactly(
              "2 SEX: M must be 0: _T = 0, [F = 0]", "3 SEX: F must be 0: _T = 0, [M = 0]");
    }

    @Test
    void showsNothingWhenAPartIsNotThereOrMissing() {
      figure("_T", "_T", "120").suppressed("F", "_T");
      assertThat(found()).isEmpty();
      dataset.row("SEX", "M", "OBS_VALUE", "", "OBS_STATUS", "L");
      assertThat(found()).isEmpty();
    }

    @Test
    void showsNothingOfFiguresThatContradictOneAnother() {
      figure("_T", "_T", "70").figure("M", "_T", "75").suppressed("F", "_T");
      assertThat(found()).isEmpty();
    }

    /** Rows whose key was there before are no cells, however many they are. */
    @Test
    void isFoundBehindManyDuplicates() {
      for (int row = 0; row <= 100_000; row++) {
        suppressed("_T", "Y_GE65");
      }
      figure("_T", "_T", "120").figure("M", "_T", "75").suppressed("F", "_T");
      assertThat(recovered()).containsExactly("100004 SEX: F must be 45: _T = 120, M = 75");
      assertThat(dataset.check().notRun()).doesNotContainKey(RULE + " limit");
    }

    @Test
    void isNotLookedAtUnlessTheMessageIsPublic() {
      Dataset restricted =
          dataset("ASYLUM_APP")
              .row("OBS_VALUE", "120")
              .row("SEX", "M", "OBS_VALUE", "75")
              .row("SEX", "F", "OBS_VALUE", "", "OBS_STATUS", "Q");
      assertThat(restricted.check().findings()).isEmpty();
    }

    @Test
    void mayBeOfMovesThatNobodyIsRecognisedBy() {
      Dataset detections =
          dataset("IRREG_DETECT")
              .published()
              .row("OBS_VALUE", "120")
              .row("SEX", "M", "OBS_VALUE", "75")
              .row("SEX", "F", "OBS_VALUE", "", "OBS_STATUS", "Q");
      assertThat(detections.check().findings()).isEmpty();
      assertThat(detections.attribute("UNIT_MEASURE", "PS").check().rules()).containsExactly(RULE);
    }

    @Test
    void knowsAFigureThatIsConfidentialAndLeftOut() {
      figure("_T", "_T", "120").figure("M", "_T", "75");
      dataset.row("SEX", "F", "OBS_VALUE", "", "OBS_STATUS", "O", "CONF_STATUS", "C");
      assertThat(found()).hasSize(1);
    }

    @Test
    void doesNotOverflow() {
      String most = "9".repeat(18);
      figure("_T", "_T", most).figure("M", "_T", "1").suppressed("F", "_T");
      assertThat(found().get(0).details()).containsEntry("expected", "9".repeat(17) + "8");
    }
  }

  @Nested
  class TwoDimensions {
    /** Men and women under and over 18; the women's figures stay for the test. */
    private void table() {
      figure("_T", "_T", "100").figure("_T", "Y_LT18", "40").figure("_T", "Y_GE18", "60");
      figure("M", "_T", "55").figure("F", "_T", "45");
    }

    @Test
    void leaveACellOpenThatIsHiddenInOneOnly() {
      table();
      suppressed("M", "Y_LT18").suppressed("M", "Y_GE18");
      figure("F", "Y_LT18", "18").figure("F", "Y_GE18", "27");
      assertThat(recovered())
          .containsExactly(
              "6 SEX: M must be 22: _T = 40, F = 18", "7 SEX: M must be 33: _T = 60, F = 27");
    }

    @Test
    void hideFourCellsThatHideOneAnother() {
      table();
      suppressed("M", "Y_LT18").suppressed("M", "Y_GE18");
      suppressed("F", "Y_LT18").suppressed("F", "Y_GE18");
      assertThat(found()).isEmpty();
    }

    @Test
    void openTheNextCellByOneThatWasOpened() {
      table();
      suppressed("M", "Y_LT18").figure("F", "Y_LT18", "18");
      suppressed("M", "Y_GE18").suppressed("F", "Y_GE18");
      assertThat(recovered())
          .containsExactly(
              "6 SEX: M must be 22: _T = 40, F = 18",
              "8 AGE: Y_GE18 must be 33: _T = 55, [Y_LT18 = 22]",
              "9 AGE: Y_GE18 must be 27: _T = 45, Y_LT18 = 18");
    }
  }

  /** Each citizenship but one is opened by its sexes, and that one by the sum of them all. */
  @Test
  void aSumOfManyCellsIsLookedAtUntilTheLastIsOpen() {
    List<String> members =
        Dataset.CATALOGUE.memberships(Dataset.CATALOGUE.codeList("CL_AREA")).stream()
            .filter(m -> m.group().equals("EU27_2020"))
            .map(m -> m.member())
            .toList();
    assertThat(members).hasSizeGreaterThan(25);
    citizens("EU27_2020", Integer.toString(members.size() * 20));
    for (String member : members) {
      citizens(member, "");
      if (!member.equals(members.get(0))) {
        dataset.row("CITIZENSHIP", member, "REF_AREA", "USA", "SEX", "F");
        dataset.row("CITIZENSHIP", member, "REF_AREA", "USA", "SEX", "M");
      }
    }
    assertThat(found()).hasSize(members.size());
    assertThat(found()).allMatch(f -> "20".equals(f.details().get("expected")));
  }

  private void citizens(String code, String figure) {
    dataset.row(
        "CITIZENSHIP",
        code,
        "REF_AREA",
        "USA",
        "OBS_VALUE",
        figure,
        "OBS_STATUS",
        figure.isEmpty() ? "Q" : "A");
  }

  @Nested
  class Classes {
    @Test
    void showTheOneThatIsSuppressedWhereTheOthersFillTheRest() {
      figure("_T", "Y_LT18", "30").figure("_T", "Y_LT14", "20").suppressed("_T", "Y14T17");
      assertThat(recovered()).containsExactly("3 AGE: Y14T17 must be 10: Y_LT18 = 30, Y_LT14 = 20");
    }

    @Test
    void showALargerOneThatSmallerOnesFill() {
      suppressed("_T", "Y_LT18").figure("_T", "Y_LT14", "20").figure("_T", "Y14T17", "10");
      assertThat(recovered()).containsExactly("1 AGE: Y_LT18 must be 30: Y_LT14 = 20, Y14T17 = 10");
    }

    @Test
    void showTheUnknownOnesOfATotal() {
      figure("_T", "_T", "50").figure("_T", "Y_LT18", "30").figure("_T", "Y_GE18", "15");
      suppressed("_T", "_U");
      assertThat(recovered())
          .containsExactly("4 AGE: _U must be 5: _T = 50, Y_LT18 = 30, Y_GE18 = 15");
    }

    @Test
    void areHiddenByUnknownOnesThatAreSuppressedOrMissing() {
      figure("_T", "_T", "50").figure("_T", "Y_GE18", "15").suppressed("_T", "Y_LT18");
      suppressed("_T", "_U");
      assertThat(found()).isEmpty();
      dataset.rows().get(3).put("OBS_STATUS", "O");
      assertThat(found()).isEmpty();
      dataset.rows().remove(3);
      assertThat(found()).hasSize(1);
    }

    @Test
    void hideTwoThatHideOneAnother() {
      figure("_T", "Y_LT18", "30").suppressed("_T", "Y_LT14").suppressed("_T", "Y14T17");
      assertThat(found()).isEmpty();
    }

    @Test
    void areNotFilledWhenOneIsNotThere() {
      figure("_T", "_T", "50").suppressed("_T", "Y_LT18").figure("_T", "Y18T34", "30");
      assertThat(found()).isEmpty();
    }
  }

  @Nested
  class Members {
    private final Dataset members = dataset("ASYLUM_APP").published();

    private void members(String total) {
      members.row("CITIZENSHIP", "EU15", "REF_AREA", "USA", "OBS_VALUE", total);
      Dataset.CATALOGUE.memberships(Dataset.CATALOGUE.codeList("CL_AREA")).stream()
          .filter(m -> m.group().equals("EU15"))
          .forEach(m -> members.row("CITIZENSHIP", m.member(), "REF_AREA", "USA"));
    }

    private void suppress(int row) {
      members.rows().get(row).remove("OBS_VALUE");
      members.rows().get(row).put("OBS_STATUS", "Q");
    }

    @Test
    void showTheOneThatIsSuppressed() {
      members("157");
      suppress(3);
      Finding finding = members.check().only();
      assertThat(finding.problem().rule()).isEqualTo(RULE);
      assertThat(finding.problem().field()).isEqualTo("CITIZENSHIP");
      assertThat(finding.location().record()).isEqualTo(4);
      assertThat(finding.details()).containsEntry("expected", "17");
      assertThat(finding.details().get("how")).startsWith("EU15 = 157, ").endsWith(", …");
    }

    @Test
    void showTheAggregate() {
      members("150");
      suppress(0);
      assertThat(members.check().only().details()).containsEntry("expected", "150");
    }

    @Test
    void hideTwo() {
      members("150");
      suppress(3);
      suppress(4);
      assertThat(members.check().findings()).isEmpty();
    }
  }

  @Nested
  class Rounding {
    private void twoDirections() {
      figure("_T", "_T", "1000").figure("M", "_T", "600").suppressed("F", "_T");
    }

    @ParameterizedTest
    @CsvSource({"CONTROLLED, ''", "CONTROLLED, 5", "SMALL_CELL, 5"})
    void thatKeepsSumsOrLargeFiguresHidesNothing(String method, String base) {
      twoDirections();
      dataset.rounding(method, base);
      assertThat(recovered()).containsExactly("3 SEX: F must be 400: _T = 1000, M = 600");
    }

    @ParameterizedTest
    @CsvSource({"NEAREST, 5", "RANDOM, 3"})
    void leavesARangeWiderThanThatOfOneFigure(String method, String base) {
      twoDirections();
      dataset.rounding(method, base);
      assertThat(found()).isEmpty();
    }

    @Test
    void leavesARangeThatTwoDirectionsNarrow() {
      twoDirections();
      figure("F", "Y_LT18", "150").figure("F", "Y_GE18", "260");
      dataset.rounding("NEAREST", "5");
      // 396 to 404 by sex, 406 to 414 by age less what rounding allows: they contradict one another
      assertThat(found()).isEmpty();
      dataset.rows().get(4).put("OBS_VALUE", "255");
      // 396 to 404 by sex, 401 to 409 by age
      assertThat(recovered())
          .containsExactly(
              "3 AGE: _T must be 401–404: Y_LT18 = 150, Y_GE18 = 255; _T = 1000, M = 600");
    }

    @Test
    void leavesARangeThatCannotBeBelowZero() {
      figure("_T", "_T", "1000").figure("M", "_T", "0").suppressed("F", "_T");
      figure("F", "Y_LT18", "0").figure("F", "Y_GE18", "1000");
      dataset.rounding("NEAREST", "5");
      // 996 to 1002 by sex, 998 to 1004 by age
      assertThat(found().get(0).details()).containsEntry("expected", "998–1002");
    }

    @Test
    void hidesWhetherThereIsAnybody() {
      figure("_T", "_T", "0").figure("M", "_T", "0").suppressed("F", "_T");
      dataset.rounding("NEAREST", "5");
      assertThat(found()).isEmpty();
    }

    @Test
    void ofSmallFiguresHidesThem() {
      figure("_T", "_T", "5").figure("M", "_T", "5").suppressed("F", "_T");
      dataset.rounding("SMALL_CELL", "5");
      assertThat(found()).isEmpty();
    }

    @Test
    void isNotJudgedWhenItCannotBeTold() {
      twoDirections();
      Found found = dataset.rounding("NEAREST", "").check();
      assertThat(found.rules()).doesNotContain(RULE);
      assertThat(found.notRun()).containsEntry(RULE + " headerMissing", 1);
    }
  }

  @Test
  void whatCannotBeKeptIsCountedAsNotJudged() {
    int more = 100_003;
    for (int i = 0; i < more; i++) {
      suppressed("F", "_T");
      Map<String, String> row = dataset.rows().get(i);
      row.put("TIME_PERIOD", "%04d-%02d".formatted(i / 12, i % 12 + 1));
    }
    Found found = dataset.check();
    assertThat(found.findings()).isEmpty();
    assertThat(found.notRun()).containsEntry(RULE + " limit", 3);
  }
}
