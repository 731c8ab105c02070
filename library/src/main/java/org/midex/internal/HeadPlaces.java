package org.midex.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.midex.model.Problem;
import org.midex.model.io.HardenedXml;
import org.midex.model.io.Limits;

/**
 * Finds where the text before the rows says what a finding on the whole message is about: the
 * element or attribute of that name, the one with the value found if there is one. Not thread-safe.
 */
final class HeadPlaces {
  private static final XMLInputFactory FACTORY = HardenedXml.factory(Limits.DEPTH);

  static {
    FACTORY.setProperty("com.ctc.wstx.lazyParsing", false); // every fault comes from next()
  }

  /** Bytes that are searched; headers are shorter. */
  private static final int LENGTH = 1 << 20;

  /** What stands before the rows, or in their place. */
  private static final Set<String> READ = Set.of("Header", "Receipt");

  private static final int CHILD = 2;

  private final SecondReading again;
  private final Map<List<@Nullable Object>, Integer> found = new HashMap<>();
  private @Nullable List<Part> parts;

  /**
   * An element or an attribute.
   *
   * @param value its text without white space around it; empty for elements that hold others
   * @param at start of its tag
   */
  private record Part(String name, String value, Location at) {}

  HeadPlaces(SecondReading again) {
    this.again = again;
  }

  /**
   * How many findings of the same problem with the same value there were before this one; 0 for
   * those whose place is not looked for here.
   */
  int earlier(Problem problem, @Nullable String value, org.midex.model.Location known) {
    return concerns(problem, known)
        ? found.merge(Arrays.asList(problem, value), 1, Integer::sum) - 1
        : 0;
  }

  private boolean concerns(Problem problem, org.midex.model.Location known) {
    return known.record() == 0 && known.line() == 0 && problem.field() != null && again.isText();
  }

  /**
   * The place, with its line and column; what is known where there is none.
   *
   * @param earlier as {@link #earlier}: as many places are passed over
   */
  org.midex.model.Location of(
      Problem problem, @Nullable String value, org.midex.model.Location known, int earlier)
      throws IOException {
    if (!concerns(problem, known)) {
      return known;
    }
    List<Part> named = parts().stream().filter(p -> p.name.equals(problem.field())).toList();
    List<Part> same = named.stream().filter(p -> p.value.equals(value)).toList();
    List<Part> meant = same.isEmpty() ? named : same;
    if (meant.isEmpty()) {
      return known;
    }
    Location at = meant.get(Math.min(earlier, meant.size() - 1)).at;
    return new org.midex.model.Location(
        0, known.byteOffset(), at.getLineNumber(), at.getColumnNumber(), known.source());
  }

  private List<Part> parts() throws IOException {
    List<Part> known = parts;
    if (known == null) {
      known = new ArrayList<>();
      parts = known;
      try (InputStream in = again.text()) {
        read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(in.readNBytes(LENGTH))), known);
      } catch (XMLStreamException e) {
        // reported by the first reading; what stands before can be found
      }
    }
    return known;
  }

  /** Reads up to the payload's start tag. */
  private static void read(XMLStreamReader xml, List<Part> parts) throws XMLStreamException {
    Deque<Location> starts = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          starts.push(xml.getLocation());
          text.setLength(0);
          addAttributes(xml, parts);
          if (starts.size() == CHILD && !READ.contains(xml.getLocalName())) {
            return;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          parts.add(new Part(xml.getLocalName(), text.toString().strip(), starts.pop()));
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {}
      }
    }
  }

  private static void addAttributes(XMLStreamReader xml, List<Part> parts) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      parts.add(
          new Part(xml.getAttributeLocalName(i), xml.getAttributeValue(i), xml.getLocation()));
    }
  }
}
