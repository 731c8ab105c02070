package org.midex.conformance.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.schema.Rule;

/** The vectors say what the standard says, and the reference does it. */
class VectorsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path SUITE = Path.of("../vectors/1.0");

  @Test
  void theReferenceAnswersAllAsExpected(@TempDir Path output) throws IOException {
    Answers answers = new Answers(output);
    List<String> wrong = new ArrayList<>();
    for (Path folder : Answers.folders(SUITE)) {
      answers.differences(folder).forEach(d -> wrong.add(folder.getFileName() + ": " + d));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyVectorHasTheFormOfItsSchema() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(MAPPER.readTree(SUITE.resolve("../test.schema.json").toFile()));
    for (Path folder : Answers.folders(SUITE)) {
      JsonNode test = MAPPER.readTree(folder.resolve("test.json").toFile());
      assertThat(schema.validate(test)).as(folder.toString()).isEmpty();
      assertThat(folder.getFileName()).hasToString(test.get("id").asText());
    }
  }

  /** Notes aside, which no vector can ask for but by counting. */
  @Test
  void everyRuleThatOneMessageCanBreakHasVectorsThatFailAndPass() throws IOException {
    Set<String> failing = new TreeSet<>();
    Set<String> passing = new TreeSet<>();
    for (Path folder : Answers.folders(SUITE)) {
      JsonNode test = MAPPER.readTree(folder.resolve("test.json").toFile());
      for (JsonNode step : test.get("steps")) {
        step.get("expect").path("rules").forEach(rule -> failing.add(rule.asText()));
        step.get("expect").path("counts").fieldNames().forEachRemaining(failing::add);
      }
      test.path("near").forEach(rule -> passing.add(rule.asText()));
    }
    Set<String> breakable = new TreeSet<>();
    for (Rule rule : Message.CATALOGUE.rules()) {
      if (Set.of("message", "dataset").contains(rule.appliesTo())) {
        breakable.add(rule.id());
      }
    }
    assertThat(failing).containsAll(breakable);
    assertThat(passing).containsAll(breakable);
  }

  /** The whole suite stays small enough to be sent about. */
  @Test
  void noFileIsLarge() throws IOException {
    try (var all = Files.walk(SUITE)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        assertThat(Files.size(path)).as(path.toString()).isLessThan(200_000);
      }
    }
  }
}
