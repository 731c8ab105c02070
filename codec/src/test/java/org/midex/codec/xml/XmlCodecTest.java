package org.midex.codec.xml;

import org.midex.codec.CodecContractTest;
import org.midex.model.Codec;
import org.midex.schema.Catalogue;

class XmlCodecTest extends CodecContractTest {
  @Override
  protected Codec codec() {
    return new XmlCodec(Catalogue.standard());
  }
}
