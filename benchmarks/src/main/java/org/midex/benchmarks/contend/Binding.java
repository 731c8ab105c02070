package org.midex.benchmarks.contend;

import com.ctc.wstx.stax.WstxInputFactory;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.Unmarshaller;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.midex.benchmarks.measure.Contender;

/** Jakarta XML Binding, one observation at a time, over Woodstox. */
final class Binding {
  private Binding() {}

  static Contender contender(Path file) throws Exception {
    JAXBContext context = JAXBContext.newInstance(BoundRow.class);
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return Contender.other(
        "xml.jaxb",
        "JAXB, one observation at a time, unvalidated",
        () -> bind(context, factory, file));
  }

  private static long bind(JAXBContext context, XMLInputFactory factory, Path file)
      throws Exception {
    Unmarshaller unmarshaller = context.createUnmarshaller();
    long rows = 0;
    try (InputStream in = Setting.open(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.getEventType() == XMLStreamConstants.START_ELEMENT
            && "Obs".equals(reader.getLocalName())) {
          // leaves the reader behind the element
          BoundRow row = unmarshaller.unmarshal(reader, BoundRow.class).getValue();
          rows += row.value == null ? 0 : 1;
        } else {
          reader.next();
        }
      }
      reader.close();
    }
    return rows;
  }
}
