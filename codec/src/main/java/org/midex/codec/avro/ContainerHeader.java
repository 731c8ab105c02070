package org.midex.codec.avro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands before a container's first block, read with limits. */
final class ContainerHeader {
  /** Metadata that holds the message's head. */
  static final String HEAD = "midex.header";

  /** The metadata that it may have. */
  static final String KNOWN = "avro.schema, avro.codec, " + HEAD;

  /** Bytes of the message's head; 10,000 elements of 400 characters. */
  static final int HEAD_SIZE = 4 << 20;

  static final int SYNC_SIZE = 16;

  private static final String OURS = "midex.";
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int ENTRIES = 64;
  private static final int KEY_SIZE = 256;
  static final int SCHEMA_SIZE = 1 << 20;
  private static final int VALUE_SIZE = 1 << 16;

  private final BinaryInput file;
  private final Set<String> keys = new HashSet<>();
  private final List<String> unknown = new ArrayList<>();
  private final byte[] sync = new byte[SYNC_SIZE];
  private byte @Nullable [] schema;
  private byte @Nullable [] head;
  private long headOffset;
  private String codec = Compression.NONE.codec();

  private ContainerHeader(BinaryInput file) {
    this.file = file;
  }

  /**
   * Reads from the start of the file to its first block.
   *
   * @throws ContainerException when the file is no container of a message
   */
  static ContainerHeader read(BinaryInput file) throws IOException {
    ContainerHeader header = new ContainerHeader(file);
    byte[] magic = new byte[MAGIC.length];
    file.readFully(magic, magic.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw ContainerException.noMessage("The file does not start like an Avro container");
    }
    header.readEntries();
    file.readFully(header.sync, SYNC_SIZE);
    return header;
  }

  /** A map is written in one or more parts, each with its number of entries; zero ends it. */
  private void readEntries() throws IOException {
    for (long count = file.number(); count != 0; count = file.number()) {
      if (count < 0) {
        file.length(); // a negative number is followed by the part's size in bytes
      }
      if (count < -ENTRIES || count > ENTRIES || keys.size() + Math.abs(count) > ENTRIES) {
        throw ContainerException.limit("number of metadata entries", ENTRIES);
      }
      for (long left = Math.abs(count); left > 0; left--) {
        readEntry();
      }
    }
  }

  private void readEntry() throws IOException {
    String key = new String(value("metadata key", KEY_SIZE), StandardCharsets.UTF_8);
    if (!keys.add(key)) {
      throw ContainerException.damaged("The metadata have two values of " + key);
    }
    switch (key) {
      case "avro.schema" -> schema = value("schema", SCHEMA_SIZE);
      case "avro.codec" ->
          codec = new String(value("codec name", KEY_SIZE), StandardCharsets.UTF_8);
      case HEAD -> {
        head = value(HEAD, HEAD_SIZE);
        headOffset = file.position() - head.length;
      }
      default -> {
        if (key.startsWith(OURS)) {
          unknown.add(key);
        }
        value("metadata value", VALUE_SIZE);
      }
    }
  }

  private byte[] value(String what, int limit) throws IOException {
    long length = file.length();
    if (length > limit) {
      throw ContainerException.limit(what, limit);
    }
    byte[] value = new byte[(int) length];
    file.readFully(value, value.length);
    return value;
  }

  byte[] schema() throws ContainerException {
    if (schema == null) {
      throw ContainerException.damaged("The container has no schema");
    }
    return schema;
  }

  byte[] head() throws ContainerException {
    if (head == null) {
      throw ContainerException.noMessage("The Avro container has no metadata " + HEAD);
    }
    return head;
  }

  /** Offset of the head's first byte in the file. */
  long headOffset() {
    return headOffset;
  }

  Compression compression() throws ContainerException {
    return Compression.ofCodec(codec)
        .orElseThrow(
            () ->
                ContainerException.noMessage(
                    "The Avro container is compressed with "
                        + codec
                        + "; messages use null, deflate or zstandard"));
  }

  /** The marker that ends every block. */
  byte[] sync() {
    return sync;
  }

  /** Names of metadata that only a later version of the standard can know. */
  List<String> unknown() {
    return unknown;
  }
}
