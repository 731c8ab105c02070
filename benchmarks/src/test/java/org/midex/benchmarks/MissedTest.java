package org.midex.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.benchmarks.measure.Goal;

class MissedTest {
  @TempDir private Path folder;

  @Test
  void sectionsAreNamedByTheirGoal() throws IOException {
    Path file = folder.resolve("missed.md");
    Files.writeString(file, "# Why\n\nText.\n\n## a\n\nOne.\n\n## b\n\nTwo.\n\nThree.\n");
    assertThat(Missed.read(file)).containsEntry("a", "One.").containsEntry("b", "Two.\n\nThree.");
  }

  @Test
  void thereNeedBeNone() throws IOException {
    assertThat(Missed.read(folder.resolve("none"))).isEmpty();
  }

  @Test
  void theFileOfTheProjectNamesGoalsOnly() throws IOException {
    assertThat(Goals.ALL)
        .extracting(Goal::id)
        .doesNotHaveDuplicates()
        .containsAll(Missed.read(Path.of("missed.md")).keySet());
  }
}
