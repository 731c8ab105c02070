package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What is done to the bytes of a file. */
final class Bytes {
  private Bytes() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /**
   * One step of a script.
   *
   * @param what its name and, after a space, what it needs
   */
  static byte[] apply(String what, byte[] bytes) throws IOException {
    int space = what.indexOf(' ');
    String name = space < 0 ? what : what.substring(0, space);
    String rest = space < 0 ? "" : what.substring(space + 1);
    return switch (name) {
      case "bom" -> join(hex("EFBBBF"), bytes);
      case "encoding" -> new String(bytes, UTF_8).getBytes(Charset.forName(rest));
      case "crlf" -> new String(bytes, UTF_8).replace("\n", "\r\n").getBytes(UTF_8);
      case "gzip" -> gzip(bytes);
      case "gzip-members" -> members(Integer.parseInt(rest), bytes);
      case "fill" -> fill(rest, bytes);
      case "noise" -> noise(rest, bytes);
      case "comments" -> comments(rest, bytes);
      case "cut" -> Arrays.copyOf(bytes, Integer.parseInt(rest));
      case "cut-before" -> Arrays.copyOf(bytes, find(bytes, rest));
      case "drop" -> Arrays.copyOf(bytes, bytes.length - Integer.parseInt(rest));
      case "append" -> join(bytes, Words.unescape(rest).getBytes(UTF_8));
      case "append-hex" -> join(bytes, hex(rest));
      case "only" -> Words.unescape(rest).getBytes(UTF_8);
      case "only-hex" -> hex(rest);
      case "hex-for" -> hexFor(rest, bytes);
      default -> throw new IllegalArgumentException("no step " + name);
    };
  }

  /** {@code N TEXT}: so many comments of 60,000 spaces before the text. */
  private static byte[] comments(String rest, byte[] bytes) {
    int space = rest.indexOf(' ');
    String comments = comment(60_000, "").repeat(Integer.parseInt(rest.substring(0, space)));
    return before(rest.substring(space + 1), comments, bytes);
  }

  /** {@code N TEXT}: comments of spaces before the text, so that there are so many bytes. */
  private static byte[] fill(String rest, byte[] bytes) {
    int space = rest.indexOf(' ');
    int length = Integer.parseInt(rest.substring(0, space)) - bytes.length;
    String comment = comment(60_000, "");
    String comments = comment.repeat(length / comment.length() - 1);
    int left = length - comments.length();
    String last = comment(left / 2 - 7, "") + comment(left - left / 2 - 7, "");
    return before(rest.substring(space + 1), comments + last, bytes);
  }

  /** {@code N M TEXT}: so many comments of 60,000 characters, so many of which are any letters. */
  private static byte[] noise(String rest, byte[] bytes) {
    String[] parts = rest.split(" ", 3);
    Random random = new Random(1);
    StringBuilder comments = new StringBuilder();
    for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
      byte[] some = new byte[Integer.parseInt(parts[1]) / 4 * 3];
      random.nextBytes(some);
      comments.append(comment(60_000, Base64.getEncoder().encodeToString(some)));
    }
    return before(parts[2], comments.toString(), bytes);
  }

  private static String comment(int length, String start) {
    return "<!--" + start + " ".repeat(length - start.length()) + "-->";
  }

  private static byte[] before(String text, String what, byte[] bytes) {
    int at = find(bytes, text);
    return join(
        Arrays.copyOf(bytes, at),
        what.getBytes(UTF_8),
        Arrays.copyOfRange(bytes, at, bytes.length));
  }

  /** So many pieces, each compressed by itself, with nothing compressed behind each. */
  private static byte[] members(int count, byte[] bytes) throws IOException {
    byte[] nothing = gzip(new byte[0]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) bytes.length * i / count);
      int to = (int) ((long) bytes.length * (i + 1) / count);
      out.writeBytes(gzip(Arrays.copyOfRange(bytes, from, to)));
      out.writeBytes(nothing);
    }
    return out.toByteArray();
  }

  /** {@code HEX TEXT}: bytes in the place of the text. */
  private static byte[] hexFor(String rest, byte[] bytes) {
    int space = rest.indexOf(' ');
    String text = rest.substring(space + 1);
    int at = find(bytes, text);
    return join(
        Arrays.copyOf(bytes, at),
        hex(rest.substring(0, space)),
        Arrays.copyOfRange(bytes, at + text.getBytes(UTF_8).length, bytes.length));
  }

  private static int find(byte[] bytes, String text) {
    String latin = new String(bytes, ISO_8859_1);
    int at = latin.indexOf(new String(text.getBytes(UTF_8), ISO_8859_1));
    if (at < 0) {
      throw new IllegalArgumentException("'" + text + "' is not there");
    }
    return at;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  /** Compressed; the same bytes only with the same zlib. */
  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] gunzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }
}
