package org.midex.tabular.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;

/**
 * Decodes text and refuses bytes that are none, with their offset, instead of putting replacement
 * characters. Control characters, which no message can hold, are refused too.
 */
final class StrictReader extends Reader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
  private long decoded;
  private boolean ended;

  /**
   * @param skipped bytes already taken from the stream, such as a byte order mark
   */
  StrictReader(InputStream in, Charset charset, long skipped) {
    this.in = in;
    this.decoded = skipped;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    if (!chars.hasRemaining() && !decode()) {
      return -1;
    }
    int read = Math.min(length, soundCharacters());
    chars.get(target, from, read);
    return read;
  }

  /** Decodes some more characters; false at the end. */
  private boolean decode() throws IOException {
    chars.clear();
    boolean more = true;
    while (chars.position() == 0 && more) {
      int before = bytes.position();
      CoderResult result = decoder.decode(bytes, chars, ended);
      decoded += bytes.position() - before;
      if (result.isError() && chars.position() == 0) {
        throw malformed(result.length());
      }
      more = chars.position() > 0 || fill();
    }
    chars.flip();
    return chars.hasRemaining();
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
    return true;
  }

  private BadTableException malformed(int length) {
    byte[] bad = new byte[Math.min(length, bytes.remaining())];
    bytes.duplicate().get(bad);
    return new BadTableException(
        "The bytes %s at offset %d are not %s"
            .formatted(HexFormat.of().withUpperCase().formatHex(bad), decoded, decoder.charset()),
        decoded);
  }

  /** How many characters may be given out; what stands before a fault is given out first. */
  private int soundCharacters() throws IOException {
    int start = chars.position();
    int end = start;
    while (end < chars.limit() && !isControl(chars.get(end))) {
      end++;
    }
    if (end == start) {
      throw new BadTableException(
          "The text holds the control character U+%04X".formatted((int) chars.get(start)));
    }
    return end - start;
  }

  /** Characters that XML 1.0 has no place for. */
  static boolean isControl(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\uFFFE' || c == '\uFFFF';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
