package org.midex.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LineSorterTest {
  @Property(tries = 100)
  void sortsTheSameInMemoryAndInRuns(
      @ForAll List<String> texts, @ForAll @IntRange(min = 1, max = 400) int runBytes)
      throws IOException {
    List<byte[]> expected =
        new ArrayList<>(texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList());
    expected.sort(Arrays::compareUnsigned);
    List<byte[]> sorted = new ArrayList<>();
    try (LineSorter sorter = new LineSorter(runBytes)) {
      for (String text : texts) {
        sorter.add(text.getBytes(StandardCharsets.UTF_8));
      }
      LineSorter.Lines lines = sorter.sorted();
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        sorted.add(line);
      }
    }
    assertThat(sorted.toArray(new byte[0][])).isDeepEqualTo(expected.toArray(new byte[0][]));
  }
}
