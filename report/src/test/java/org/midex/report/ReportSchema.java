package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.midex.schema.Catalogue;

/** The published schema of reports. */
final class ReportSchema {
  private static final JsonNode PUBLISHED = published();
  private static final JsonSchema REPORT = schema(PUBLISHED);
  private static final JsonSchema LINE = schema(line());

  private ReportSchema() {}

  static void assertValid(JsonNode report) {
    assertThat(REPORT.validate(report)).isEmpty();
  }

  static void assertValidLine(JsonNode line) {
    assertThat(LINE.validate(line)).isEmpty();
  }

  static boolean accepts(JsonNode report) {
    return REPORT.validate(report).isEmpty();
  }

  private static JsonSchema schema(JsonNode node) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(node);
  }

  private static JsonNode line() {
    ObjectNode line = PUBLISHED.deepCopy();
    line.remove("oneOf");
    line.put("$ref", "#/$defs/line");
    return line;
  }

  private static JsonNode published() {
    String path = "published/1.0/report.schema.json";
    try (InputStream in = Catalogue.class.getResourceAsStream(path)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
