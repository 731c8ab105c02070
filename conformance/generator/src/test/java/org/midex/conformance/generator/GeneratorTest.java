package org.midex.conformance.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vectors are what the generator makes. */
class GeneratorTest {
  private static final Path SUITE = Path.of("../vectors/1.0");

  @Test
  void makingThemAgainChangesNothing() throws IOException {
    Map<String, byte[]> made = Generator.files(SUITE);
    Map<String, byte[]> there = new TreeMap<>();
    try (Stream<Path> all = Files.walk(SUITE)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        there.put(SUITE.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    assertThat(made.keySet()).isEqualTo(there.keySet());
    made.forEach((path, bytes) -> assertThat(there.get(path)).as(path).isEqualTo(bytes));
  }
}
