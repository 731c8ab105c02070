package org.midex.codec.head;

import com.ctc.wstx.exc.WstxLazyException;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;
import org.midex.model.io.Limits;

/**
 * Holds comments and tags to their limits, which the parser itself does only where its buffers
 * happen to end.
 */
final class BoundedReader extends StreamReader2Delegate {
  BoundedReader(XMLStreamReader2 parser) {
    super(parser);
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    if (event == XMLStreamConstants.START_ELEMENT) {
      require(getAttributeCount() + getNamespaceCount(), Limits.ATTRIBUTES, "Attribute");
    } else if (event == XMLStreamConstants.COMMENT) {
      require(commentLength(), Limits.TEXT_LENGTH, "Text size");
    }
    return event;
  }

  private int commentLength() throws XMLStreamException {
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
