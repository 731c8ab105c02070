package org.midex.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinaryInputTest {
  private static final byte[] BYTES = bytes();

  /** Each step reads, skips, asks for more or looks at what is there. */
  @Property
  void knowsWhereItIs(
      @ForAll @IntRange(min = 1, max = 40) int room,
      @ForAll List<@IntRange(max = 200) Integer> steps)
      throws IOException {
    BinaryInput input = new BinaryInput(new ByteArrayInputStream(BYTES), "It", room);
    int place = 0;
    for (int step : steps) {
      int length = Math.min(step / 4, BYTES.length - place);
      switch (step % 4) {
        case 0 -> {
          byte[] target = new byte[length];
          input.readFully(target, length);
          assertThat(target).isEqualTo(java.util.Arrays.copyOfRange(BYTES, place, place + length));
          place += length;
        }
        case 1 -> {
          input.skip(length);
          place += length;
        }
        case 2 -> input.more();
        default -> {
          int there = input.end() - input.at();
          for (int i = 0; i < there; i++) {
            assertThat(input.bytes()[input.at() + i]).isEqualTo(BYTES[place + i]);
          }
          input.moveTo(input.end());
          place += there;
        }
      }
      assertThat(input.position()).isEqualTo(place);
      assertThat(input.end() + BinaryInput.PADDING).isLessThanOrEqualTo(input.bytes().length);
    }
  }

  @Test
  void keepsAFailureForWhoeverReadsOn() throws IOException {
    IOException failure = new IOException("disk");
    BinaryInput input = new BinaryInput(failing(failure), "It", 10);
    assertThat(input.more()).isFalse();
    assertThatThrownBy(input::number).isSameAs(failure);
    assertThatThrownBy(() -> input.readFully(new byte[100], 100)).isSameAs(failure);
    input.restart(new ByteArrayInputStream(BYTES));
    assertThat(input.more()).isTrue();
    input.restart(new ByteArrayInputStream(BYTES, 1, 10));
    assertThat(input.number()).isEqualTo(19);
    assertThat(input.position()).isEqualTo(1);
  }

  private static InputStream failing(IOException failure) {
    return new InputStream() {
      private boolean failed;

      @Override
      public int read() throws IOException {
        return read(new byte[1], 0, 1);
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        if (failed) {
          return -1;
        }
        failed = true;
        throw failure;
      }
    };
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[2_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + 7);
    }
    return bytes;
  }
}
