package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row with a structural error whose key can be read is there, and has no figure that counts. */
class FaultySiblingTest {
  private static Dataset bySex() {
    return dataset("ASYLUM_APP")
        .row("OBS_VALUE", "30")
        .row("SEX", "F", "OBS_VALUE", "10")
        .row("SEX", "M", "OBS_VALUE", "10");
  }

  @Test
  void aTotalWithoutItsOptionalPartDiffers() {
    assertThat(bySex().check().rules()).containsExactly("MDX-V12");
  }

  /** A figure that cannot be read, and an attribute that is not known. */
  @ParameterizedTest
  @CsvSource({"1x", "10", "''"})
  void aTotalIsNotJudgedWhereAnOptionalPartIsFaulty(String figure) {
    Dataset dataset = bySex().row("SEX", "X", "OBS_VALUE", figure, "OBS_STATUS", "").unsound();
    assertThat(dataset.check().rules()).doesNotContain("MDX-V12");
  }

  @Test
  void aRowOfWhichTheKeyIsUnknownIsNoSibling() {
    Dataset dataset = bySex().row("SEX", "X", "CITIZENSHIP", "??").unsound();
    assertThat(dataset.check().rules()).contains("MDX-V12");
  }

  /** It is no duplicate, and does not take a sound row's place. */
  @Test
  void aSoundRowOfTheSameKeyCounts() {
    String[] sound = {"SEX", "X", "OBS_VALUE", "5"};
    String[] faulty = {"SEX", "X", "OBS_VALUE", "x"};
    assertThat(bySex().row(faulty).unsound().row(sound).check().rules()).containsExactly("MDX-V12");
    assertThat(bySex().row(sound).row(faulty).unsound().check().rules()).containsExactly("MDX-V12");
    assertThat(bySex().row(sound).row(faulty).unsound().row(sound).check().rules())
        .containsExactlyInAnyOrder("MDX-V12", "MDX-V03");
  }

  @Test
  void aTotalOfClassesIsNotJudgedWhereTheRestIsFaulty() {
    Dataset dataset =
        dataset("ASYLUM_APP")
            .row("OBS_VALUE", "30")
            .row("AGE", "Y_LT18", "OBS_VALUE", "10")
            .row("AGE", "Y_GE18", "OBS_VALUE", "10");
    assertThat(dataset.check().rules()).containsExactly("MDX-V12");
    assertThat(dataset.row("AGE", "_U", "OBS_VALUE", "x").unsound().check().rules()).isEmpty();
  }

  @Test
  void aFaultyClassOverlapsNone() {
    Dataset dataset = dataset("ASYLUM_APP").row("AGE", "Y_LT15");
    assertThat(dataset.row("AGE", "Y14T17").unsound().check().rules()).isEmpty();
  }

  @Test
  void aSumWithAFaultyPartGivesNoFigureAway() {
    Dataset dataset =
        dataset("ASYLUM_APP")
            .published()
            .row("OBS_VALUE", "300")
            .row("SEX", "F", "OBS_VALUE", "100")
            .row("SEX", "M", "OBS_VALUE", "", "OBS_STATUS", "Q");
    assertThat(dataset.check().rules()).containsExactly("MDX-V38");
    assertThat(dataset.row("SEX", "X", "OBS_VALUE", "x").unsound().check().rules()).isEmpty();
  }
}
