package org.midex.codec.avro;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads amounts: two's complement, highest byte first. */
final class DecimalInput {
  /** 18 digits take 8. */
  private static final int BYTES = 16;

  private DecimalInput() {}

  /** The next amount as text; what is no amount at all as a text that is none either. */
  static String read(BinaryInput data, int scale) throws IOException {
    long length = data.length();
    if (length == 0 || length > BYTES) {
      data.skip(length);
      return "(" + length + " bytes)";
    }
    byte[] bytes = new byte[(int) length];
    data.readFully(bytes, bytes.length);
    return new BigDecimal(new BigInteger(bytes), scale).toPlainString();
  }
}
