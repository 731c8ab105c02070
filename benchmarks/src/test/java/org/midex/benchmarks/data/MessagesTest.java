package org.midex.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.Midex;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.Result;
import org.midex.model.Verdict;

class MessagesTest {
  private static final int ROWS = 30_005;

  @TempDir private Path folder;
  private final Midex midex = Midex.standard();

  @ParameterizedTest
  @ValueSource(ints = {10_000, 20_000, 30_005, 99_999})
  void theCleanOneIsConformantWithoutAnyFinding(int rows) throws IOException {
    Result result = midex.validate(Source.of(messages().clean(rows)));
    assertThat(result.groups()).isEmpty();
    assertThat(result.notRun()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(result.rows()).isEqualTo(rows);
  }

  @Test
  void theCleanOneIsInCanonicalForm() throws IOException {
    Path clean = messages().clean(ROWS);
    Path again = folder.resolve("again.xml");
    midex.convert(Source.of(clean), again, FindingSink.ignoring());
    assertThat(again).hasSameBinaryContentAs(clean);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 18, 541, 100_000})
  void thereAreAsManyRowsAsAskedFor(int rows) throws IOException {
    assertThat(observations(messages().clean(rows))).hasSize(rows);
  }

  @Test
  void theShuffledOneHasTheSameRowsAndIsConformant() throws IOException {
    Path shuffled = messages().shuffled(ROWS);
    assertThat(observations(shuffled))
        .containsExactlyInAnyOrderElementsOf(observations(messages().clean(ROWS)))
        .isNotEqualTo(observations(messages().clean(ROWS)));
    assertThat(midex.validate(Source.of(shuffled)).groups()).isEmpty();
  }

  @Test
  void everyRowOfTheWrongOneHasAFinding() throws IOException {
    List<Long> found = new ArrayList<>();
    midex.validate(Source.of(messages().wrong(ROWS)), new FindingRecords(found));
    assertThat(found.stream().filter(record -> record > 0).distinct()).hasSize(ROWS);
  }

  @Test
  void whatIsThereIsNotMadeAgain() throws IOException {
    Path clean = messages().clean(18);
    Files.writeString(clean, "kept");
    assertThat(messages().clean(18)).hasContent("kept");
  }

  private Messages messages() throws IOException {
    return new Messages(midex.catalogue(), folder);
  }

  private static List<String> observations(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith("<Obs "))
        .toList();
  }
}
