package org.midex.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final int TOTAL_SEX = Figures.SEXES.indexOf(Figures.TOTAL);
  private static final int TOTAL_AGE = Figures.AGES.indexOf(Figures.TOTAL);

  @Test
  void totalsAreTheSumsOfSexesAndOfAges() {
    for (int month = 0; month < 100; month++) {
      long bySex = 0;
      for (int sex = 0; sex < TOTAL_SEX; sex++) {
        bySex += Figures.figure(3, 17, sex, TOTAL_AGE, month);
      }
      long byAge = 0;
      for (int age = 0; age < TOTAL_AGE; age++) {
        byAge += Figures.figure(3, 17, TOTAL_SEX, age, month);
      }
      long total = Figures.figure(3, 17, TOTAL_SEX, TOTAL_AGE, month);
      assertThat(total).isEqualTo(bySex).isEqualTo(byAge);
    }
  }

  @Test
  void areTheSameEachTime() {
    assertThat(Figures.figure(0, 0, 0, 0, 0)).isEqualTo(Figures.figure(0, 0, 0, 0, 0));
  }
}
