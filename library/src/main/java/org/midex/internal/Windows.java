package org.midex.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Cuts short pieces of text out of a file of any size, in one pass that ends after the last piece.
 * Lines and columns as an XML parser counts them.
 */
final class Windows {
  /** Where a piece starts: line and column in UTF-16 units, from 1. */
  record Target(long line, long column) implements Comparable<Target> {
    @Override
    public int compareTo(Target other) {
      return line != other.line
          ? Long.compare(line, other.line)
          : Long.compare(column, other.column);
    }
  }

  /** A piece and the offset of its first byte in the file. */
  record Window(String text, long byteOffset) {}

  private static final int LENGTH = 4096;

  private final InputStream in;
  private final List<Target> targets;
  private final Map<Target, Window> found = new HashMap<>();
  private final List<Capture> open = new ArrayList<>();
  private int next;
  private long line = 1;
  private long column = 1;
  private boolean afterReturn;

  private Windows(InputStream in, List<Target> targets) {
    this.in = in;
    this.targets = targets;
  }

  /** The pieces that start at the targets; those beyond the end of the file are missing. */
  static Map<Target, Window> cut(InputStream in, NavigableSet<Target> targets) throws IOException {
    return new Windows(in, List.copyOf(targets)).run();
  }

  private Map<Target, Window> run() throws IOException {
    byte[] buffer = new byte[1 << 16];
    long offset = 0;
    for (int length = in.read(buffer); length >= 0 && !finished(); length = in.read(buffer)) {
      for (int i = 0; i < length && !finished(); i++) {
        step(buffer[i], offset + i);
      }
      offset += length;
    }
    open.forEach(Capture::close);
    return found;
  }

  private boolean finished() {
    return next >= targets.size() && open.isEmpty();
  }

  private void step(byte b, long offset) {
    boolean lineFeedAfterReturn = afterReturn && b == '\n';
    afterReturn = false;
    boolean continuation = (b & 0xC0) == 0x80 || isMark(b, offset);
    if (!continuation && !lineFeedAfterReturn) {
      start(offset);
    }
    open.removeIf(capture -> capture.add(b));
    if (b == '\r' || (b == '\n' && !lineFeedAfterReturn)) {
      line++;
      column = 1;
      afterReturn = b == '\r';
    } else if (!continuation && !lineFeedAfterReturn) {
      column += (b & 0xF8) == 0xF0 ? 2 : 1;
    }
  }

  /** The first byte of a byte order mark; the other two are continuations anyway. */
  private static boolean isMark(byte b, long offset) {
    return offset == 0 && (b & 0xFF) == 0xEF;
  }

  private void start(long offset) {
    while (next < targets.size() && targets.get(next).compareTo(new Target(line, column)) <= 0) {
      open.add(new Capture(targets.get(next), offset));
      next++;
    }
  }

  private final class Capture {
    private final Target target;
    private final long offset;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Capture(Target target, long offset) {
      this.target = target;
      this.offset = offset;
    }

    /** True when the piece is complete. */
    boolean add(byte b) {
      bytes.write(b);
      if (bytes.size() >= LENGTH) {
        close();
        return true;
      }
      return false;
    }

    void close() {
      found.put(target, new Window(bytes.toString(StandardCharsets.UTF_8), offset));
    }
  }
}
