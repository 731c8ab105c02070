package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
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
    int at = find(bytes, rest.substring(space + 1));
    byte[] comment = ("<!--" + " ".repeat(60_000) + "-->").getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    for (int i = 0; i < Integer.parseInt(rest.substring(0, space)); i++) {
      out.writeBytes(comment);
    }
    out.write(bytes, at, bytes.length - at);
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
