package org.midex.codec.head;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.Limits;

/**
 * Decodes UTF-8 and nothing else, and knows the offset of the first byte that is not. Skips a byte
 * order mark.
 */
final class Utf8Reader extends Reader {
  /** The bytes are not UTF-8. */
  static final class NotUtf8Exception extends IOException {
    private static final long serialVersionUID = 1L;
    private final long offset;
    private final boolean utf16;

    private NotUtf8Exception(long offset, boolean utf16) {
      super("not UTF-8 at byte " + offset);
      this.offset = offset;
      this.utf16 = utf16;
    }

    /** Offset of the first wrong byte, from 0. */
    long offset() {
      return offset;
    }

    /** Whether the file starts like UTF-16. */
    boolean utf16() {
      return utf16;
    }
  }

  /** A character that XML 1.0 does not have. */
  static final class NonCharacterException extends IOException {
    private static final long serialVersionUID = 1L;

    private NonCharacterException(char character) {
      super(String.format("Illegal character U+%04X", (int) character));
    }
  }

  /** A name goes on for ever. */
  static final class EndlessNameException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** For one character beyond the first 65,536. */
  private static final int ROOM = 2;

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(16_384).flip();
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private long offsetOfBuffer;
  private boolean started;
  private boolean atEnd;
  private int unbroken;

  /** Brackets that are decoded, and not given yet. */
  private int brackets;

  /** Whether a carriage return is decoded and not given yet; then there are no brackets. */
  private boolean carriageReturn;

  /** What comes after the characters that were given last. */
  private @Nullable IOException failure;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] chars, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!started) {
      start();
    }
    if (failure != null) {
      throw failure;
    }
    int count = decodeWithHeld(chars, from, length);
    if (count > 0) {
      endLines(chars, from, count);
      count = beforeEndless(chars, from, beforeNonCharacter(chars, from, count));
    }
    return count;
  }

  /**
   * Makes a carriage return that no line feed follows a line feed, as the parser would: it does so
   * in another way where its buffer ends.
   */
  private static void endLines(char[] chars, int from, int length) {
    int end = from + length;
    for (int i = from; i < end; i++) {
      if (chars[i] == '\r' && i + 1 < end && chars[i + 1] != '\n') {
        chars[i] = '\n';
      }
    }
  }

  /**
   * Gives brackets with what follows them: where the parser tells that {@code ]]>} stands in a text
   * depends on whether it has all of it in one buffer. Likewise a carriage return.
   */
  private int decodeWithHeld(char[] chars, int from, int length) throws IOException {
    int held = carriageReturn ? 1 : Math.min(brackets, length);
    Arrays.fill(chars, from, from + held, carriageReturn ? '\r' : ']');
    brackets -= carriageReturn ? 0 : held;
    carriageReturn = false;
    if (held > 0 && length - held < ROOM) {
      return held;
    }
    int decoded;
    try {
      decoded = decode(CharBuffer.wrap(chars, from + held, length - held).slice());
    } catch (IOException e) {
      if (held == 0) {
        throw e;
      }
      failure = e;
      return held;
    }
    if (decoded < 0) {
      return held > 0 ? held : decoded;
    }
    int end = from + held + decoded;
    int given = end;
    while (failure == null && given > from && chars[given - 1] == ']') {
      given--;
    }
    if (given == from) {
      given = end;
    }
    brackets = end - given;
    if (brackets == 0 && failure == null && end - from > 1 && chars[end - 1] == '\r') {
      carriageReturn = true;
      return end - 1 - from;
    }
    return given - from;
  }

  /** Fills the target as far as there are bytes, so that nothing depends on how they arrive. */
  private int decode(CharBuffer target) throws IOException {
    while (true) {
      CoderResult result = decoder.decode(bytes, target, atEnd);
      int count = target.position();
      if (count > 0 && (atEnd || !result.isUnderflow())) {
        return count;
      }
      if (result.isError()) {
        throw new NotUtf8Exception(offsetOfBuffer + bytes.position(), false);
      }
      if (result.isOverflow()) {
        throw new IllegalArgumentException("room for two chars is needed");
      }
      if (atEnd) {
        return -1;
      }
      try {
        fill();
      } catch (IOException e) {
        if (count == 0) {
          throw e;
        }
        failure = e;
        return count;
      }
    }
  }

  /**
   * XML 1.0 has no U+FFFE and U+FFFF, but the parser lets them pass. What stands before is given
   * first, so that where reading ends does not depend on how much is read at once.
   */
  private int beforeNonCharacter(char[] chars, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      if (chars[i] >= '\uFFFE') {
        failure = new NonCharacterException(chars[i]);
        if (i == from) {
          throw failure;
        }
        return i - from;
      }
    }
    return length;
  }

  /**
   * Gives no more than the limit of characters without a break, and fails at the next. Looks at
   * honest text only as far as its first and last break.
   */
  private int beforeEndless(char[] chars, int from, int length) throws IOException {
    int end = from + length;
    int first = from;
    while (first < end && !isBreak(chars[first])) {
      first++;
    }
    if (unbroken + first - from > Limits.UNBROKEN) {
      failure = new EndlessNameException();
      int given = Limits.UNBROKEN - unbroken;
      unbroken = Limits.UNBROKEN;
      if (given == 0) {
        throw failure;
      }
      return given;
    }
    if (first == end) {
      unbroken += length;
      return length;
    }
    int last = end - 1;
    while (!isBreak(chars[last])) {
      last--;
    }
    unbroken = end - 1 - last;
    return length;
  }

  private static boolean isBreak(char c) {
    return c <= ' ' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '=';
  }

  private void start() throws IOException {
    started = true;
    while (bytes.remaining() < 3 && !atEnd) {
      fill();
    }
    if (bytes.remaining() >= 2) {
      int first = bytes.get(bytes.position()) & 0xFF;
      int second = bytes.get(bytes.position() + 1) & 0xFF;
      if ((first == 0xFE && second == 0xFF)
          || (first == 0xFF && second == 0xFE)
          || first == 0
          || second == 0) {
        throw new NotUtf8Exception(0, true);
      }
      boolean mark =
          bytes.remaining() >= 3
              && first == 0xEF
              && second == 0xBB
              && (bytes.get(bytes.position() + 2) & 0xFF) == 0xBF;
      if (mark) {
        bytes.position(bytes.position() + 3);
      }
    }
  }

  private void fill() throws IOException {
    offsetOfBuffer += bytes.position();
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      atEnd = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
