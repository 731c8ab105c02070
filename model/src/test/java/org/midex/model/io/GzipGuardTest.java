package org.midex.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What comes before a failure does not depend on how much is asked for at a time. */
class GzipGuardTest {
  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /** What can be read, and why it ends. */
  private record Read(int hash, int length, String end) {}

  private static Read read(byte[] compressed, int step) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    String end = "end";
    byte[] buffer = new byte[step];
    try (InputStream in =
        GzipGuard.open(
            new ByteArrayInputStream(compressed),
            (reason, swells) -> new IOException(reason + swells))) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        read.write(buffer, 0, count);
      }
    } catch (IOException e) {
      end = String.valueOf(e.getMessage());
    }
    return new Read(Arrays.hashCode(read.toByteArray()), read.size(), end);
  }

  private static void assertSame(byte[] compressed, String end) {
    Read expected = read(compressed, 1);
    assertThat(expected.end).contains(end);
    for (int step : new int[] {7, 1_000, 65_536, 100_000, 3_000_000}) {
      assertThat(read(compressed, step)).isEqualTo(expected);
    }
  }

  private static byte[] text() {
    byte[] text = new byte[700_000];
    Random random = new Random(1);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) ('a' + random.nextInt(7));
    }
    return text;
  }

  @Test
  void damage() throws IOException {
    byte[] bytes = gzip(text());
    assertThat(read(bytes, 100)).isEqualTo(new Read(Arrays.hashCode(text()), 700_000, "end"));
    for (int part = 1; part < 10; part++) {
      byte[] damaged = bytes.clone();
      int from = bytes.length / 10 * part;
      Arrays.fill(damaged, from, from + 30, (byte) 0xFF);
      assertSame(damaged, "The gzip data is damaged");
    }
  }

  @Test
  void missingEnds() throws IOException {
    byte[] bytes = gzip(text());
    for (int part = 1; part < 10; part++) {
      assertSame(Arrays.copyOf(bytes, bytes.length / 10 * part), "The gzip data is damaged");
    }
  }

  @Test
  void bytesThatFollow() throws IOException {
    byte[] bytes = gzip(text());
    assertSame(Arrays.copyOf(bytes, bytes.length + 50), "Bytes stand after");
  }

  @Test
  void whatSwells() throws IOException {
    byte[] bytes = gzip(new byte[100 << 20]);
    assertThat(read(bytes, 100_000).end).contains("swells");
    assertThat(read(bytes, 65_536)).isEqualTo(read(bytes, 3_000_000));
  }

  /** The JDK alone calls itself for each of them, and the stack is full. */
  @Test
  void manyMembersOfNothing() throws IOException {
    byte[] nothing = gzip(new byte[0]);
    byte[] something = gzip(new byte[] {1, 2, 3});
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(something);
    for (int i = 0; i < 100_000; i++) {
      file.write(nothing);
    }
    file.write(something);
    assertSame(file.toByteArray(), "end");
    assertThat(read(file.toByteArray(), 100).length).isEqualTo(6);
  }
}
