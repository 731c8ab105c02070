package org.midex.schema.publish;

import org.midex.schema.Edition;

/** What all of our XML schemas have in common. */
final class Xsd {
  private Xsd() {}

  /** A schema document up to its includes. */
  static XmlText start(Edition edition, String content, String... includes) {
    XmlText xsd = new XmlText();
    xsd.notice(edition, content);
    xsd.open(
        "xs:schema",
        "xmlns:xs",
        "http://www.w3.org/2001/XMLSchema",
        "xmlns",
        XsdPublisher.namespace(edition),
        "targetNamespace",
        XsdPublisher.namespace(edition),
        "elementFormDefault",
        "qualified",
        "attributeFormDefault",
        "unqualified",
        "version",
        edition.standard());
    for (String include : includes) {
      xsd.empty("xs:include", "schemaLocation", include);
    }
    return xsd;
  }

  static void document(XmlText xsd, String text) {
    xsd.wrapped("xs:annotation", "xs:documentation", text, "xml:lang", "en");
  }

  static String finish(XmlText xsd) {
    return xsd.close().toString();
  }
}
