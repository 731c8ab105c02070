package org.midex.codec.avro;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.LateFailure;

/** Bytes in Avro's binary encoding, with their offset. Reads no further than its buffer. */
final class BinaryInput {
  /** Bytes of the buffer behind the last that is there, so that a word may be read anywhere. */
  static final int PADDING = Long.BYTES;

  private static final int LAST_SHIFT = 63;

  private final String name;
  private final byte[] buffer;
  private InputStream in;
  private @Nullable IOException failure;
  private long start;
  private int at;
  private int end;

  /**
   * @param name what the bytes are, to begin a sentence with
   * @param room bytes to read at once
   */
  BinaryInput(InputStream in, String name, int room) {
    this.in = in;
    this.name = name;
    this.buffer = new byte[room + PADDING];
  }

  /** Goes on with the bytes of another stream; what is left of this one is let go. */
  void restart(InputStream next) {
    in = next;
    at = 0;
    end = 0;
    start = 0;
    failure = null;
  }

  /** What was read of the stream, and more. */
  byte[] bytes() {
    return buffer;
  }

  /** Place in {@link #bytes()} of the next byte. */
  int at() {
    return at;
  }

  /** Place behind the last byte that was read. */
  int end() {
    return end;
  }

  /** Passes over bytes up to a place between {@link #at()} and {@link #end()}. */
  void moveTo(int place) {
    at = place;
  }

  /**
   * Reads on without letting go of what was not used yet; that may come to stand at another place.
   *
   * @return false when there is no room, or nothing to be read: whoever goes on past what is there
   *     meets the end, or the failure
   */
  boolean more() {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    start += at;
    end -= at;
    at = 0;
    int room = buffer.length - PADDING - end;
    if (room == 0) {
      return false;
    }
    try {
      int read = in.read(buffer, end, room);
      end += Math.max(read, 0);
      return read > 0;
    } catch (IOException e) {
      failure = e;
      return false;
    }
  }

  /** Offset of the next byte, from 0. */
  long position() {
    return start + at;
  }

  boolean atEnd() throws IOException {
    return at == end && !fill();
  }

  private boolean fill() throws IOException {
    letGo();
    end = Math.max(readOn(buffer, 0, buffer.length - PADDING), 0);
    return end > 0;
  }

  private void letGo() {
    start += end;
    at = 0;
    end = 0;
  }

  private int readOn(byte[] target, int from, int length) throws IOException {
    return LateFailure.read(in, failure, target, from, length);
  }

  /** Some of the next bytes: as many as are there, at most {@code length}; −1 at the end. */
  int read(byte[] target, int from, int length) throws IOException {
    if (at == end && length >= buffer.length) {
      letGo();
      int read = readOn(target, from, length);
      start += Math.max(read, 0);
      return read;
    }
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
