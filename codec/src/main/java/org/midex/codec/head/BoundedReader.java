package org.midex.codec.head;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import java.util.Objects;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.Limits;

/**
 * Makes of the parser's events what does not depend on where its buffers happen to end: comments,
 * CDATA sections and tags are held to their limits, and of a text in several events the first is
 * known.
 */
public final class BoundedReader extends StreamReader2Delegate {
  /** Characters of a comment that the parser keeps before it gives up. */
  private static final int KEPT = 1 << 20;

  private static final int SECTION_START = "<![CDATA[".length();

  /** Characters of a text that are looked at to show it. */
  private static final int SHOWN = 400;

  /** Whether there was a text since the last tag that has been told. */
  private boolean told;

  /** Whether the parser is at the next event already, or failed on its way there. */
  private boolean ahead;

  private @Nullable XMLStreamException failure;

  /** Whether the event before is a text, of which this one may be another piece. */
  private boolean inText;

  private @Nullable Location textStart;

  /** Characters of the current CDATA section. */
  private int section;

  BoundedReader(XMLStreamReader2 parser) {
    super(parser);
  }

  @Override
  public int next() throws XMLStreamException {
    if (failure != null) {
      throw failure;
    }
    int event = ahead ? getEventType() : super.next();
    ahead = false;
    switch (event) {
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
        if (!inText) {
          textStart = getLocation();
        }
      }
      case XMLStreamConstants.START_ELEMENT -> {
        told = false;
        int attributes = getAttributeCount() + getNamespaceCount();
        require(attributes, Limits.ATTRIBUTES, "Attribute", getLocation());
      }
      case XMLStreamConstants.END_ELEMENT -> told = false;
      case XMLStreamConstants.COMMENT -> requireShortComment();
      case XMLStreamConstants.CDATA -> requireShortSection();
      default -> {}
    }
    inText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE;
    return event;
  }

  /** Reads a comment; the parser's own limit keeps it from filling the memory. */
  private void requireShortComment() throws XMLStreamException {
    setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, KEPT);
    require(length(), Limits.TEXT_LENGTH, "Text size", getLocation());
    setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, Integer.MAX_VALUE);
  }

  /**
   * Counts a CDATA section, which comes in pieces. What the parser read for the first of them is
   * longer than its text by the section's start; another's only by a line end and the section's
   * end.
   */
  private void requireShortSection() throws XMLStreamException {
    int length = length();
    LocationInfo info = getLocationInfo();
    long read = info.getEndingCharOffset() - info.getStartingCharOffset();
    if (read - length >= SECTION_START) {
      section = 0;
      textStart = getLocation();
    }
    section += length;
    require(section, Limits.TEXT_LENGTH, "Text size", textStart());
  }

  /** Where the current text or CDATA section begins, the parser's pieces of it together. */
  public Location textStart() {
    return Objects.requireNonNull(textStart);
  }

  /** Whether the current text is the first since a tag that is more than white space. */
  public boolean isStray() {
    return isFirst(getTextLength() > 0 && !isWhiteSpace());
  }

  /** Whether the current text is the first since a tag with a character; a CDATA may have none. */
  public boolean isContent() {
    return isFirst(getTextLength() > 0);
  }

  /**
   * The current text up to the next markup, or as much of it as is worth showing, without white
   * space around it. The parser gives texts in pieces that depend on its buffers, so it may be
   * behind this one then; a fault in the rest is told when the reading goes on.
   */
  public String beginning() {
    StringBuilder text = new StringBuilder(getText().stripLeading());
    boolean goesOn = getEventType() == XMLStreamConstants.CHARACTERS;
    while (goesOn && text.length() < SHOWN) {
      ahead = true;
      try {
        goesOn = super.next() == XMLStreamConstants.CHARACTERS;
        if (goesOn) {
          text.append(getText());
        }
      } catch (XMLStreamException e) {
        failure = e;
        goesOn = false;
      } catch (WstxLazyException e) {
        failure = (XMLStreamException) Objects.requireNonNull(e.getCause());
        goesOn = false;
      }
    }
    text.setLength(Math.min(text.length(), SHOWN));
    return text.toString().strip();
  }

  private boolean isFirst(boolean counts) {
    boolean first = counts && !told;
    told |= counts;
    return first;
  }

  private int length() throws XMLStreamException {
    try {
      return getTextLength();
    } catch (WstxLazyException e) {
      throw (XMLStreamException) Objects.requireNonNull(e.getCause());
    }
  }

  private static void require(int found, int limit, String what, Location at)
      throws XMLStreamException {
    if (found > limit) {
      throw Xml.exceeded(what, limit, at);
    }
  }
}
