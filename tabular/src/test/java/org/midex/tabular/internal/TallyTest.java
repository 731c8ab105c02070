package org.midex.tabular.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.midex.tabular.internal.Tally.Use;

class TallyTest {
  private final Tally tally = new Tally();

  @Test
  void aCellIsUsedOnceOnly() {
    tally.begin(2);
    tally.use(0, Use.KEY);
    assertThatThrownBy(() -> tally.use(0, Use.KEY)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aForgottenCellLeavesTheAccountUnbalanced() {
    tally.begin(3);
    tally.use(0, Use.KEY);
    tally.use(2, Use.OBSERVATION);
    tally.end();
    assertThat(tally.cells()).isEqualTo(3);
    assertThat(tally.total(Use.KEY) + tally.total(Use.OBSERVATION)).isEqualTo(2);
  }

  @Test
  void whatIsIgnoredStaysIgnoredInASpoiltRow() {
    tally.begin(3);
    tally.use(0, Use.IGNORED);
    tally.use(1, Use.KEY);
    tally.spoil();
    tally.end();
    assertThat(tally.total(Use.IGNORED)).isEqualTo(1);
    assertThat(tally.total(Use.FINDING)).isEqualTo(2);
    assertThat(tally.total(Use.KEY)).isZero();
  }
}
