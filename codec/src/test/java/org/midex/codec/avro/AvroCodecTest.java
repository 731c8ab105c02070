package org.midex.codec.avro;

import org.midex.codec.CodecContractTest;
import org.midex.model.Codec;
import org.midex.schema.Catalogue;

class AvroCodecTest extends CodecContractTest {
  @Override
  protected Codec codec() {
    return new AvroCodec(Catalogue.standard());
  }
}
