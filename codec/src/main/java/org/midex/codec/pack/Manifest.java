package org.midex.codec.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;
import org.midex.model.io.HardenedXml;

/**
 * An ASiCManifest (ETSI EN 319 162-1, A.4): the digests of the files that one signature covers, and
 * in an extension of the standard's who sends them to whom.
 *
 * @param signature the entry that holds the signature
 */
record Manifest(String signature, List<Signed> files, Addressing addressing) {
  private static final int DEPTH = 8;
  private static final String UNREADABLE = "MDX-P09";

  Manifest {
    files = List.copyOf(files);
  }

  /**
   * A file that is signed.
   *
   * @param name the entry
   * @param type media type
   * @param algorithm identifier of the digest algorithm
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Signed(String name, String type, String algorithm, byte[] digest) {}

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("asic", "ASiCManifest", Asic.NAMESPACE);
      xml.writeNamespace("asic", Asic.NAMESPACE);
      xml.writeNamespace("ds", Asic.DSIG);
      xml.writeEmptyElement("asic", "SigReference", Asic.NAMESPACE);
      xml.writeAttribute("URI", EntryUri.of(signature));
      xml.writeAttribute("MimeType", "application/pkcs7-signature");
      for (Signed file : files) {
        write(xml, file);
      }
      writeExtension(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(XMLStreamWriter xml, Signed file) throws XMLStreamException {
    xml.writeStartElement("asic", "DataObjectReference", Asic.NAMESPACE);
    xml.writeAttribute("URI", EntryUri.of(file.name));
    xml.writeAttribute("MimeType", file.type);
    xml.writeEmptyElement("ds", "DigestMethod", Asic.DSIG);
    xml.writeAttribute("Algorithm", file.algorithm);
    xml.writeStartElement("ds", "DigestValue", Asic.DSIG);
    xml.writeCharacters(Base64.getEncoder().encodeToString(file.digest));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void writeExtension(XMLStreamWriter xml) throws XMLStreamException {
    Party sender = addressing.sender();
    if (sender == null && addressing.receivers().isEmpty()) {
      return;
    }
    xml.writeStartElement("asic", "ASiCManifestExtensions", Asic.NAMESPACE);
    xml.writeStartElement("asic", "Extension", Asic.NAMESPACE);
    xml.writeAttribute("Critical", "false");
    xml.writeStartElement("mp", "Addressing", Asic.PACKAGE);
    xml.writeNamespace("mp", Asic.PACKAGE);
    if (sender != null) {
      write(xml, "Sender", sender);
    }
    for (Party receiver : addressing.receivers()) {
      write(xml, "Receiver", receiver);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, String role, Party party)
      throws XMLStreamException {
    xml.writeEmptyElement("mp", role, Asic.PACKAGE);
    xml.writeAttribute("area", party.area());
    xml.writeAttribute("authority", party.authority());
  }

  /**
   * Reads a manifest. What it says and the standard does not know is refused if it is critical.
   *
   * @throws FaultException when it cannot be read in the only way that leaves no doubt
   */
  static Manifest read(byte[] bytes) throws FaultException {
    try {
      XMLStreamReader xml =
          HardenedXml.factory(DEPTH).createXMLStreamReader(new ByteArrayInputStream(bytes));
      Manifest manifest = new Reading(xml).manifest();
      xml.close();
      return manifest;
    } catch (XMLStreamException | RuntimeException e) {
      throw new FaultException(UNREADABLE, "it is not well-formed or not an ASiC manifest");
    }
  }

  /** Walks through the elements. */
  private static final class Reading {
    private final XMLStreamReader xml;
    private final List<Signed> files = new ArrayList<>();
    private final List<Party> receivers = new ArrayList<>();
    private @Nullable Party sender;
    private @Nullable String signature;

    Reading(XMLStreamReader xml) {
      this.xml = xml;
    }

    Manifest manifest() throws XMLStreamException, FaultException {
      require(
          xml.nextTag() == XMLStreamConstants.START_ELEMENT && is(Asic.NAMESPACE, "ASiCManifest"));
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        if (is(Asic.NAMESPACE, "SigReference")) {
          require(signature == null);
          signature = EntryUri.name(attribute("URI"));
          end();
        } else if (is(Asic.NAMESPACE, "DataObjectReference")) {
          files.add(file());
        } else {
          require(is(Asic.NAMESPACE, "ASiCManifestExtensions"));
          extensions();
        }
      }
      require(xml.next() == XMLStreamConstants.END_DOCUMENT);
      String covered = signature;
      require(covered != null && !files.isEmpty());
      long names = files.stream().map(Signed::name).distinct().count();
      require(names == files.size());
      return new Manifest(
          java.util.Objects.requireNonNull(covered), files, new Addressing(sender, receivers));
    }

    private Signed file() throws XMLStreamException, FaultException {
      String name = EntryUri.name(attribute("URI"));
      String type = xml.getAttributeValue(null, "MimeType");
      require(xml.nextTag() == XMLStreamConstants.START_ELEMENT && is(Asic.DSIG, "DigestMethod"));
      String algorithm = attribute("Algorithm");
      end();
      require(xml.nextTag() == XMLStreamConstants.START_ELEMENT && is(Asic.DSIG, "DigestValue"));
      byte[] digest = Base64.getDecoder().decode(xml.getElementText().strip());
      require(xml.nextTag() == XMLStreamConstants.END_ELEMENT);
      return new Signed(name, type == null ? "" : type, algorithm, digest);
    }

    private void extensions() throws XMLStreamException, FaultException {
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        require(is(Asic.NAMESPACE, "Extension"));
        boolean critical = !"false".equals(attribute("Critical"));
        require(xml.nextTag() == XMLStreamConstants.START_ELEMENT);
        if (is(Asic.PACKAGE, "Addressing")) {
          addressing();
        } else {
          require(!critical);
          skip();
        }
        require(xml.nextTag() == XMLStreamConstants.END_ELEMENT);
      }
    }

    private void addressing() throws XMLStreamException, FaultException {
      require(sender == null && receivers.isEmpty());
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        Party party = new Party(attribute("area"), attribute("authority"));
        if (is(Asic.PACKAGE, "Sender")) {
          require(sender == null);
          sender = party;
        } else {
          require(is(Asic.PACKAGE, "Receiver"));
          receivers.add(party);
        }
        end();
      }
    }

    private void skip() throws XMLStreamException {
      for (int depth = 1; depth > 0; ) {
        int event = xml.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      }
    }

    private boolean is(String namespace, String name) {
      return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }

    private String attribute(String name) throws FaultException {
      String value = xml.getAttributeValue(null, name);
      require(value != null);
      return java.util.Objects.requireNonNull(value);
    }

    private void end() throws XMLStreamException, FaultException {
      require(xml.nextTag() == XMLStreamConstants.END_ELEMENT);
    }

    private static void require(boolean right) throws FaultException {
      if (!right) {
        throw new FaultException(UNREADABLE, "it is not as the standard wants it");
      }
    }
  }
}
