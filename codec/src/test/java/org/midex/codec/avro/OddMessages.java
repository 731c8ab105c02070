package org.midex.codec.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.midex.codec.avro.ContainerBuilder.data;
import static org.midex.codec.avro.ContainerBuilder.join;
import static org.midex.codec.avro.ContainerBuilder.number;
import static org.midex.codec.avro.ContainerBuilder.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.head.HeadText;
import org.midex.model.Lexical;
import org.midex.model.Observation;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.publish.AvroSchemas;

/** Containers byte by byte, as others might write them, or as they arrive damaged. */
final class OddMessages {
  private static final String[] TEXTS = {
    "",
    "00",
    "78",
    "7F",
    "FF",
    "C0AF",
    "EDA080",
    "78C3",
    "F4908080",
    "C3A9",
    "F09F9880",
    "0A",
    "EFBFBF",
    "323032342D3133",
    "323032332D5135",
    "5157455254595549"
  };

  private static final byte[][] NUMBERS = {
    number(Long.MIN_VALUE),
    number(Long.MAX_VALUE),
    number(999_999_999_999_999_999L),
    number(1_000_000_000_000_000_000L),
    HexFormat.of().parseHex("8000"),
    HexFormat.of().parseHex("8080808080808000"),
    HexFormat.of().parseHex("808080808080808000"),
    HexFormat.of().parseHex("8080808080808080808001"),
  };

  /** The first column of some schemas, which is none of the published ones. */
  private static final String[] EXTRAS = {
    "\"int\"", "\"double\"", "\"boolean\"", "\"bytes\"", "[\"float\", \"null\", \"string\"]"
  };

  private final Random random;
  private final int oddity;

  /**
   * @param oddity how many values of a thousand are odd
   */
  OddMessages(Random random, int oddity) {
    this.random = random;
    this.oddity = oddity;
  }

  /** A container of a message's rows, some several times, in blocks. */
  byte[] container(Message message, boolean damaged) {
    RowType type = Objects.requireNonNull(message.head().type());
    List<Field> fields = new ArrayList<>(type.fields());
    if (random.nextInt(4) == 0) {
      Collections.shuffle(fields, random);
    }
    String schema = schema(type, fields);
    String extra = null;
    if (random.nextInt(4) == 0) {
      extra = EXTRAS[random.nextInt(EXTRAS.length)];
      String column = "\"fields\": [{\"name\": \"EXTRA\", \"type\": " + extra + "},";
      schema = schema.replace("\"fields\": [", column);
    }
    ContainerBuilder file =
        new ContainerBuilder()
            .meta("avro.schema", schema)
            .meta("midex.header", HeadText.write(message.head()));
    boolean deflated = random.nextInt(4) == 0;
    file.meta("avro.codec", deflated ? "deflate" : "null");
    for (int blocks = random.nextInt(4); blocks > 0; blocks--) {
      byte[] data = {};
      int count = 0;
      for (Observation row : message.rows()) {
        for (int times = random.nextInt(4); times > 0; times--) {
          data = join(data, extra(extra), row(fields, row));
          count++;
        }
      }
      byte[] plain = damaged && random.nextBoolean() ? damage(data) : data;
      byte[] block = deflated ? deflate(plain) : plain;
      file.block(count, damaged ? damage(block) : block);
    }
    byte[] bytes = file.bytes();
    return damaged && random.nextInt(4) == 0 ? damage(bytes) : bytes;
  }

  /** The published schema with its fields, one a line, in an order. */
  private static String schema(RowType type, List<Field> fields) {
    String published = AvroSchemas.json(type);
    String start = "\"fields\": [\n";
    int from = published.indexOf(start) + start.length();
    int to = published.lastIndexOf("\n  ]");
    String[] lines = published.substring(from, to).split(",\n", -1);
    return fields.stream()
        .map(field -> lines[field.slot()])
        .collect(Collectors.joining(",\n", published.substring(0, from), published.substring(to)));
  }

  private static byte[] deflate(byte[] data) {
    byte[] bytes = new byte[data.length + 100];
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(data);
    deflater.finish();
    int length = deflater.deflate(bytes);
    deflater.end();
    return Arrays.copyOf(bytes, length);
  }

  private byte[] extra(@Nullable String type) {
    if (type == null) {
      return new byte[0];
    }
    return switch (type) {
      case "\"int\"" -> number(random.nextInt(1000));
      case "\"double\"" -> new byte[] {1, 2, 3, (byte) random.nextInt(2), 5, 6, 7, 8};
      case "\"boolean\"" -> new byte[] {(byte) random.nextInt(2)};
      case "\"bytes\"" -> data(new byte[random.nextInt(20)]);
      default ->
          switch (random.nextInt(3)) {
            case 0 -> join(number(0), new byte[Float.BYTES]);
            case 1 -> number(1);
            default -> join(number(2), text("x".repeat(random.nextInt(9))));
          };
    };
  }

  private byte[] row(List<Field> fields, Observation row) {
    byte[] bytes = {};
    for (Field field : fields) {
      String text = row.text(field.slot());
      byte[] branch = field.required() ? new byte[0] : number(text == null ? 0 : 1);
      byte[] value = text == null ? new byte[0] : value(field, text);
      if (!field.required() && isOdd()) {
        branch = random.nextBoolean() ? number(random.nextInt(4) - 1) : new byte[] {(byte) 0x80, 0};
      }
      bytes = join(bytes, branch, value);
    }
    return bytes;
  }

  private byte[] value(Field field, String text) {
    boolean odd = isOdd();
    return switch (field.type().kind()) {
      case COUNT -> odd ? NUMBERS[random.nextInt(NUMBERS.length)] : number(Lexical.number(text));
      case AMOUNT ->
          odd ? oddDecimal() : data(BigInteger.valueOf(Lexical.number(text)).toByteArray());
      default -> odd ? oddText() : text(text);
    };
  }

  private byte[] oddDecimal() {
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    if (bytes.length > 0 && random.nextBoolean()) {
      Arrays.fill(bytes, 0, bytes.length - 1, (byte) (random.nextBoolean() ? 0 : -1));
    }
    return data(bytes);
  }

  private byte[] oddText() {
    return switch (random.nextInt(20)) {
      case 0 -> text("x".repeat(32_768 + random.nextInt(2)));
      case 1 -> text("é".repeat(16_384 + random.nextInt(2)));
      case 2 -> text("x".repeat(60 + random.nextInt(300)));
      case 3 -> join(new byte[] {(byte) 0x82, 0}, "x".getBytes(UTF_8));
      case 4 -> number(-1);
      default -> data(HexFormat.of().parseHex(TEXTS[random.nextInt(TEXTS.length)]));
    };
  }

  private boolean isOdd() {
    return random.nextInt(1_000) < oddity;
  }

  private byte[] damage(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + random.nextInt(6));
    byte[] before = Arrays.copyOf(bytes, at);
    byte[] changed = bytes.clone();
    changed[at] ^= (byte) (1 << random.nextInt(8));
    return switch (random.nextInt(5)) {
      case 0 -> before;
      case 1 -> join(before, Arrays.copyOfRange(bytes, to, bytes.length));
      case 2 ->
          join(
              before,
              Arrays.copyOfRange(bytes, 0, to - at),
              Arrays.copyOfRange(bytes, at, bytes.length));
      case 3 -> bytes;
      default -> changed;
    };
  }
}
