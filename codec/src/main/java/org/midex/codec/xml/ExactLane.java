package org.midex.codec.xml;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamLocation2;
import org.jspecify.annotations.Nullable;
import org.midex.codec.head.BoundedReader;
import org.midex.codec.head.Canonical;
import org.midex.codec.head.HeadReader;
import org.midex.codec.head.Origin;
import org.midex.codec.head.Structure;
import org.midex.codec.head.Xml;
import org.midex.codec.head.XmlNames;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;

/**
 * An XML message as a cursor over its rows, by a walk with an XML parser that knows all of XML and
 * reports every difference from the published XSD. Codes are looked up here and judged elsewhere.
 */
final class ExactLane implements MessageReader {
  static final String OBSERVATION = "Obs";
  private static final int PAYLOAD_DEPTH = 2;

  private final BoundedReader xml;
  private final InputStream in;
  private final Structure structure;
  private final MessageHead head;
  private final Origin origin;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  /** The names of the fields. */
  private final String known;

  /** By attribute of the row before: its name, and what field that is. */
  private final @Nullable String[] names;

  private final @Nullable Field[] named;

  private @Nullable Row row;
  private boolean sound;
  private long number;
  private javax.xml.stream.@Nullable Location start;
  private boolean inPayload;
  private long leadCharacters;
  private long rootEnd;
  private boolean atEnd;

  private ExactLane(
      BoundedReader xml,
      InputStream in,
      Structure structure,
      MessageHead head,
      Origin origin,
      @Nullable Row row,
      long number) {
    this.xml = xml;
    this.in = in;
    this.structure = structure;
    this.head = head;
    this.origin = origin;
    this.row = row;
    this.number = number;
    if (row != null) {
      row.type().fields().forEach(f -> fields.put(f.name(), f));
    }
    known = String.join(", ", fields.keySet());
    names = new String[fields.size()];
    named = new Field[fields.size()];
  }

  /** Reads a message from its start. */
  static ExactLane open(Catalogue catalogue, InputStream in, FindingSink sink) throws IOException {
    BoundedReader xml = Xml.open(in, sink);
    Structure structure = new Structure(catalogue, sink);
    HeadReader headReader = new HeadReader(catalogue, xml, structure);
    try {
      MessageHead head = headReader.read();
      Row row = head.type() == null ? null : new Row(head.type());
      ExactLane lane = new ExactLane(xml, in, structure, head, Origin.START, row, 0);
      lane.inPayload = headReader.atPayload();
      lane.rootEnd = headReader.rootEnd();
      return lane;
    } catch (XMLStreamException e) {
      throw Xml.fatal(e, 0, Origin.START, sink);
    } catch (WstxLazyException e) {
      throw Xml.fatal(e, 0, Origin.START, sink);
    }
  }

  /**
   * Reads this message from another place on; what was read before is forgotten.
   *
   * @param tags start tags of the message and its payload, then the bytes from that place on
   * @param tagBytes bytes of the start tags
   * @param place where in the file that is
   * @param rows rows before it
   */
  ExactLane resume(InputStream tags, int tagBytes, Location place, long rows) throws IOException {
    BoundedReader parser = Xml.open(tags, structure.sink());
    try {
      while (parser.getDepth() < PAYLOAD_DEPTH) {
        parser.next();
      }
      XMLStreamLocation2 lead = parser.getLocationInfo().getEndLocation();
      Origin moved = new Origin(place, lead.getLineNumber(), lead.getColumnNumber(), tagBytes);
      ExactLane lane = new ExactLane(parser, tags, structure, head, moved, row, rows);
      lane.inPayload = true;
      lane.leadCharacters = characters(parser);
      return lane;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("these start tags were read before", e);
    }
  }

  /**
   * Where the start tags are, when the reader is behind that of a payload that the fast lane can
   * read; null otherwise.
   */
  @Nullable StartTags startTags() throws IOException {
    try {
      boolean common =
          inPayload
              && row != null
              && !xml.isEmptyElement()
              && Canonical.NAMESPACE.equals(xml.getNamespaceURI(""));
      return common
          ? new StartTags(rootEnd, xml.getLocationInfo().getStartingCharOffset(), characters(xml))
          : null;
    } catch (XMLStreamException e) {
      throw Xml.fatal(e, number, origin, structure.sink());
    }
  }

  Structure structure() {
    return structure;
  }

  /** The row that is filled; null when there is none to fill. */
  @Nullable Row ownRow() {
    return row;
  }

  /** Whether the message has been read to its end. */
  boolean atEnd() {
    return atEnd;
  }

  private static long characters(BoundedReader xml) throws XMLStreamException {
    return xml.getLocationInfo().getEndingCharOffset();
  }

  /** Characters from where the reading began to the end of the current row or start tag. */
  long characters() throws IOException {
    try {
      return characters(xml) - leadCharacters;
    } catch (XMLStreamException e) {
      throw Xml.fatal(e, number, origin, structure.sink());
    }
  }

  /**
   * The place behind the current row or start tag.
   *
   * @param offset its offset, which the parser does not know
   */
  Location end(long offset) throws IOException {
    try {
      Location end = origin.location(number, xml.getLocationInfo().getEndLocation());
      return new Location(number, offset, end.line(), end.column(), null);
    } catch (XMLStreamException e) {
      throw Xml.fatal(e, number, origin, structure.sink());
    }
  }

  @Override
  public MessageHead head() {
    return head;
  }

  @Override
  public boolean next() throws IOException {
    if (atEnd) {
      return false;
    }
    try {
      if (inPayload && row == null) {
        XmlNames.skip(xml);
        inPayload = false;
      }
      if (inPayload && nextObservation()) {
        return true;
      }
      finish();
      return false;
    } catch (XMLStreamException e) {
      atEnd = true;
      throw Xml.fatal(e, number, origin, structure.sink());
    } catch (WstxLazyException e) {
      atEnd = true;
      throw Xml.fatal(e, number, origin, structure.sink());
    }
  }

  /** Moves to the next observation and reads it; false at the payload's end tag. */
  private boolean nextObservation() throws XMLStreamException, MalformedMessageException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (isObservation()) {
            readObservation();
            return true;
          }
          structure.countElement(xml, here());
          structure.unexpectedElement(XmlNames.shown(xml), OBSERVATION, false, here());
          XmlNames.skip(xml);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          inPayload = false;
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (xml.isStray()) {
            Location at = origin.location(number, xml.textStart());
            structure.unexpectedText(
                XmlNames.shownText(xml), Objects.requireNonNull(head.type()).id(), at);
          }
        }
        default -> {}
      }
    }
  }

  private boolean isObservation() {
    return xml.getLocalName().equals(OBSERVATION)
        && Canonical.NAMESPACE.equals(xml.getNamespaceURI());
  }

  private void readObservation() throws XMLStreamException, MalformedMessageException {
    Row current = Objects.requireNonNull(row);
    if (hasUnknownAttribute()) {
      structure.countAttributes(xml, here());
    }
    number++;
    start = xml.getLocation();
    sound = true;
    current.clear();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      Field field = field(i);
      if (field == null) {
        unknownAttribute(i);
      } else {
        String value = xml.getAttributeValue(i);
        if (!current.set(field.slot(), value) && field.type().list() == null) {
          sound = false;
          structure.malformed(field, value, location());
        }
      }
    }
    for (Field field : current.type().fields()) {
      if (field.required() && !current.has(field.slot())) {
        sound = false;
        structure.missingAttribute(field.name(), OBSERVATION, location());
      }
    }
    requireEmpty();
  }

  /** The field that an attribute is named for, most often as in the row before; null for none. */
  private @Nullable Field field(int attribute) {
    if (!XmlNames.isPlain(xml, attribute)) {
      return null;
    }
    String name = xml.getAttributeLocalName(attribute);
    if (attribute < names.length && name.equals(names[attribute])) {
      return named[attribute];
    }
    Field field = fields.get(name);
    if (attribute < names.length) {
      names[attribute] = name;
      named[attribute] = field;
    }
    return field;
  }

  private boolean hasUnknownAttribute() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (field(i) == null) {
        return true;
      }
    }
    return false;
  }

  private void unknownAttribute(int attribute) {
    String name = XmlNames.shown(xml, attribute);
    if (XmlNames.isInstance(xml, attribute)) {
      sound = false;
      structure.instanceAttribute(name, OBSERVATION, location());
    } else {
      sound &= structure.newer();
      structure.unknownAttribute(name, OBSERVATION, known, location());
    }
  }

  /** An observation has no content, not even white space; comments do not count. */
  private void requireEmpty() throws XMLStreamException, MalformedMessageException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        case XMLStreamConstants.START_ELEMENT -> {
          structure.countElement(xml, location());
          boolean known = isObservation();
          sound &= structure.newer() && !known;
          structure.unexpectedElement(
              XmlNames.shown(xml), "</" + OBSERVATION + ">", known, location());
          XmlNames.skip(xml);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (xml.isContent()) {
            sound = false;
            structure.unexpectedText(XmlNames.shownText(xml), OBSERVATION, location());
          }
        }
        default -> {}
      }
    }
  }

  /** Reads what stands after the payload. */
  private void finish() throws XMLStreamException {
    atEnd = true;
    int event = xml.getEventType();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        boolean known = structure.isPartOfMessage(xml.getNamespaceURI(), xml.getLocalName());
        structure.unexpectedElement(XmlNames.shown(xml), "</Message>", known, here());
        XmlNames.skip(xml);
      } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
          && xml.isStray()) {
        Location at = origin.location(number, xml.textStart());
        structure.unexpectedText(XmlNames.shownText(xml), "Message", at);
      }
    }
  }

  @Override
  public RowView row() {
    if (row == null || number == 0) {
      throw new IllegalStateException("there is no current row");
    }
    return row;
  }

  @Override
  public boolean rowIsSound() {
    return sound;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Location location() {
    return origin.location(number, start);
  }

  private Location here() {
    return origin.location(number, xml.getLocation());
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      in.close();
    }
  }
}
