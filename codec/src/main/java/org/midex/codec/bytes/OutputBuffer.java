package org.midex.codec.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.midex.model.RowView;
import org.midex.model.TimePeriod;
import org.midex.schema.internal.Words;

/**
 * Bytes that a writer appends to and hands on many at a time. It grows as needed. Numbers and plain
 * texts become bytes in place, without a string in between.
 */
public final class OutputBuffer {
  /** Longest plain text; longer ones are rare enough to be made strings of. */
  private static final int PLAIN_TEXT = 256;

  /** A sign, 19 digits and a point, and some. */
  private static final int DECIMAL = 24;

  private byte[] bytes;
  private int size;

  /**
   * @param capacity bytes that it has room for at first
   */
  public OutputBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** Number of bytes. */
  public int size() {
    return size;
  }

  /** Forgets all bytes but the first. */
  public void cut(int newSize) {
    size = newSize;
  }

  public void put(int one) {
    room(1)[size++] = (byte) one;
  }

  /** Puts another byte where one is. */
  public void set(int at, int one) {
    bytes[at] = (byte) one;
  }

  public void put(byte[] source) {
    System.arraycopy(source, 0, room(source.length), size, source.length);
    size += source.length;
  }

  /** A text in UTF-8. */
  public void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  public void put(Fragment fragment) {
    byte[] target = room(fragment.length + Long.BYTES);
    Words.put(target, size, fragment.first);
    long[] rest = fragment.rest;
    for (int i = 0; i < rest.length; i++) {
      Words.put(target, size + (i + 1) * Long.BYTES, rest[i]);
    }
    size += fragment.length;
  }

  /** A number in its lexical form: {@link org.midex.model.Lexical#text}. */
  public void putDecimal(long number, int scale) {
    byte[] target = room(DECIMAL);
    long left = number < 0 ? number : -number; // the smallest number has no positive
    if (number < 0) {
      target[size++] = '-';
    }
    int end = size + Math.max(digits(left), scale + 1) + (scale > 0 ? 1 : 0);
    int point = end - scale - 1;
    for (int at = end - 1; at >= size; at--) {
      if (at == point && scale > 0) {
        target[at] = '.';
      } else {
        target[at] = (byte) ('0' - left % 10);
        left /= 10;
      }
    }
    size = end;
  }

  /** How many digits a number below zero has. */
  private static int digits(long negative) {
    int digits = 1;
    for (long left = negative; left <= -10; left /= 10) {
      digits++;
    }
    return digits;
  }

  /** A period in its lexical form. */
  public void putPeriod(TimePeriod period) {
    size = period.write(room(TimePeriod.LONGEST), size);
  }

  /**
   * A field's text, if all of it is ASCII that stands for itself in XML, and it is not long.
   *
   * @return whether it was put
   */
  public boolean putPlain(RowView row, int slot) {
    byte[] target = room(PLAIN_TEXT);
    int end = row.copyAscii(slot, target, size);
    if (end < 0 || end - size > PLAIN_TEXT || !PlainText.isPlainInXml(target, size, end)) {
      return false;
    }
    size = end;
    return true;
  }

  /** The array, when it has room for some more bytes. */
  private byte[] room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
    return bytes;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** The bytes themselves, as long as nothing else is put. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(bytes, 0, size);
  }

  /** Hands all bytes on and forgets them. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }
}
