package org.midex.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Codec;
import org.midex.schema.Catalogue;

/** One message, two syntaxes, the same bytes again. */
class AcrossCodecsTest {
  private final Codec xml = new XmlCodec(Catalogue.standard());
  private final Codec avro = new AvroCodec(Catalogue.standard());

  @Provide
  Arbitrary<Message> messages() {
    return MessageArbitraries.messages();
  }

  @Property(tries = 200)
  void xmlToAvroAndBack(@ForAll("messages") Message message) throws IOException {
    byte[] bytes = CodecContractTest.write(xml, message);
    assertThat(through(avro, xml, through(xml, avro, bytes))).isEqualTo(bytes);
  }

  @Property(tries = 200)
  void avroToXmlAndBack(@ForAll("messages") Message message) throws IOException {
    byte[] bytes = CodecContractTest.write(avro, message);
    assertThat(through(xml, avro, through(avro, xml, bytes))).isEqualTo(bytes);
  }

  private static byte[] through(Codec from, Codec to, byte[] bytes) throws IOException {
    RecordingSink sink = new RecordingSink();
    byte[] written = CodecContractTest.write(to, CodecContractTest.read(from, bytes, sink));
    assertThat(sink.problems()).isEmpty();
    return written;
  }
}
