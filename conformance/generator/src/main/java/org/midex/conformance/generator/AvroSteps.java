package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Makes the container of a message as a script says. {@code meta KEY: TEXT => TEXT} replaces in
 * metadata, {@code meta KEY = TEXT} sets it, {@code drop-meta KEY} leaves it out; {@code codec
 * NAME} compresses; {@code split} makes a block of each row; {@code claim-rows N} and {@code
 * claim-size N} lie; {@code sync} ends the last block with another marker; {@code block HEX} is the
 * data of the one block, and {@code row-end HEX} what stands behind the fields of each row; {@code
 * times N} repeats it; {@code unfold N} is a schema that unfolds; {@code map HEX} is what stands in
 * the place of the metadata.
 */
final class AvroSteps {
  private static final long UNSAID = Long.MIN_VALUE;

  private final Container container;
  private final Message message;
  private String codec = "null";
  private boolean split;
  private long claimedRows = UNSAID;
  private long claimedSize = UNSAID;
  private byte[] sync = Container.SYNC;
  private byte[] data;
  private byte[] rowEnd = {};
  private byte[] behind = {};
  private int times = 1;
  private byte[] map = {};

  private AvroSteps(Message message) throws IOException {
    this.message = message;
    container = Container.of(message);
    data = new byte[0];
  }

  static byte[] of(Script.Case one, Message message) throws IOException {
    AvroSteps steps = new AvroSteps(message);
    for (String step : one.steps()) {
      int space = step.indexOf(' ');
      steps.step(
          space < 0 ? step : step.substring(0, space), space < 0 ? "" : step.substring(space + 1));
    }
    return steps.bytes();
  }

  private void step(String name, String rest) {
    switch (name) {
      case "meta" -> meta(rest);
      case "drop-meta" -> container.without(rest);
      case "unfold" -> container.meta("avro.schema", unfolding(Integer.parseInt(rest)));
      case "codec" -> {
        codec = rest;
        container.meta("avro.codec", rest);
      }
      case "split" -> split = true;
      case "claim-rows" -> claimedRows = Long.parseLong(rest);
      case "claim-size" -> claimedSize = Long.parseLong(rest);
      case "sync" -> sync = "another marker..".getBytes(UTF_8);
      case "block" -> data = hex(rest);
      case "row-end" -> rowEnd = hex(rest);
      case "behind" -> behind = hex(rest);
      case "times" -> times = Integer.parseInt(rest);
      case "map" -> map = hex(rest);
      default -> {}
    }
  }

  /** Nested records, each with the one before twice: 2^depth defaults for who follows them. */
  private static String unfolding(int depth) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      String inner = "";
      if (i > 0) {
        String former = "\"type\":\"C" + (i - 1) + "\",\"default\":{}}";
        inner = "{\"name\":\"a\"," + former + ",{\"name\":\"b\"," + former;
      }
      fields.append(i == 0 ? "" : ",").append("{\"name\":\"f").append(i);
      fields.append("\",\"type\":{\"type\":\"record\",\"name\":\"C").append(i);
      fields.append("\",\"fields\":[").append(inner).append("]}}");
    }
    return "{\"type\":\"record\",\"name\":\"REFUGEE_POP\",\"namespace\":\"org.midex.v1\",\"fields\":["
        + fields
        + "]}";
  }

  private void meta(String rest) {
    int equals = rest.indexOf(" = ");
    if (equals >= 0 && !rest.contains(" =>")) {
      container.meta(rest.substring(0, equals), Words.unescape(rest.substring(equals + 3)));
      return;
    }
    int colon = rest.indexOf(": ");
    String key = rest.substring(0, colon);
    String[] sides = rest.substring(colon + 2).split(" =>(?: |$)", 2);
    String what = Words.unescape(sides[0]);
    if (!container.meta(key).contains(what)) {
      throw new IllegalArgumentException("'" + what + "' is not in " + key);
    }
    container.meta(key, container.meta(key).replace(what, Words.unescape(sides[1])));
  }

  private byte[] bytes() throws IOException {
    if (split) {
      for (Map<String, String> row : message.rows) {
        container.block(1, packed(rows(List.of(row))));
      }
    } else if (data.length > 0 || !message.rows.isEmpty() || claimedRows != UNSAID) {
      byte[] block = packed(repeated(data.length > 0 ? data : rows(message.rows)));
      container.block(
          claimedRows != UNSAID ? claimedRows : (long) message.rows.size() * times,
          claimedSize != UNSAID ? claimedSize : block.length,
          block,
          sync);
    }
    return map.length > 0 ? container.bytes(map) : container.bytes();
  }

  private byte[] rows(List<Map<String, String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map<String, String> row : rows) {
      out.writeBytes(Container.rows(message, List.of(row)));
      out.writeBytes(rowEnd);
    }
    return out.toByteArray();
  }

  private byte[] repeated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  private byte[] packed(byte[] plain) throws IOException {
    byte[] packed =
        switch (codec) {
          case "deflate" -> deflated(plain);
          case "zstandard" -> Zstd.compress(plain);
          default -> plain;
        };
    return Bytes.join(packed, behind);
  }

  private static byte[] deflated(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, true))) {
      deflate.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(Words.unescape(text.replace(" ", "")));
  }
}
