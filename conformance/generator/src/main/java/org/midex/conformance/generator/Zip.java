package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ZIP file, also one as nobody should write it. */
@SuppressWarnings("ByteBufferBackingArray")
final class Zip {
  static final int DESCRIBED_BEHIND = 1 << 3;
  private static final int UTF_8_NAMES = 1 << 11;
  private static final int FIRST_DAY = 0x21;
  private static final long FULL = 0xFFFF_FFFFL;
  private static final byte[] NOTHING = {};

  private final List<Item> items = new ArrayList<>();
  private byte[] front = NOTHING;
  private byte[] beforeDirectory = NOTHING;
  private byte[] behind = NOTHING;
  private byte[] comment = NOTHING;

  /** An entry, and what its two headers say. */
  static final class Item {
    String name;
    byte[] rawName;
    byte[] rawLocalName;
    byte[] data;
    byte[] packed;
    int method;
    int localMethod;
    int flags;
    int localFlags;
    int crc;
    int localCrc;
    long size;
    long localSize;
    long localPacked;
    byte[] localExtra = NOTHING;
    byte[] extra = NOTHING;
    byte[] descriptor = NOTHING;
    byte[] gap = NOTHING;
    boolean listed = true;
    private boolean wide;

    Item(String name, byte[] data) {
      this.name = name;
      this.data = data;
      this.packed = data;
      CRC32 sum = new CRC32();
      sum.update(data);
      crc = (int) sum.getValue();
      localCrc = crc;
      size = data.length;
      localSize = size;
      localPacked = size;
      rawName = name.getBytes(UTF_8);
      rawLocalName = rawName;
      flags = rawName.length == name.length() ? 0 : UTF_8_NAMES;
      localFlags = flags;
    }

    Item deflated() {
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 12];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      deflater.end();
      packed = out.toByteArray();
      localPacked = packed.length;
      method = 8;
      localMethod = 8;
      return this;
    }

    private long packedSize() {
      return wide ? FULL : packed.length;
    }

    /** Its sizes stand in fields of 64 bits, as those of large files do. */
    Item wide(long inLocal) {
      wide = true;
      localSize = FULL;
      localPacked = FULL;
      localExtra = sizes(inLocal);
      extra = sizes(size);
      size = FULL;
      return this;
    }

    private byte[] sizes(long unpacked) {
      ByteBuffer field = buffer(20).putShort((short) 1).putShort((short) 16);
      return field.putLong(unpacked).putLong(packed.length).array();
    }

    /** Its local header leaves sizes and checksum to what stands behind its bytes. */
    Item describedBehind() {
      flags |= DESCRIBED_BEHIND;
      localFlags = flags;
      localCrc = 0;
      localSize = 0;
      localPacked = 0;
      descriptor =
          buffer(16)
              .putInt(0x08074b50)
              .putInt(crc)
              .putInt(packed.length)
              .putInt((int) size)
              .array();
      return this;
    }
  }

  Zip add(String name, byte[] data) {
    items.add(new Item(name, data));
    return this;
  }

  Zip add(Item item) {
    items.add(item);
    return this;
  }

  /** The same with one entry otherwise. */
  Zip change(String name, Consumer<Item> change) {
    change.accept(item(name));
    return this;
  }

  /** The same with other bytes in one entry. */
  Zip replace(String name, byte[] data) {
    items.set(items.indexOf(item(name)), new Item(name, data));
    return this;
  }

  Zip remove(String name) {
    items.remove(item(name));
    return this;
  }

  /** The same with an entry elsewhere. */
  Zip move(String name, int to) {
    Item moved = item(name);
    items.remove(moved);
    items.add(to, moved);
    return this;
  }

  Zip addAt(int at, Item item) {
    items.add(at, item);
    return this;
  }

  Zip front(byte[] loose) {
    front = loose;
    return this;
  }

  Zip beforeDirectory(byte[] loose) {
    beforeDirectory = loose;
    return this;
  }

  Zip behind(byte[] loose) {
    behind = loose;
    return this;
  }

  Zip comment(String text) {
    comment = text.getBytes(UTF_8);
    return this;
  }

  private Item item(String name) {
    return items.stream().filter(item -> item.name.equals(name)).findFirst().orElseThrow();
  }

  /** Where an entry begins. */
  int start(String name) {
    int at = front.length;
    for (Item item : items) {
      if (item.name.equals(name)) {
        return at;
      }
      at += local(item).length + item.packed.length + item.descriptor.length + item.gap.length;
    }
    throw new IllegalArgumentException(name);
  }

  byte[] data(String name) {
    return item(name).data;
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    all.writeBytes(front);
    int count = 0;
    for (Item item : items) {
      if (item.listed) {
        directory.writeBytes(central(item, all.size()));
        count++;
      }
      all.writeBytes(local(item));
      all.writeBytes(item.packed);
      all.writeBytes(item.descriptor);
      all.writeBytes(item.gap);
    }
    all.writeBytes(beforeDirectory);
    int start = all.size();
    all.writeBytes(directory.toByteArray());
    ByteBuffer end = buffer(22);
    end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
    end.putInt(directory.size()).putInt(start).putShort((short) comment.length);
    all.writeBytes(end.array());
    all.writeBytes(comment);
    all.writeBytes(behind);
    return all.toByteArray();
  }

  private static byte[] local(Item item) {
    ByteBuffer local = buffer(30 + item.rawLocalName.length + item.localExtra.length);
    local.putInt(0x04034b50).putShort((short) 20).putShort((short) item.localFlags);
    local.putShort((short) item.localMethod).putShort((short) 0).putShort((short) FIRST_DAY);
    local.putInt(item.localCrc).putInt((int) item.localPacked).putInt((int) item.localSize);
    local.putShort((short) item.rawLocalName.length).putShort((short) item.localExtra.length);
    return local.put(item.rawLocalName).put(item.localExtra).array();
  }

  private static byte[] central(Item item, int offset) {
    ByteBuffer central = buffer(46 + item.rawName.length + item.extra.length);
    central.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
    central.putShort((short) item.flags).putShort((short) item.method);
    central.putShort((short) 0).putShort((short) FIRST_DAY);
    central.putInt(item.crc).putInt((int) item.packedSize()).putInt((int) item.size);
    central.putShort((short) item.rawName.length).putShort((short) item.extra.length);
    central.putShort((short) 0);
    central.putShort((short) 0).putShort((short) 0).putInt(0).putInt(offset);
    return central.put(item.rawName).put(item.extra).array();
  }

  static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
