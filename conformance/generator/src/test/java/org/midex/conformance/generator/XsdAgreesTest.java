package org.midex.conformance.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.midex.conformance.suite.Step;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.Vector;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;
import org.midex.schema.Severity;
import org.xml.sax.SAXException;

/** What vectors expect of XML files is what the published schema says of them. */
class XsdAgreesTest {
  private static final Path SUITE = Path.of("../vectors/1.0");
  private static final List<String> OPERATIONS = List.of("digest", "validate", "convert");
  private static final List<String> CODES = List.of("MDX-V01", "MDX-V02");

  private final Validator validator = published();

  @Test
  void inEveryVector() throws IOException {
    List<String> disagreements = new ArrayList<>();
    int judged = 0;
    for (Vector vector : Suite.of(SUITE).vectors()) {
      Step step = vector.steps().get(0);
      Path file = SUITE.resolve(vector.path()).resolve(step.request().path("file").asText());
      List<Rule> rules =
          StreamSupport.stream(step.expect().path("rules").spliterator(), false)
              .map(rule -> Message.CATALOGUE.rule(rule.asText()))
              .toList();
      boolean plain = OPERATIONS.contains(step.operation());
      if (plain && file.toString().endsWith(".xml") && isForTheSchema(step, rules, file)) {
        judged++;
        boolean valid = isValid(file);
        boolean codes = rules.stream().anyMatch(rule -> CODES.contains(rule.id()));
        boolean forbidden = rules.stream().anyMatch(XsdAgreesTest::isForbiddenByTheSchema);
        if (valid ? forbidden : !forbidden && !codes) {
          disagreements.add(vector.id() + ": the schema takes it: " + valid);
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(judged).isGreaterThan(500);
  }

  /** Messages of the schema's own version, as far as it can judge them. */
  private static boolean isForTheSchema(Step step, List<Rule> rules, Path file) throws IOException {
    byte[] start = Files.newInputStream(file).readNBytes(2);
    boolean compressed = start.length == 2 && start[0] == 0x1F;
    return !compressed
        && !step.expect().has("oneOf")
        && rules.stream().noneMatch(rule -> rule.envelope() || rule.id().equals("MDX-S14"));
  }

  /** Of open lists the schema knows the form, and the rules the codes. */
  private static boolean isForbiddenByTheSchema(Rule rule) {
    return rule.structural() && rule.severity() == Severity.ERROR;
  }

  private boolean isValid(Path file) {
    try {
      validator.validate(new StreamSource(file.toFile()));
      return true;
    } catch (SAXException | IOException e) {
      return false;
    }
  }

  private static Validator published() {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      Validator validator =
          factory
              .newSchema(
                  Objects.requireNonNull(Catalogue.class.getResource("published/1.0/midex.xsd")))
              .newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.setProperty("jdk.xml.maxXMLNameLimit", "32768"); // a namespace is one, too
      return validator;
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }
}
