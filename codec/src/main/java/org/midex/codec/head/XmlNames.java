package org.midex.codec.head;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.Limits;

/**
 * Names and texts of the parser's current event, as people are shown them; and passing over an
 * element.
 */
public final class XmlNames {
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final int SHOWN = 200;

  private XmlNames() {}

  /** The current element's name; with its namespace when that is not the standard's. */
  public static String shown(XMLStreamReader xml) {
    String namespace = xml.getNamespaceURI();
    return Canonical.NAMESPACE.equals(namespace)
        ? xml.getLocalName()
        : qualified(namespace, xml.getLocalName());
  }

  /** An attribute's name; with its namespace when it has one. */
  public static String shown(XMLStreamReader xml, int attribute) {
    String namespace = xml.getAttributeNamespace(attribute);
    String name = xml.getAttributeLocalName(attribute);
    if (INSTANCE.equals(namespace)) {
      return "xsi:" + name;
    }
    return namespace == null || namespace.isEmpty() ? cut(name) : qualified(namespace, name);
  }

  private static String qualified(@Nullable String namespace, String name) {
    return cut("{" + (namespace == null ? "" : namespace) + "}" + name);
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** The current text, cut to what a message can show; the parser may be behind it then. */
  public static String shownText(BoundedReader xml) {
    return cut(xml.beginning());
  }

  /** Whether an attribute is one of XML Schema instances, such as {@code xsi:type}. */
  public static boolean isInstance(XMLStreamReader xml, int attribute) {
    return INSTANCE.equals(xml.getAttributeNamespace(attribute));
  }

  /** Whether an attribute is in no namespace, as all of the standard's are. */
  public static boolean isPlain(XMLStreamReader xml, int attribute) {
    String namespace = xml.getAttributeNamespace(attribute);
    return namespace == null || namespace.isEmpty();
  }

  /** Passes over the current element and all in it, to its end tag. */
  public static void skip(BoundedReader xml) throws XMLStreamException {
    int text = 0;
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          text = 0;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          text = 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          text += xml.getTextLength();
          if (text > Limits.TEXT_LENGTH) {
            throw Xml.exceeded("Text size", Limits.TEXT_LENGTH, xml.textStart());
          }
        }
        default -> {}
      }
    }
  }
}
