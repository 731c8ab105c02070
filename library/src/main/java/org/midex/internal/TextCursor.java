package org.midex.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Goes forward through a text of any size to given lines and columns, which are counted as an XML
 * parser counts them, and shows what stands there. Not thread-safe.
 */
final class TextCursor implements Closeable {
  /** A place: line and column in UTF-16 units, from 1. */
  record Target(long line, long column) implements Comparable<Target> {
    @Override
    public int compareTo(Target other) {
      return line != other.line
          ? Long.compare(line, other.line)
          : Long.compare(column, other.column);
    }
  }

  /** A piece of the text and the offset of its first byte. */
  record Window(String text, long byteOffset) {}

  /** Bytes of a piece. */
  static final int LENGTH = 4096;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long offset;
  private long line = 1;
  private long column = 1;
  private boolean afterReturn;

  TextCursor(InputStream in) {
    this.in = in;
  }

  /**
   * Moves to the first character at or after a place; false when the text ends before it.
   *
   * @throws IllegalArgumentException when the place has been passed
   */
  boolean advance(Target target) throws IOException {
    if (target.compareTo(here()) < 0 && offset > 0) {
      throw new IllegalArgumentException(target + " lies before " + here());
    }
    while (line < target.line || (line == target.line && column < target.column)) {
      if (from == to && !fill(1)) {
        return false;
      }
      step(buffer[from]);
    }
    skipRestOfCharacter();
    return from < to || fill(1);
  }

  /** Where the cursor is. */
  Target here() {
    return new Target(line, column);
  }

  /** Offset of the byte that the cursor is at. */
  long byteOffset() {
    return offset;
  }

  /** What stands from here on, as far as it is shown. */
  Window window() throws IOException {
    fill(LENGTH);
    int length = Math.min(LENGTH, to - from);
    return new Window(new String(buffer, from, length, StandardCharsets.UTF_8), offset);
  }

  /** Bytes that belong to the character before: continuations, and the second half of CR LF. */
  private void skipRestOfCharacter() throws IOException {
    while ((from < to || fill(1)) && !startsCharacter(buffer[from])) {
      step(buffer[from]);
    }
  }

  private boolean startsCharacter(byte b) {
    return !isContinuation(b) && !(afterReturn && b == '\n');
  }

  /** The first byte of a byte order mark is one too; the other two are continuations anyway. */
  private boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80 || (offset == 0 && (b & 0xFF) == 0xEF);
  }

  private void step(byte b) {
    boolean counts = startsCharacter(b);
    if (counts && (b == '\r' || b == '\n')) {
      line++;
      column = 1;
    } else if (counts) {
      column += (b & 0xF8) == 0xF0 ? 2 : 1;
    }
    afterReturn = b == '\r';
    from++;
    offset++;
  }

  /**
   * Whether there is a byte more, with {@code wanted} bytes in the buffer where the text has them.
   */
  private boolean fill(int wanted) throws IOException {
    if (to - from < wanted) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
      while (to < wanted) {
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
          break;
        }
        to += read;
      }
    }
    return to > from;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
