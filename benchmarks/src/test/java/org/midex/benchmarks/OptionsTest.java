package org.midex.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void aMillionRowsUnlessSaidOtherwise() {
    assertThat(Options.parse().rows()).isEqualTo(1_000_000);
    assertThat(Options.parse("--quick").rows()).isEqualTo(100_000);
    assertThat(Options.parse("--quick", "--rows", "10000").rows()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rows", "--rows 9999", "--rows many", "--format xml", "--slow", "file"})
  void anythingElseIsRefused(String arguments) {
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(arguments.split(" ", -1)));
  }
}
