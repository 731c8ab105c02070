package org.midex.codec.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.midex.model.Codec;
import org.midex.model.FindingSink;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.schema.Catalogue;

/** Messages in XML, namespace {@code urn:midex:1}. */
public final class XmlCodec implements Codec {
  private final Catalogue catalogue;
  private final boolean exact;

  public XmlCodec(Catalogue catalogue) {
    this(catalogue, false);
  }

  private XmlCodec(Catalogue catalogue, boolean exact) {
    this.catalogue = catalogue;
    this.exact = exact;
  }

  /** A codec that reads the same with an XML parser alone, which takes longer. */
  public static XmlCodec exact(Catalogue catalogue) {
    return new XmlCodec(catalogue, true);
  }

  @Override
  public String name() {
    return "xml";
  }

  @Override
  public MessageReader reader(InputStream in, FindingSink sink) throws IOException {
    return exact ? ExactLane.open(catalogue, in, sink) : FastLane.open(catalogue, in, sink);
  }

  @Override
  public MessageWriter writer(OutputStream out, MessageHead head) throws IOException {
    return head.isReceipt() ? new XmlReceiptWriter(out, head) : new XmlMessageWriter(out, head);
  }
}
