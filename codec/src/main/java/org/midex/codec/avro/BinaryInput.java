package org.midex.codec.avro;

import java.io.IOException;
import java.io.InputStream;

/** Bytes in Avro's binary encoding, with their offset. Reads no further than its buffer. */
final class BinaryInput {
  private static final int BUFFER = 1 << 14;
  private static final int LAST_SHIFT = 63;

  private final InputStream in;
  private final String name;
  private final byte[] buffer = new byte[BUFFER];
  private long start;
  private int at;
  private int end;

  /**
   * @param name what the bytes are, to begin a sentence with
   */
  BinaryInput(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /** Offset of the next byte, from 0. */
  long position() {
    return start + at;
  }

  boolean atEnd() throws IOException {
    return at == end && !fill();
  }

  private boolean fill() throws IOException {
    start += end;
    at = 0;
    end = 0;
    int read = in.read(buffer, 0, BUFFER);
    end = Math.max(read, 0);
    return read > 0;
  }

  /** Some of the next bytes: as many as are there, at most {@code length}; −1 at the end. */
  int read(byte[] target, int from, int length) throws IOException {
    if (atEnd()) {
      return -1;
    }
    int read = Math.min(length, end - at);
    System.arraycopy(buffer, at, target, from, read);
    at += read;
    return read;
  }

  /** The next {@code length} bytes, all of them. */
  void readFully(byte[] target, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int read = read(target, done, length - done);
      if (read < 0) {
        throw tooShort();
      }
      done += read;
    }
  }

  void skip(long length) throws IOException {
    for (long left = length; left > 0; ) {
      if (atEnd()) {
        throw tooShort();
      }
      int step = (int) Math.min(left, end - at);
      at += step;
      left -= step;
    }
  }

  /** An int or long: zigzag, seven bits a byte, lowest first. */
  long number() throws IOException {
    long bits = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      if (atEnd()) {
        throw tooShort();
      }
      byte next = buffer[at++];
      if (shift == LAST_SHIFT && next != 0 && next != 1) {
        break;
      }
      bits |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    throw ContainerException.damaged(name + " has a number of more than 64 bits");
  }

  /** The length of a text or of bytes. */
  long length() throws IOException {
    long length = number();
    if (length < 0) {
      throw ContainerException.damaged(name + " has a value of the length " + length);
    }
    return length;
  }

  private ContainerException tooShort() {
    return ContainerException.damaged(name + " ends too early");
  }
}
