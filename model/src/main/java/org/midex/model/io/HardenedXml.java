package org.midex.model.io;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * The one place where XML parsers are made: no DTD, no entity but the five of XML, no outside
 * access, limits everywhere.
 */
public final class HardenedXml {
  private HardenedXml() {}

  /**
   * A factory of parsers.
   *
   * @param depth elements that may stand inside one another
   */
  public static XMLInputFactory factory(int depth) {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, depth);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Limits.ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Limits.ATTRIBUTE_LENGTH);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, (long) Limits.TEXT_LENGTH);
    // one text is one event, wherever the parser's buffers end
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, Limits.TEXT_LENGTH);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
    // interned names live as long as the process: a hostile file must not fill that table
    factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
    factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
    return factory;
  }
}
