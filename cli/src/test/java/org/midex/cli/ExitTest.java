package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitTest {
  @Test
  void theGravestWins() {
    List<Integer> gravestFirst = List.of(3, 1, 4, 0);
    for (int graver = 0; graver < gravestFirst.size(); graver++) {
      for (int lighter = graver; lighter < gravestFirst.size(); lighter++) {
        int one = gravestFirst.get(graver);
        int other = gravestFirst.get(lighter);
        assertThat(Exit.gravest(one, other)).isEqualTo(one);
        assertThat(Exit.gravest(other, one)).isEqualTo(one);
      }
    }
  }
}
