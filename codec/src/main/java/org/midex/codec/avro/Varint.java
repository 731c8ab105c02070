package org.midex.codec.avro;

/**
 * An int or long of Avro's binary encoding (zigzag, seven bits a byte, lowest first) in a word of
 * eight bytes, decoded all at once.
 */
final class Varint {
  private static final long CONTINUED = 0x8080808080808080L;
  private static final long SEVENS = ~CONTINUED;
  private static final long LOW_OF_TWO = 0x007F007F007F007FL;
  private static final long LOW_OF_FOUR = 0x00003FFF00003FFFL;
  private static final long LOW_OF_EIGHT = 0x000000000FFFFFFFL;

  private Varint() {}

  /** Bytes that the number takes; 0 when it goes on behind the word. */
  static int size(long word) {
    long last = ~word & CONTINUED;
    return last == 0 ? 0 : (Long.numberOfTrailingZeros(last) + 1) >>> 3;
  }

  /**
   * The number.
   *
   * @param size 1 to 8
   */
  static long value(long word, int size) {
    if (size == 1) {
      return ((word & 0x7F) >>> 1) ^ -(word & 1);
    }
    long one = word & SEVENS & (-1L >>> (Long.SIZE - Byte.SIZE * size));
    long two = (one & LOW_OF_TWO) | ((one & ~LOW_OF_TWO) >>> 1);
    long four = (two & LOW_OF_FOUR) | ((two & ~LOW_OF_FOUR) >>> 2);
    long bits = (four & LOW_OF_EIGHT) | ((four & ~LOW_OF_EIGHT) >>> 4);
    return (bits >>> 1) ^ -(bits & 1);
  }
}
