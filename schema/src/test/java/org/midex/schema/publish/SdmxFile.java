package org.midex.schema.publish;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A structure message as a reader of SDMX-ML sees it: elements by their local names. */
record SdmxFile(Element element) {
  static SdmxFile read(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return new SdmxFile(
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(text)))
              .getDocumentElement());
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  String name() {
    return element.getLocalName();
  }

  String text() {
    return element.getTextContent();
  }

  /** Empty when there is no such attribute. */
  String attribute(String name) {
    return element.getAttribute(name);
  }

  List<SdmxFile> children() {
    List<SdmxFile> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(new SdmxFile(child));
      }
    }
    return children;
  }

  List<SdmxFile> children(String name) {
    return children().stream().filter(c -> c.name().equals(name)).toList();
  }

  Optional<SdmxFile> child(String name) {
    return children(name).stream().findFirst();
  }

  /** The one element of this name at any depth. */
  SdmxFile only(String name) {
    List<SdmxFile> found = all(name).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " elements " + name);
    }
    return found.get(0);
  }

  /** Every element of this name at any depth. */
  Stream<SdmxFile> all(String name) {
    return children().stream()
        .flatMap(
            c -> Stream.concat(c.name().equals(name) ? Stream.of(c) : Stream.of(), c.all(name)));
  }

  /** Texts of the children of this name by language. */
  Map<String, String> byLanguage(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    children(name).forEach(c -> texts.put(c.attribute("xml:lang"), c.text()));
    return texts;
  }

  /** The element's annotations of a type, each as {@code title=text=value} with gaps left out. */
  List<String> annotations(String type) {
    return children("Annotations").stream()
        .flatMap(c -> c.children().stream())
        .filter(a -> a.child("AnnotationType").orElseThrow().text().equals("MIDEX_" + type))
        .map(
            a ->
                String.join(
                    "=",
                    a.children().stream()
                        .filter(c -> !c.name().equals("AnnotationType"))
                        .map(SdmxFile::text)
                        .toList()))
        .toList();
  }
}
