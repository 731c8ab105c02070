package org.midex.codec.head;

import com.ctc.wstx.exc.WstxLazyException;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;
import org.midex.model.io.Limits;

/**
 * Makes of the parser's events what does not depend on where its buffers happen to end: comments,
 * CDATA sections and tags are held to their limits, and of a text in several events the first is
 * known.
 */
public final class BoundedReader extends StreamReader2Delegate {
  /** Whether there was a text since the last tag that has been told. */
  private boolean told;

  BoundedReader(XMLStreamReader2 parser) {
    super(parser);
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    if (event == XMLStreamConstants.END_ELEMENT) {
      told = false;
    } else if (event == XMLStreamConstants.START_ELEMENT) {
      told = false;
      require(getAttributeCount() + getNamespaceCount(), Limits.ATTRIBUTES, "Attribute");
    } else if (event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.CDATA) {
      require(length(), Limits.TEXT_LENGTH, "Text size");
    }
    return event;
  }

  /** Whether the current text is the first since a tag that is more than white space. */
  public boolean isStray() {
    return isFirst(getTextLength() > 0 && !isWhiteSpace());
  }

  /** Whether the current text is the first since a tag with a character; a CDATA may have none. */
  public boolean isContent() {
    return isFirst(getTextLength() > 0);
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

  private void require(int found, int limit, String what) throws XMLStreamException {
    if (found > limit) {
      throw Xml.exceeded(what, limit, this);
    }
  }
}
