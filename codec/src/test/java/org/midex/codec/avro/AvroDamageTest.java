package org.midex.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.codec.avro.ContainerBuilder.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midex.codec.RecordingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;

/** Damaged files end in findings, never in another exception. */
@Timeout(60)
class AvroDamageTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  /** Between blocks nothing in the format tells a whole file from one that was cut off. */
  @ParameterizedTest
  @EnumSource
  void aFileThatIsCutOffAnywhereInABlockIsFoundOut(Compression compression) throws IOException {
    byte[] file = message(compression);
    List<Integer> unnoticed = new ArrayList<>();
    for (int length = 0; length < file.length; length++) {
      RecordingSink sink = new RecordingSink();
      boolean refused = isRefused(Arrays.copyOf(file, length), sink);
      assertThat(refused).as("cut at %d", length).isEqualTo(!sink.rules().isEmpty());
      if (!refused) {
        unnoticed.add(length);
      }
    }
    assertThat(unnoticed).as("only the end of the container's header").hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void flippedBitsAreSurvived(Compression compression) throws IOException {
    byte[] file = message(compression);
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 500; i++) {
      byte[] damaged = file.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      RecordingSink sink = new RecordingSink();
      boolean refused = isRefused(damaged, sink);
      assertThat(!refused || !sink.rules().isEmpty()).isTrue();
      found += sink.rules().isEmpty() ? 0 : 1;
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void noiseIsSurvived() throws IOException {
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      RecordingSink sink = new RecordingSink();
      isRefused(new ContainerBuilder().block(1 + random.nextInt(3), noise).bytes(), sink);
      assertThat(sink.rules()).isNotEmpty();
    }
  }

  private static byte[] message(Compression compression) throws IOException {
    byte[] good = new ContainerBuilder().block(1, row()).bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AvroCodec codec = new AvroCodec(CATALOGUE).withCompression(compression);
    try (MessageReader reader = codec.reader(new ByteArrayInputStream(good), new RecordingSink())) {
      reader.next();
      Observation row = reader.row().toObservation();
      try (MessageWriter writer = codec.writer(out, reader.head())) {
        for (int i = 0; i < 5; i++) {
          writer.write(row);
        }
      }
    }
    return out.toByteArray();
  }

  private static boolean isRefused(byte[] file, RecordingSink sink) throws IOException {
    try (MessageReader reader =
        new AvroCodec(CATALOGUE).reader(new ByteArrayInputStream(file), sink)) {
      while (reader.next()) {
        reader.row().toObservation();
      }
      return false;
    } catch (MalformedMessageException e) {
      return true;
    }
  }
}
