package org.midex.codec.header;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.sax.SAXResult;
import org.midex.codec.head.Canonical;
import org.midex.codec.head.Xml;
import org.midex.model.Node;
import org.midex.model.header.Header;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Converts headers by Jakarta XML Binding. Thread-safe. */
public final class Headers {
  private static final class Context {
    static final JAXBContext INSTANCE = create();

    private static JAXBContext create() {
      try {
        return JAXBContext.newInstance(Header.class);
      } catch (JAXBException e) {
        throw new IllegalStateException("the library's header classes cannot be bound", e);
      }
    }
  }

  private Headers() {}

  /**
   * A header as an object.
   *
   * @param header tree of a message without structural findings in its header
   * @throws IllegalArgumentException when a part is unknown or malformed: binding alone would drop
   *     it silently
   */
  public static Header toHeader(Node header) {
    StringBuilder text = new StringBuilder();
    Canonical.appendHeader(text, header);
    try {
      Unmarshaller unmarshaller = Context.INSTANCE.createUnmarshaller();
      unmarshaller.setEventHandler(event -> false);
      return unmarshaller.unmarshal(Xml.open(text.toString()), Header.class).getValue();
    } catch (JAXBException | XMLStreamException e) {
      throw new IllegalArgumentException("the header does not fit its classes: " + e, e);
    }
  }

  /**
   * A header as a tree, ready for {@link org.midex.model.MessageHead}. Whether it holds all that
   * the standard requires is not checked here.
   */
  public static Node toNode(Header header) {
    try {
      Marshaller marshaller = Context.INSTANCE.createMarshaller();
      marshaller.setEventHandler(event -> false);
      TreeBuilder tree = new TreeBuilder();
      marshaller.marshal(
          new JAXBElement<>(new QName(Canonical.NAMESPACE, "Header"), Header.class, header),
          new SAXResult(tree));
      return tree.root();
    } catch (JAXBException e) {
      throw new IllegalArgumentException("the header cannot be written: " + e, e);
    }
  }

  /** Collects SAX events of elements and texts. */
  private static final class TreeBuilder extends DefaultHandler {
    private final Deque<List<Node>> open = new ArrayDeque<>(List.of(new ArrayList<>()));
    private final StringBuilder text = new StringBuilder();

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
      open.push(new ArrayList<>());
      text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      List<Node> children = open.pop();
      boolean leaf = children.isEmpty() && text.length() > 0;
      open.element()
          .add(leaf ? Node.leaf(localName, text.toString()) : Node.group(localName, children));
      text.setLength(0);
    }

    Node root() {
      return open.element().get(0);
    }
  }
}
