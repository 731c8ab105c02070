package org.midex.codec.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.LateFailure;

/**
 * A stretch of a stream's bytes, from the first that is still needed to the last that was read.
 * Behind the last stand zeros, so that a scanner may look a little too far. Where the stream fails,
 * what was read before counts, however much was asked for: the failure comes when more is wanted.
 */
final class SlidingBytes implements Closeable {
  /** Zeros behind the last byte. */
  static final int PADDING = 64;

  private static final int ROOM = 1 << 16;
  private static final int MOST = 1 << 21;

  private final InputStream in;
  private byte[] bytes = new byte[ROOM + PADDING];
  private int at;
  private int end;
  private long offset;
  private boolean atEnd;
  private @Nullable IOException failure;

  SlidingBytes(InputStream in) {
    this.in = in;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Place of the first byte that is still needed. */
  int at() {
    return at;
  }

  /** Place behind the last byte. */
  int end() {
    return end;
  }

  /** Offset in the stream of the byte at {@link #at()}. */
  long offset() {
    return offset;
  }

  /** Whether all bytes of the stream have been read. */
  boolean atEnd() {
    return atEnd;
  }

  /** Lets go of bytes. */
  void advance(int length) {
    at += length;
    offset += length;
  }

  /**
   * Reads on, and may move the bytes to another place.
   *
   * @return false at the end of the stream, where it fails, or where more would be kept than is
   *     allowed
   */
  boolean more() {
    if (atEnd) {
      return false;
    }
    moveToStart();
    int room = bytes.length - PADDING;
    if (end == room) {
      if (room >= MOST) {
        return false;
      }
      bytes = Arrays.copyOf(bytes, 2 * room + PADDING);
    }
    int before = end;
    // a quarter more, so that what is kept is not looked at again for every few bytes
    read(Math.min(end + end / 4 + 1, bytes.length - PADDING), bytes.length - PADDING);
    return end > before;
  }

  private void moveToStart() {
    System.arraycopy(bytes, at, bytes, 0, end - at);
    end -= at;
    at = 0;
  }

  /** Reads up to a place, where there are so many bytes, and at most up to another one. */
  private void read(int wanted, int most) {
    try {
      while (end < wanted && !atEnd && failure == null) {
        int read = in.read(bytes, end, most - end);
        atEnd = read < 0;
        end += Math.max(read, 0);
      }
    } catch (IOException e) {
      failure = e;
    }
    Arrays.fill(bytes, end, end + PADDING, (byte) 0);
  }

  /** Reads on until there are so many bytes, where there are. */
  void fill(int wanted) {
    if (atEnd || end - at >= wanted) {
      return;
    }
    moveToStart();
    if (bytes.length - PADDING < wanted) {
      bytes = Arrays.copyOf(bytes, wanted + PADDING);
    }
    read(wanted, wanted);
  }

  /** Reads past what is kept; for when nothing is kept any more. */
  int readOn(byte[] target, int from, int length) throws IOException {
    return LateFailure.read(in, failure, target, from, length);
  }

  /**
   * Bytes that so many UTF-16 characters take; a byte behind them is none of theirs, whatever it
   * is.
   *
   * @param from place of the first; they are known to be UTF-8
   */
  int bytesOf(int from, long characters) {
    int place = from;
    for (long left = characters; left > 0; left--) {
      int first = bytes[place] & 0xFF;
      if (first >= 0xF0) {
        place += 4;
        left--; // a surrogate pair
      } else {
        place += first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
      }
    }
    return place - from;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
