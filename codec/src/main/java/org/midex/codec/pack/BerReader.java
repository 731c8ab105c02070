package org.midex.codec.pack;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks through BER (X.690) where nothing but what is expected may stand, to the bit: a length in
 * its shortest form, an end where it must be, nothing behind. Large values are passed over.
 */
final class BerReader {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int OBJECT = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private static final int INDEFINITE = 0x80;
  private static final int LONGEST = 5;

  private final InputStream in;
  private long position;
  private @Nullable ByteArrayOutputStream record;

  /** Thrown where something else stands. */
  static final class UnexpectedException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * A constructed value that is being read.
   *
   * @param end place behind its last byte; −1 where two zeros say so
   */
  record Level(int tag, long end) {
    boolean isIndefinite() {
      return end < 0;
    }
  }

  /**
   * @param in buffered
   */
  BerReader(InputStream in) {
    this.in = in;
  }

  private int read() throws IOException {
    int one = in.read();
    if (one < 0) {
      throw new EOFException();
    }
    position++;
    if (record != null) {
      record.write(one);
    }
    return one;
  }

  private static void require(boolean right) throws UnexpectedException {
    if (!right) {
      throw new UnexpectedException();
    }
  }

  /** Begins a value of a tag, of whatever length. */
  Level enter(int tag) throws IOException {
    require(read() == tag);
    return level(tag);
  }

  private Level level(int tag) throws IOException {
    long length = length();
    return new Level(tag, length < 0 ? -1 : position + length);
  }

  private long length() throws IOException {
    int first = read();
    if (first < INDEFINITE) {
      return first;
    }
    int count = first - INDEFINITE;
    require(count <= LONGEST);
    if (count == 0) {
      return -1;
    }
    long length = 0;
    for (int i = 0; i < count; i++) {
      length = length << Byte.SIZE | read();
    }
    require(length >= INDEFINITE && length >>> ((count - 1) * Byte.SIZE) != 0);
    return length;
  }

  /** Ends a value. */
  void leave(Level level) throws IOException {
    if (level.isIndefinite()) {
      require(read() == 0);
      require(read() == 0);
    } else {
      require(position == level.end);
    }
  }

  /**
   * Begins the next value in another one, if there is one; else ends that one.
   *
   * @return null at the end
   */
  @Nullable Level next(Level level, int... tags) throws IOException {
    if (!level.isIndefinite() && position == level.end) {
      return null;
    }
    int found = read();
    if (level.isIndefinite() && found == 0) {
      require(read() == 0);
      return null;
    }
    require(Arrays.stream(tags).anyMatch(tag -> tag == found));
    return level(found);
  }

  /** Passes over the bytes of a value that is no constructed one. */
  void skip(Level level) throws IOException {
    require(!level.isIndefinite());
    long left = level.end - position;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped == 0) {
        read();
        skipped = 1;
      } else {
        position += skipped;
      }
      left -= skipped;
    }
  }

  /**
   * A whole value, with tag and length.
   *
   * @param most bytes that its content may have
   */
  byte[] value(int tag, int most) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    record = whole;
    require(read() == tag);
    long length = length();
    record = null;
    require(length >= 0 && length <= most);
    byte[] content = in.readNBytes((int) length);
    position += content.length;
    require(content.length == length);
    whole.write(content);
    return whole.toByteArray();
  }

  /** Nothing may follow. */
  void end() throws IOException {
    require(in.read() < 0);
  }
}
