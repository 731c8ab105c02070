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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.conformance.iut.InProcess;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.reference.ReferenceImplementation;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.Trials;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.Vector;

/** The vectors say what the standard says, and the reference does it. */
class VectorsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path SUITE = Path.of("../vectors/1.0");

  @Test
  void theReferenceAnswersAllAsExpected(@TempDir Path work) throws Exception {
    ReferenceImplementation reference = new ReferenceImplementation();
    Launcher launcher = () -> new InProcess(reference::answer);
    List<String> wrong = new ArrayList<>();
    Suite suite = Suite.of(SUITE);
    try (Trials trials = new Trials(suite, launcher, launcher, Duration.ofMinutes(1), work)) {
      for (Vector vector : suite.vectors()) {
        VectorResult result = trials.run(vector);
        if (result.status() != Status.PASS) {
          wrong.add(vector.path() + ": " + result.problems());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyVectorHasTheFormOfItsSchema() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(MAPPER.readTree(SUITE.resolve("../test.schema.json").toFile()));
    for (Vector vector : Suite.of(SUITE).vectors()) {
      JsonNode test = MAPPER.readTree(SUITE.resolve(vector.path()).resolve("test.json").toFile());
      assertThat(schema.validate(test)).as(vector.path()).isEmpty();
    }
  }

  /**
   * The whole suite stays small enough to be sent about; a 300th of 67,108,864 bytes (LIM-2) is.
   */
  @Test
  void noFileIsLarge() throws IOException {
    try (var all = Files.walk(SUITE)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        if (path.endsWith(Generator.MANIFEST)) {
          continue;
        }
        assertThat(Files.size(path)).as(path.toString()).isLessThan(240_000);
      }
    }
  }
}
