package org.midex.schema.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.schema.Catalogue;
import org.xml.sax.SAXException;

@Tag("once")
class XsdPublisherTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Map<String, String> FILES = new XsdPublisher(CATALOGUE).files();
  private static final String MESSAGE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Message xmlns="urn:midex:1" version="1.0" id="urn:uuid:6f1f9a0e-2a0c-4a55-9a35-0a0c6b1b7a11">
      <Header>
      <Edition>2026-11-01</Edition>
      <Prepared>2026-11-05T09:30:00Z</Prepared>
      <Sender>
      <Area>AUT</Area>
      <Authority>STAT.AT</Authority>
      <Name>Statistics &amp; Co</Name>
      </Sender>
      <Receiver>
      <Area>DEU</Area>
      <Authority>BAMF</Authority>
      </Receiver>
      <Coverage/>
      <Test>true</Test>
      <Rounding>
      <Method>NEAREST</Method>
      <Base>5</Base>
      </Rounding>
      </Header>
      <REFUGEE_POP action="Replace" UNIT_MEASURE="PS">
      <Obs REF_AREA="AUT" ORIGIN="SYR" POP_TYPE="REF" SEX="F" AGE="_T" LOCATION_TYPE="_T" ACCOMMODATION="_T" TIME_PERIOD="2023-S1" OBS_VALUE="125"/>
      <Obs REF_AREA="AUT" ORIGIN="SYR" POP_TYPE="REF" SEX="M" AGE="_T" LOCATION_TYPE="_T" ACCOMMODATION="_T" TIME_PERIOD="2023" OBS_STATUS="M" COMMENT="none"/>
      </REFUGEE_POP>
      </Message>
      """;

  private static Path folder = Path.of("");

  @BeforeAll
  static void write(@TempDir Path temporary) throws IOException {
    folder = temporary;
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  static List<String> names() {
    return List.copyOf(FILES.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachSchemaLoadsAlone(String name) {
    assertThatCode(() -> load(name)).doesNotThrowAnyException();
  }

  @Test
  void allSchemasLoadTogether() throws Exception {
    Schema all = load(FILES.keySet().toArray(String[]::new));
    all.newValidator().validate(new StreamSource(new StringReader(MESSAGE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xs:key",
        "xs:unique",
        "xs:any",
        "xs:anyAttribute",
        "xs:union",
        "xs:list",
        "xs:all",
        "mixed=",
        "nillable=",
        "default=\"",
        "fixed=",
        "xs:ID",
        "xs:decimal",
        "xs:import",
        "xs:redefine"
      })
  void theseAreNotUsed(String construct) {
    assertThat(FILES)
        .allSatisfy(
            (name, text) ->
                assertThat(text.replace("FormDefault=\"", "")).doesNotContain(construct));
  }

  @Test
  void everySchemaSaysThatItIsGeneratedAndADraft() {
    assertThat(FILES)
        .allSatisfy(
            (name, text) ->
                assertThat(text)
                    .contains(
                        "Generated from the catalogue",
                        "edition 2026-11-25",
                        "DRAFT",
                        "Apache-2.0"));
  }

  @Nested
  class AMessageIsValid {
    @Test
    void asWritten() throws Exception {
      validate(MESSAGE);
    }

    @Test
    void withoutObservations() throws Exception {
      validate(MESSAGE.replaceAll("<Obs .*/>", ""));
    }

    @Test
    void withAnAreaThatTheListDoesNotHave() throws Exception {
      validate(MESSAGE.replace("\"SYR\"", "\"XYZ\""));
    }

    @Test
    void asThePagesShowIt() throws Exception {
      for (String theme : CATALOGUE.themeIds()) {
        validate(new Examples(CATALOGUE).message(CATALOGUE.type("Header"), CATALOGUE.theme(theme)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OBS_VALUE=\"125\" => OBS_VALUE=\"0125\"",
        "OBS_VALUE=\"125\" => OBS_VALUE=\"+125\"",
        "OBS_VALUE=\"125\" => OBS_VALUE=\"-0\"",
        "OBS_VALUE=\"125\" => OBS_VALUE=\" 125\"",
        "OBS_VALUE=\"125\" => OBS_VALUE=\"1234567890123456789\"",
        "OBS_VALUE=\"125\" => OBS_VALUE=\"\"",
        "SEX=\"F\" => SEX=\"f\"",
        "SEX=\"F\" => SEX=\"F \"",
        "SEX=\"F\"  => ",
        "ORIGIN=\"SYR\" POP => ORIGIN=\"Syria\" POP",
        "2023-S1 => 2023-S3",
        "2023-S1 => 2023-Q1",
        "COMMENT=\"none\" => COMMENT=\"\"",
        "COMMENT= => REMARK=",
        "action=\"Replace\" => action=\"replace\"",
        "action=\"Replace\" => ",
        "version=\"1.0\" id => version=\"1\" id",
        "id=\"urn:uuid: => id=\"uuid:",
        "<Edition>2026-11-01</Edition> => ",
        "<Edition>2026-11-01 => <Edition>2026-13-01",
        "<Edition>2026-11-01 => <Edition> 2026-11-01",
        "09:30:00Z => 09:30:00+00:00",
        "<Test>true => <Test>1",
        "<Coverage/> => <Coverage/><Coverage/>",
        "<Coverage/> => <Coverage>x</Coverage>",
        "STAT.AT => STAT AT",
        "Statistics &amp; Co => ",
        "<Base>5</Base> => <Base>5</Base><Base>5</Base>",
        "REFUGEE_POP action => ASYLUM_APP action",
      })
  void aMessageIsInvalidWith(String change) {
    String[] sides = change.split(" => ", -1);
    String broken =
        MESSAGE
            .replace(sides[0], sides[1])
            .replace(
                "</REFUGEE_POP>",
                sides[1].startsWith("ASYLUM") ? "</ASYLUM_APP>" : "</REFUGEE_POP>");
    assertThat(broken).isNotEqualTo(MESSAGE);
    assertThatThrownBy(() -> validate(broken)).isInstanceOf(SAXException.class);
  }

  @Nested
  class XmllintAgrees {
    @Test
    void thatEachSchemaLoadsAndTheMessageIsValid() throws Exception {
      assumeTrue(installed(), "xmllint is not installed (Debian: libxml2-utils)");
      Path message = Files.writeString(folder.resolve("message.xml"), MESSAGE);
      assertThat(xmllint("--schema", "midex.xsd", message.toString())).isZero();
      for (String name : FILES.keySet()) {
        assertThat(xmllint("--schema", name, message.toString())).as(name).isIn(0, 3);
      }
    }

    @Test
    void thatABrokenMessageIsInvalid() throws Exception {
      assumeTrue(installed(), "xmllint is not installed (Debian: libxml2-utils)");
      Path message =
          Files.writeString(folder.resolve("broken.xml"), MESSAGE.replace("\"125\"", "\"0125\""));
      assertThat(xmllint("--schema", "midex.xsd", message.toString())).isEqualTo(3);
    }

    private static boolean installed() throws InterruptedException {
      try {
        return xmllint("--version") == 0;
      } catch (IOException e) {
        return false;
      }
    }

    /** Exit status: 0 valid, 3 invalid, 5 schema faulty. */
    private static int xmllint(String... arguments) throws IOException, InterruptedException {
      List<String> command = new java.util.ArrayList<>(List.of("xmllint", "--noout", "--nonet"));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    }
  }

  private static void validate(String message) throws SAXException, IOException {
    load("midex.xsd").newValidator().validate(new StreamSource(new StringReader(message.strip())));
  }

  private static Schema load(String... names) throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    Source[] sources = new Source[names.length];
    for (int i = 0; i < names.length; i++) {
      sources[i] = new StreamSource(folder.resolve(names[i]).toFile());
    }
    return factory.newSchema(sources);
  }
}
