package org.midex.conformance.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From every clause a trace leads to vectors, and from every rule that one file can break. */
class TraceTest {
  private static final Path SUITE = Path.of("../vectors/1.0");
  private static final Path STANDARD = Path.of("../../docs/standard");
  private static final Path PAGE = Path.of("../../docs/generated/trace.md");
  private static final File RULES = new File("../../schema/published/1.0/catalogue/rules.json");

  /** What one file can break; and what an exchange can, whose rules are MDX-E. */
  private static final Set<String> SUBJECTS =
      Set.of("message", "dataset", "package", "sealing", "receipt");

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(SUITE)) {
      for (Path path : all.filter(one -> one.endsWith("test.json")).toList()) {
        files.put(SUITE.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  @Test
  void everyClauseIsTested() throws IOException {
    assertThat(Trace.of(STANDARD, files()).faults()).isEmpty();
  }

  @Test
  void everyRuleIsBrokenAndKept() throws IOException {
    Set<String> rules = new TreeSet<>();
    for (JsonNode rule : new ObjectMapper().readTree(RULES).path("rules")) {
      String id = rule.path("id").asText();
      if (SUBJECTS.contains(rule.path("applies").asText()) || id.startsWith("MDX-E")) {
        rules.add(id);
      }
    }
    assertThat(rules).hasSizeGreaterThan(100);
    assertThat(Trace.of(STANDARD, files()).untested(rules)).isEmpty();
  }

  @Test
  void thePageIsWhatIsThere() throws IOException {
    assertThat(Files.readString(PAGE)).isEqualTo(Trace.of(STANDARD, files()).page());
  }
}
