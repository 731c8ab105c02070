package org.midex.codec.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.midex.model.Lexical;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.Node;
import org.midex.model.Problem;
import org.midex.model.TimePeriod;
import org.midex.model.io.Limits;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * Walks an element that the catalogue describes as a sequence of fields, reports what differs, and
 * keeps what was there.
 */
final class NodeWalker {
  private final BoundedReader xml;
  private final Structure structure;
  private int elements;

  NodeWalker(BoundedReader xml, Structure structure) {
    this.xml = xml;
    this.structure = structure;
  }

  /** Reads the element whose start tag is the current event, and stops at its end tag. */
  Node walk(RowType type) throws XMLStreamException, MalformedMessageException {
    return walk(type, xml.getLocalName());
  }

  private Node walk(RowType type, String outermost)
      throws XMLStreamException, MalformedMessageException {
    String name = xml.getLocalName();
    rejectAttributes(name);
    List<Node> children = new ArrayList<>();
    Sequence sequence = new Sequence(type, name);
    while (next(name)) {
      Location at = here();
      countElement(outermost, at);
      Field field =
          Canonical.NAMESPACE.equals(xml.getNamespaceURI())
              ? type.find(xml.getLocalName()).orElse(null)
              : null;
      if (field == null) {
        structure.countElement(xml, at);
        structure.unexpectedElement(XmlNames.shown(xml), sequence.expected(), false, at);
        skip();
      } else {
        sequence.accept(field, at);
        RowType component = field.type().component();
        children.add(component == null ? leaf(field, outermost) : walk(component, outermost));
      }
    }
    sequence.end(here());
    return Node.group(name, children);
  }

  private void countElement(String outermost, Location at) throws MalformedMessageException {
    if (++elements > Limits.HEADER_ELEMENTS) {
      throw Xml.report(
          Problem.of("MDX-S04"),
          at,
          Map.of("what", outermost, "limit", Integer.toString(Limits.HEADER_ELEMENTS)),
          structure.sink());
    }
  }

  private Node leaf(Field field, String outermost)
      throws XMLStreamException, MalformedMessageException {
    rejectAttributes(field.name());
    Location at = here();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() + xml.getTextLength() > Limits.TEXT_LENGTH) {
            throw Xml.exceeded("Text size", Limits.TEXT_LENGTH, xml.textStart());
          }
          text.append(xml.getText());
        }
        case XMLStreamConstants.START_ELEMENT -> {
          countElement(outermost, here());
          structure.countElement(xml, here());
          structure.unexpectedElement(XmlNames.shown(xml), field.name(), true, here());
          skip();
        }
        case XMLStreamConstants.END_ELEMENT -> {
          check(field, text.toString(), at);
          return Node.leaf(field.name(), text.toString());
        }
        default -> {}
      }
    }
  }

  private void check(Field field, String text, Location at) {
    ValueType type = field.type();
    if (!Lexical.matchesPattern(type, text)) {
      structure.malformedInHead(field.name(), type, text, at);
    } else if (!existsInCalendar(type, text)) {
      structure.noSuchDay(field.name(), text, at);
    }
  }

  private static boolean existsInCalendar(ValueType type, String text) {
    return switch (type.kind()) {
      case DATE, PERIOD -> TimePeriod.parse(text).exists();
      case INSTANT -> TimePeriod.parse(text.substring(0, 10)).exists();
      default -> true;
    };
  }

  private void rejectAttributes(String parent) throws MalformedMessageException {
    structure.countAttributes(xml, here());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (XmlNames.isInstance(xml, i)) {
        structure.instanceAttribute(XmlNames.shown(xml, i), parent, here());
      } else {
        structure.unknownAttribute(XmlNames.shown(xml, i), parent, "—", here());
      }
    }
  }

  /**
   * Moves to the next child's start tag; false at the parent's end tag. Text between is reported.
   */
  private boolean next(String parent) throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (xml.isStray()) {
            Location at = Xml.location(0, xml.textStart());
            structure.unexpectedText(XmlNames.shownText(xml), parent, at);
          }
        }
        default -> {}
      }
    }
  }

  /** Passes over the current element and all in it. */
  private void skip() throws XMLStreamException {
    XmlNames.skip(xml);
  }

  private Location here() {
    return Xml.location(0, xml.getLocation());
  }

  /** How far the fixed order of fields has been gone through. */
  private final class Sequence {
    private final RowType type;
    private final String parent;
    private int at;
    private int seen;

    Sequence(RowType type, String parent) {
      this.type = type;
      this.parent = parent;
    }

    void accept(Field field, Location where) {
      if (field.slot() < at || (field.slot() == at && seen >= field.max())) {
        structure.unexpectedElement(field.name(), expected(), true, where);
        return;
      }
      if (field.slot() > at) {
        reportMissing(field.slot(), where);
        at = field.slot();
        seen = 0;
      }
      seen++;
    }

    void end(Location where) {
      reportMissing(type.fields().size(), where);
    }

    private void reportMissing(int until, Location where) {
      for (int slot = at; slot < until; slot++) {
        Field skipped = type.field(slot);
        if (skipped.required() && (slot > at || seen == 0)) {
          structure.missingElement(skipped.name(), parent, where);
        }
      }
    }

    /** Names of the elements that may stand here. */
    String expected() {
      String names =
          type.fields().stream()
              .filter(f -> f.slot() > at || (f.slot() == at && seen < f.max()))
              .map(Field::name)
              .collect(Collectors.joining(", "));
      return names.isEmpty() ? "</" + Objects.requireNonNull(parent) + ">" : names;
    }
  }
}
