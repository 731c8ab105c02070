package org.midex.codec.head;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxLazyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.schema.Catalogue;

/** A message's head as bytes on its own, as Avro containers carry it. */
public final class HeadText {
  private static final String END = "the end of the head";

  private HeadText() {}

  /**
   * Canonical XML of the declaration, root start tag, header and payload start tag.
   *
   * @throws IllegalArgumentException when the head lacks what the standard requires
   */
  public static byte[] write(MessageHead head) {
    return Canonical.head(head);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws MalformedMessageException when the bytes are no head of a message; reported to the
   *     structure's sink
   */
  public static MessageHead parse(byte[] text, Catalogue catalogue, Structure structure)
      throws IOException {
    BoundedReader xml = Xml.open(new ByteArrayInputStream(closed(text)), structure.sink());
    try {
      HeadReader reader = new HeadReader(catalogue, xml, structure);
      MessageHead head = reader.read();
      if (reader.atPayload()) {
        requireEnd(xml, structure);
      }
      return head;
    } catch (XMLStreamException e) {
      throw Xml.fatal(e, 0, Origin.START, structure.sink());
    } catch (WstxLazyException e) {
      throw Xml.fatal(e, 0, Origin.START, structure.sink());
    }
  }

  /** The payload's start tag is the last thing in a head: what stood after it would be lost. */
  private static void requireEnd(BoundedReader xml, Structure structure) throws XMLStreamException {
    Location at = Xml.location(0, xml.getLocation());
    String payload = XmlNames.shown(xml);
    try {
      while (true) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            structure.unexpectedElement(XmlNames.shown(xml), END, true, at);
            return;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            structure.unexpectedElement("</" + payload + ">", END, true, at);
            return;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (xml.isStray()) {
              structure.unexpectedText(XmlNames.shownText(xml), payload, at);
              return;
            }
          }
          default -> {}
        }
      }
    } catch (WstxEOFException e) {
      // as it should be
    }
  }

  /** The parser reads ahead of the payload's start tag; a line end gives it something to read. */
  private static byte[] closed(byte[] text) throws IOException {
    ByteArrayOutputStream closed = new ByteArrayOutputStream();
    closed.write(text);
    closed.write("\n".getBytes(StandardCharsets.UTF_8));
    return closed.toByteArray();
  }
}
