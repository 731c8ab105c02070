package org.midex.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Goes from tag to tag through XML in UTF-8, passing over texts, comments, CDATA sections and
 * processing instructions. Not thread-safe.
 */
final class TagScanner {
  private static final int LONGEST_TAG = 1 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream tag = new ByteArrayOutputStream(512);
  private int at;
  private int end;
  private long base;
  private long lines = 1;
  private long lineStart;
  private long continued;
  private long afterReturn = -1;
  private byte beforeLast;
  private @Nullable ByteArrayOutputStream kept;
  private @Nullable ByteArrayOutputStream captured;
  private boolean captures;
  private int room;
  private long offset;
  private long line;
  private long column;
  private int depth;
  private int openDepth;
  private boolean opens;
  private boolean empty;

  TagScanner(InputStream in) {
    this.in = in;
  }

  /** Copies what is read from now on, at most so many bytes. */
  void keep(ByteArrayOutputStream copy, int longest) {
    kept = copy;
    room = longest;
  }

  void keepNothing() {
    kept = null;
  }

  /** Whether the text of the next tags is wanted; it always is of the root and its children. */
  void capture(boolean wanted) {
    captures = wanted;
  }

  /** Moves to the next tag; false at the end. */
  boolean next() throws IOException {
    if (opens && empty) {
      depth--;
    }
    while (true) {
      if (passTo('<', '<', '<') < 0) {
        return false;
      }
      place();
      int first = read();
      if (first == '!') {
        passDeclaration();
      } else if (first == '?') {
        passUntil("?>");
      } else if (first < 0) {
        return false;
      } else {
        return readTag(first);
      }
    }
  }

  private void place() {
    offset = base + at - 1;
    line = lines;
    column = offset - lineStart - continued + 1;
  }

  private boolean readTag(int first) throws IOException {
    tag.reset();
    opens = first != '/';
    boolean named = captures || (opens && depth < 2);
    captured = named ? tag : null;
    if (named) {
      tag.write('<');
      tag.write(first);
    }
    int b = passTo('>', '"', '\'');
    while (b == '"' || b == '\'') {
      b = passTo(b, b, b) < 0 ? -1 : passTo('>', '"', '\'');
    }
    captured = null;
    if (b < 0) {
      return false;
    }
    empty = opens && beforeLast == '/';
    if (opens) {
      depth++;
      openDepth = depth;
    } else {
      depth--;
    }
    return true;
  }

  private void passDeclaration() throws IOException {
    int b = read();
    if (b == '-') {
      passUntil("-->");
    } else if (b == '[') {
      passUntil("]]>");
    } else {
      passUntil(">");
    }
  }

  private void passUntil(String mark) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (int b = read(); b >= 0; b = read()) {
      seen.append((char) b);
      if (seen.length() > mark.length()) {
        seen.deleteCharAt(0);
      }
      if (mark.contentEquals(seen)) {
        return;
      }
    }
  }

  /** Passes over everything up to one of three characters, and over that; −1 at the end. */
  private int passTo(int a, int b, int c) throws IOException {
    while (at < end || fill()) {
      int from = at;
      int i = from;
      while (i < end) {
        byte next = buffer[i++];
        if (next <= '\r') {
          count(next, base + i);
        } else if (next == a || next == b || next == c) {
          beforeLast = i > from + 1 ? buffer[i - 2] : beforeLast;
          passed(from, i);
          return next;
        }
      }
      beforeLast = buffer[i - 1];
      passed(from, i);
    }
    return -1;
  }

  private int read() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    byte b = buffer[at];
    if (b <= '\r') {
      count(b, base + at + 1);
    }
    beforeLast = b;
    passed(at, at + 1);
    return b & 0xFF;
  }

  private boolean fill() throws IOException {
    base += end;
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private void passed(int from, int to) {
    at = to;
    if (captured != null) {
      captured.write(buffer, from, Math.min(to - from, Math.max(0, LONGEST_TAG - tag.size())));
    }
    if (kept != null && room > 0) {
      int length = Math.min(to - from, room);
      kept.write(buffer, from, length);
      room -= length;
    }
  }

  /** Counts what starts a line, or what is no character of its own. */
  private void count(byte b, long next) {
    if (b == '\n' || b == '\r') {
      lines += b == '\n' && afterReturn == next - 1 ? 0 : 1;
      lineStart = next;
      continued = 0;
      afterReturn = b == '\r' ? next : -1;
    } else if ((b & 0xC0) == 0x80) {
      continued++;
    } else if ((b & 0xF8) == 0xF0) {
      continued--;
    }
  }

  /** Whether the tag opens an element. */
  boolean opens() {
    return opens;
  }

  /** Depth of the element that the tag opens: 1 is the root. */
  int depth() {
    return openDepth;
  }

  /** Whether no element is open at a depth any more. */
  boolean closed(int at) {
    return depth < at || (depth == at && opens && empty);
  }

  /** The tag as it stands there. */
  String tag() {
    return tag.toString(StandardCharsets.UTF_8);
  }

  /** Name of the element that the tag opens, with its prefix. */
  String name() {
    String text = tag();
    int length = 1;
    while (length < text.length() && " \t\r\n/>".indexOf(text.charAt(length)) < 0) {
      length++;
    }
    return text.substring(1, length);
  }

  /** Offset of the tag's first byte, from 0. */
  long offset() {
    return offset;
  }

  /** Line of the tag, from 1. */
  long line() {
    return line;
  }

  /** Column of the tag in UTF-16 units, from 1. */
  long column() {
    return column;
  }
}
