package org.midex.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.model.Codec;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.model.Observation;

/** What every codec promises. One test class a codec extends it. */
public abstract class CodecContractTest {
  protected abstract Codec codec();

  @Provide
  Arbitrary<Message> messages() {
    return MessageArbitraries.messages();
  }

  @Property(tries = 200)
  void readsBackWhatItWrote(@ForAll("messages") Message message) throws IOException {
    RecordingSink sink = new RecordingSink();
    assertThat(read(codec(), write(codec(), message), sink)).isEqualTo(message);
    assertThat(sink.problems()).isEmpty();
  }

  @Property(tries = 50)
  void writesTheSameBytesForTheSameMessage(@ForAll("messages") Message message) throws IOException {
    assertThat(write(codec(), message)).isEqualTo(write(codec(), message));
  }

  /** The bytes of a message. */
  public static byte[] write(Codec codec, Message message) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = codec.writer(out, message.head())) {
      for (Observation row : message.rows()) {
        writer.write(row);
      }
    }
    return out.toByteArray();
  }

  /** The message in the bytes. */
  public static Message read(Codec codec, byte[] bytes, RecordingSink sink) throws IOException {
    try (MessageReader reader = codec.reader(new ByteArrayInputStream(bytes), sink)) {
      List<Observation> rows = new ArrayList<>();
      while (reader.next()) {
        rows.add(reader.row().toObservation());
      }
      return new Message(reader.head(), rows);
    }
  }
}
