package org.midex.benchmarks.contend;

import com.ctc.wstx.msv.W3CSchemaFactory;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.midex.benchmarks.measure.Contender;

/** Structure only, by the published XSDs. The schemas are compiled before, once. */
final class SchemaValidating {
  private SchemaValidating() {}

  static List<Contender> contenders(Path xsd, Path file) throws Exception {
    Schema schema = SchemaFactory.newDefaultInstance().newSchema(xsd.toFile());
    XMLValidationSchema msv = new W3CSchemaFactory().createSchema(xsd.toUri().toURL());
    XMLInputFactory woodstox = new WstxInputFactory();
    woodstox.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return List.of(
        Contender.other("xml.jdk-xsd", "JDK XSD validation", () -> jdk(schema, file)),
        Contender.other(
            "xml.msv", "Woodstox + MSV validation", () -> multiSchema(woodstox, msv, file)));
  }

  /** Throws when the file is not valid. */
  private static long jdk(Schema schema, Path file) throws Exception {
    javax.xml.validation.Validator validator = schema.newValidator();
    validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    try (InputStream in = Setting.open(file)) {
      validator.validate(new StreamSource(in));
    }
    return 1;
  }

  /** Throws when the file is not valid. */
  private static long multiSchema(XMLInputFactory factory, XMLValidationSchema schema, Path file)
      throws Exception {
    long events = 0;
    try (InputStream in = Setting.open(file)) {
      XMLStreamReader2 reader = (XMLStreamReader2) factory.createXMLStreamReader(in);
      reader.validateAgainst(schema);
      while (reader.hasNext()) {
        reader.next();
        events++;
      }
      reader.close();
    }
    return events;
  }
}
