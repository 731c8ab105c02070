package org.midex.codec.head;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.io.HardenedXml;
import org.midex.model.io.Limits;

/**
 * The one place where messages are parsed: hardened, UTF-8 only. Faults of the bytes become
 * findings.
 */
public final class Xml {
  private static final Pattern LIMIT =
      Pattern.compile("(?i)(?:maximum )?([a-z]+(?: [a-z]+)?) limit \\((\\d+)\\) exceeded");

  /** What the parser says of a declaration with a version that is neither 1.0 nor 1.1. */
  private static final String OTHER_VERSION = "Invalid XML pseudo-attribute 'version' value";

  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = HardenedXml.factory(Limits.DEPTH);
    // a text comes in pieces: what was read of it is told before a fault in it, and how large the
    // parser's buffers became before does not matter; limits of lengths: BoundedReader
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, Integer.MAX_VALUE);
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 1);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 2 * Limits.ATTRIBUTES);
    return factory;
  }

  /**
   * A parser at the start of the document.
   *
   * @throws MalformedMessageException when not even the XML declaration can be read; reported to
   *     the sink
   */
  public static BoundedReader open(InputStream in, FindingSink sink) throws IOException {
    try {
      return new BoundedReader(
          (XMLStreamReader2) FACTORY.createXMLStreamReader(new Utf8Reader(in)));
    } catch (XMLStreamException e) {
      throw fatal(e, 0, Origin.START, sink);
    }
  }

  /** A parser over text of our own making. */
  public static XMLStreamReader open(String text) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new StringReader(text));
  }

  /** What {@link #fatal} knows as a limit that is exceeded where the parser is. */
  static XMLStreamException exceeded(String what, int limit, Location at) {
    return new XMLStreamException(what + " limit (" + limit + ") exceeded", at);
  }

  /** What the parser says only when a text is asked for, because it reads texts lazily. */
  public static MalformedMessageException fatal(
      WstxLazyException e, long record, Origin origin, FindingSink sink) throws IOException {
    return fatal((XMLStreamException) Objects.requireNonNull(e.getCause()), record, origin, sink);
  }

  /**
   * Turns the parser's complaint into a finding and an exception that ends the reading.
   *
   * @param record number of the row being read
   */
  public static MalformedMessageException fatal(
      XMLStreamException e, long record, Origin origin, FindingSink sink) throws IOException {
    org.midex.model.Location location = origin.location(record, e.getLocation());
    Throwable cause = e.getNestedException() != null ? e.getNestedException() : e.getCause();
    if (cause instanceof Utf8Reader.NotUtf8Exception wrong) {
      long offset = origin.offset(wrong.offset());
      String reason =
          wrong.utf16() ? "The file starts like UTF-16" : "Byte " + offset + " is no UTF-8";
      return report(
          Problem.of("MDX-S02"),
          new org.midex.model.Location(record, offset, 0, 0, null),
          Map.of("reason", reason),
          sink);
    }
    if (cause instanceof Utf8Reader.EndlessNameException) {
      return report(
          Problem.of("MDX-S04"),
          location,
          Map.of("what", "Name", "limit", Integer.toString(Limits.UNBROKEN)),
          sink);
    }
    if (cause instanceof Utf8Reader.NonCharacterException wrong) {
      return report(
          Problem.of("MDX-S01"),
          location,
          Map.of("reason", String.valueOf(wrong.getMessage())),
          sink);
    }
    if (cause instanceof IOException io) {
      throw io;
    }
    String message = reason(e);
    if (message.startsWith(OTHER_VERSION)) {
      return report(Problem.of("MDX-S02"), location, Map.of("reason", message), sink);
    }
    Matcher limit = LIMIT.matcher(message);
    if (limit.matches()) {
      return report(
          Problem.of("MDX-S04"),
          location,
          Map.of("what", limit.group(1), "limit", limit.group(2)),
          sink);
    }
    return report(Problem.of("MDX-S01"), location, Map.of("reason", message), sink);
  }

  /** Reports a problem after which nothing can be read, and makes the exception to throw. */
  public static MalformedMessageException report(
      Problem problem,
      org.midex.model.Location location,
      Map<String, String> details,
      FindingSink sink) {
    sink.report(problem, Occurrence.at(location, details.get("value"), details));
    return new MalformedMessageException(problem, location, problem.rule() + " " + details);
  }

  /** The parser's first line without the position, which findings carry themselves. */
  private static String reason(XMLStreamException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "unreadable");
    int end = message.indexOf("\n at [row");
    String first = end < 0 ? message : message.substring(0, end);
    return first.startsWith("ParseError at")
        ? first.substring(first.indexOf("Message:") + 9)
        : first;
  }

  /** Where the parser is, when it reads a file from its start. */
  public static org.midex.model.Location location(long record, @Nullable Location at) {
    return Origin.START.location(record, at);
  }
}
