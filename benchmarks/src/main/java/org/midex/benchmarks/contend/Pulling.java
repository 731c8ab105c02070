package org.midex.benchmarks.contend;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.midex.benchmarks.measure.Contender;

/** Merely reading XML: the bytes, and bare pull parsers that touch every attribute's value. */
final class Pulling {
  private Pulling() {}

  static List<Contender> contenders(Path file) {
    return List.of(
        Contender.other("xml.bytes", "read the bytes", () -> bytes(file)),
        Contender.other("xml.sha256", "SHA-256 of the bytes", () -> digest(file)),
        pull("xml.aalto", "Aalto, bare pull", new InputFactoryImpl(), file),
        pull("xml.woodstox", "Woodstox, bare pull", new WstxInputFactory(), file),
        pull("xml.jdk", "JDK StAX, bare pull", XMLInputFactory.newDefaultFactory(), file));
  }

  private static long bytes(Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (InputStream in = Setting.open(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    }
    return bytes;
  }

  private static long digest(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Setting.open(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest()[0];
  }

  private static Contender pull(String id, String what, XMLInputFactory factory, Path file) {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return Contender.other(id, what, () -> characters(factory, file));
  }

  /** Characters of all attributes' values. */
  private static long characters(XMLInputFactory factory, Path file) throws Exception {
    long characters = 0;
    try (InputStream in = Setting.open(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          int attributes = reader.getAttributeCount();
          for (int i = 0; i < attributes; i++) {
            characters += reader.getAttributeValue(i).length();
          }
        }
      }
      reader.close();
    }
    return characters;
  }
}
