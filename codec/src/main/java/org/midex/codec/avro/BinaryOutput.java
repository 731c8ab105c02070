package org.midex.codec.avro;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.midex.codec.bytes.OutputBuffer;
import org.midex.model.RowView;
import org.midex.model.TimePeriod;

/** Avro's binary form of values. */
final class BinaryOutput {
  /** Longest text whose length takes one byte. */
  private static final int SHORT = 63;

  private final OutputBuffer bytes;

  BinaryOutput(OutputBuffer bytes) {
    this.bytes = bytes;
  }

  OutputBuffer bytes() {
    return bytes;
  }

  /** Seven bits a byte, the lowest first; the sign is the lowest bit. */
  void putLong(long number) {
    long left = (number << 1) ^ (number >> (Long.SIZE - 1));
    while ((left & ~0x7FL) != 0) {
      bytes.put((int) (left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes.put((int) left);
  }

  /** The digits of a decimal: two's complement in as few bytes as will do, highest byte first. */
  void putDecimal(long digits) {
    putBytes(BigInteger.valueOf(digits).toByteArray());
  }

  void putText(String text) {
    putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void putBytes(byte[] value) {
    putLong(value.length);
    bytes.put(value);
  }

  void putPeriod(TimePeriod period) {
    int start = bytes.size();
    bytes.put(0);
    bytes.putPeriod(period);
    bytes.set(start, (bytes.size() - start - 1) << 1);
  }

  /**
   * A field's text, if it is short and plain.
   *
   * @return whether it was put
   */
  boolean putPlain(RowView row, int slot) {
    int start = bytes.size();
    bytes.put(0);
    boolean put = bytes.putPlain(row, slot);
    int length = bytes.size() - start - 1;
    if (put && length <= SHORT) {
      bytes.set(start, length << 1);
      return true;
    }
    bytes.cut(start);
    return false;
  }
}
