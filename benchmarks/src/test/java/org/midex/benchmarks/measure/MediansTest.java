package org.midex.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MediansTest {
  @Test
  void oneDisturbedRoundChangesNothing() {
    assertThat(Medians.of(3, 1, 900, 2, 2)).isEqualTo(2);
  }

  @Test
  void ofAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(Medians.of(4, 1, 2, 8)).isEqualTo(3);
  }

  @Test
  void thereIsNoneOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(Medians::of);
  }

  @Test
  void spreadIsAShareOfTheMedian() {
    assertThat(Medians.spread(9, 10, 12)).isEqualTo(0.3);
  }
}
