package org.midex.codec.head;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.Lexical;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/** Reads a message up to its payload's start tag, or to the end of its receipt. */
public final class HeadReader {
  private static final String ROOT = "Message";
  private static final String HEADER = "Header";
  private static final String RECEIPT = "Receipt";

  /** The children of a message that are no themes. */
  static final Set<String> PARTS = Set.of(HEADER, RECEIPT);

  /** Names that are no field's and no theme's. */
  static final Set<String> NAMES = Set.of(ROOT, HEADER, RECEIPT, "Obs", "version", "id", "action");

  private static final ValueType VERSION = ValueType.of(ValueType.Kind.VERSION);
  private static final ValueType URN = ValueType.of(ValueType.Kind.URN);

  private final Catalogue catalogue;
  private final BoundedReader xml;
  private final Structure structure;
  private @Nullable String id;
  private @Nullable String version;
  private boolean atPayload;
  private long rootEnd;

  public HeadReader(Catalogue catalogue, BoundedReader xml, Structure structure) {
    this.catalogue = catalogue;
    this.xml = xml;
    this.structure = structure;
  }

  /**
   * Whether the parser stands at a payload's start tag; false when the message ended without one,
   * and behind a receipt, which has been read.
   */
  public boolean atPayload() {
    return atPayload;
  }

  /** Characters up to the end of the root's start tag, from a byte order mark on. */
  public long rootEnd() {
    return rootEnd;
  }

  /**
   * Reads from the start of the document to the payload's start tag, or the receipt's end tag.
   *
   * @throws MalformedMessageException when the document is no message or of another major version;
   *     reported
   */
  public MessageHead read() throws XMLStreamException, IOException {
    checkEncoding();
    toRoot();
    rootAttributes();
    Node header = Node.group(HEADER, List.of());
    boolean hasHeader = false;
    while (nextChild()) {
      if (isOurs(HEADER)) {
        if (hasHeader) {
          structure.unexpectedElement(HEADER, "payload", true, here());
        }
        Node read = new NodeWalker(xml, structure).walk(catalogue.type(HEADER));
        header = hasHeader ? header : read;
        hasHeader = true;
      } else {
        if (!hasHeader) {
          structure.missingElement(HEADER, ROOT, here());
        }
        RowType receipt = isOurs(RECEIPT) ? catalogue.findType(RECEIPT).orElse(null) : null;
        atPayload = receipt == null;
        return receipt == null
            ? payload(header)
            : MessageHead.ofReceipt(
                id, version, header, new NodeWalker(xml, structure).walk(receipt));
      }
    }
    if (!hasHeader) {
      structure.missingElement(HEADER, ROOT, here());
    }
    structure.missingElement("payload", ROOT, here());
    return new MessageHead(id, version, header, null, null, Map.of());
  }

  private void checkEncoding() throws IOException {
    String encoding = xml.getCharacterEncodingScheme();
    if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8")) {
      throw Xml.report(
          Problem.of("MDX-S02"),
          here(),
          Map.of("reason", "The file states the encoding " + encoding),
          structure.sink());
    }
    if (xml.getVersion() != null && !xml.getVersion().equals("1.0")) {
      throw Xml.report(
          Problem.of("MDX-S02"),
          here(),
          Map.of("reason", "The file is XML " + xml.getVersion()),
          structure.sink());
    }
  }

  private void toRoot() throws XMLStreamException, IOException {
    int event = xml.next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      if (event == XMLStreamConstants.DTD) {
        throw Xml.report(Problem.of("MDX-S03"), here(), Map.of(), structure.sink());
      }
      event = xml.next();
    }
    if (!isOurs(ROOT)) {
      throw notAMessage();
    }
    rootEnd = xml.getLocationInfo().getEndingCharOffset();
  }

  private MalformedMessageException notAMessage() {
    String namespace = xml.getNamespaceURI();
    if (xml.getLocalName().equals(ROOT)
        && namespace != null
        && namespace.matches("urn:midex:[0-9]{1,6}")) {
      return otherMajor(namespace.substring("urn:midex:".length()));
    }
    String reason =
        "The top element is " + XmlNames.shown(xml) + ", not {" + Canonical.NAMESPACE + "}" + ROOT;
    return Xml.report(Problem.of("MDX-S05"), here(), Map.of("reason", reason), structure.sink());
  }

  private MalformedMessageException otherMajor(String stated) {
    String known = catalogue.edition().standard();
    Problem problem = new Problem("MDX-S13", null, Map.of("value", stated));
    return Xml.report(problem, here(), Map.of("value", stated, "known", known), structure.sink());
  }

  private void rootAttributes() throws MalformedMessageException {
    Map<String, String> attributes = attributes(Set.of("version", "id"), ROOT, null);
    version = attributes.get("version");
    id = attributes.get("id");
    checkForm("version", VERSION, version, ROOT);
    checkForm("id", URN, id, ROOT);
    if (version != null
        && Lexical.matchesPattern(VERSION, version)
        && !version.startsWith(catalogue.edition().major() + ".")) {
      throw otherMajor(version);
    }
  }

  private void checkForm(String name, ValueType type, @Nullable String value, String parent) {
    if (value == null) {
      structure.missingAttribute(name, parent, here());
    } else if (!Lexical.matchesPattern(type, value)) {
      structure.malformedInHead(name, type, value, here());
    }
  }

  private MessageHead payload(Node header) throws MalformedMessageException {
    RowType type =
        Canonical.NAMESPACE.equals(xml.getNamespaceURI())
            ? catalogue.findTheme(xml.getLocalName()).orElse(null)
            : null;
    if (type == null) {
      structure.countElement(xml, here());
      structure.unknownTheme(XmlNames.shown(xml), here());
      return new MessageHead(id, version, header, null, null, Map.of());
    }
    Map<String, String> attributes = attributes(Set.of("action"), type.id(), type);
    String action = attributes.remove("action");
    checkForm("action", ValueType.code(catalogue.codeList("CL_ACTION")), action, type.id());
    for (Field field : type.datasetFields()) {
      String text = attributes.get(field.name());
      if (text == null && field.required()) {
        structure.missingAttribute(field.name(), type.id(), here());
      } else if (text != null && !Lexical.matchesPattern(field.type(), text)) {
        structure.malformedInHead(field.name(), field.type(), text, here());
      }
    }
    return new MessageHead(
        id,
        version,
        header,
        type,
        action == null ? null : Action.ofCode(action).orElse(null),
        attributes);
  }

  /**
   * The current element's attributes that are among the names or the type's dataset attributes; the
   * others are reported.
   */
  private Map<String, String> attributes(Set<String> names, String parent, @Nullable RowType type)
      throws MalformedMessageException {
    structure.countAttributes(xml, here());
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      if (XmlNames.isInstance(xml, i)) {
        structure.instanceAttribute(XmlNames.shown(xml, i), parent, here());
      } else if (XmlNames.isPlain(xml, i) && (names.contains(name) || isDatasetField(type, name))) {
        attributes.put(name, xml.getAttributeValue(i));
      } else {
        // the version that decides what an unknown attribute means may be one of the attributes
        structure.setVersion(type == null ? xml.getAttributeValue(null, "version") : version);
        structure.unknownAttribute(XmlNames.shown(xml, i), parent, known(names, type), here());
      }
    }
    if (type == null) {
      structure.setVersion(attributes.get("version"));
    }
    return attributes;
  }

  private static String known(Set<String> names, @Nullable RowType type) {
    Stream<String> ofType =
        type == null ? Stream.of() : type.datasetFields().stream().map(Field::name);
    return Stream.concat(names.stream().sorted(), ofType)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean isDatasetField(@Nullable RowType type, String name) {
    return type != null && type.datasetFields().stream().anyMatch(f -> f.name().equals(name));
  }

  private boolean nextChild() throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (xml.isStray()) {
            Location at = Xml.location(0, xml.textStart());
            structure.unexpectedText(XmlNames.shownText(xml), ROOT, at);
          }
        }
        default -> {}
      }
    }
  }

  private boolean isOurs(String name) {
    return xml.getLocalName().equals(name) && Canonical.NAMESPACE.equals(xml.getNamespaceURI());
  }

  private Location here() {
    return Xml.location(0, xml.getLocation());
  }
}
