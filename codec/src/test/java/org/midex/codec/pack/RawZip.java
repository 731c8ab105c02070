package org.midex.codec.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes ZIP files as nobody should. */
@SuppressWarnings("ByteBufferBackingArray")
final class RawZip {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  /** An entry with what its two headers say. */
  static final class Item {
    final String name;
    final byte[] data;
    String localName;
    int localMethod;
    int localCrcChange;
    int flags;
    long size;

    Item(String name, byte[] data) {
      this.name = name;
      this.data = data;
      this.localName = name;
      this.size = data.length;
    }
  }

  /** The entries of a good package. */
  static List<Item> of(Path file) {
    try (var channel = Files.newByteChannel(file)) {
      List<Item> items = new ArrayList<>();
      for (Entry entry : ZipDirectory.read(channel)) {
        items.add(new Item(entry.name(), new EntryStream(channel, entry).readAllBytes()));
      }
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawZip raw(byte[] loose) {
    bytes.writeBytes(loose);
    return this;
  }

  RawZip add(Item item) {
    return addLocal(item, true);
  }

  /** Adds an entry that only those see who read a file from its start. */
  RawZip addHidden(Item item) {
    return addLocal(item, false);
  }

  private RawZip addLocal(Item item, boolean listed) {
    CRC32 crc = new CRC32();
    crc.update(item.data);
    int offset = bytes.size();
    byte[] name = item.localName.getBytes(StandardCharsets.UTF_8);
    ByteBuffer local = buffer(30 + name.length);
    local.putInt(0x04034b50).putShort((short) 20).putShort((short) item.flags);
    local.putShort((short) item.localMethod).putInt(0);
    local.putInt((int) crc.getValue() + item.localCrcChange);
    local.putInt(item.data.length).putInt((int) item.size);
    local.putShort((short) name.length).putShort((short) 0).put(name);
    bytes.writeBytes(local.array());
    bytes.writeBytes(item.data);
    if (listed) {
      list(item, (int) crc.getValue(), offset);
    }
    return this;
  }

  private void list(Item item, int crc, int offset) {
    byte[] name = item.name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer central = buffer(46 + name.length);
    central.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
    central.putShort((short) item.flags).putShort((short) 0).putInt(0).putInt(crc);
    central.putInt(item.data.length).putInt((int) item.size);
    central.putShort((short) name.length).putShort((short) 0).putShort((short) 0);
    central.putShort((short) 0).putShort((short) 0).putInt(0).putInt(offset).put(name);
    directory.writeBytes(central.array());
    count++;
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  byte[] finish() {
    return finish(new byte[0], new byte[0]);
  }

  /** Writes the directory with loose bytes before and behind it. */
  byte[] finish(byte[] before, byte[] behind) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes.toByteArray());
    all.writeBytes(before);
    int start = all.size();
    all.writeBytes(directory.toByteArray());
    ByteBuffer end = buffer(22);
    end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
    end.putInt(directory.size()).putInt(start).putShort((short) 0);
    all.writeBytes(end.array());
    all.writeBytes(behind);
    return all.toByteArray();
  }
}
