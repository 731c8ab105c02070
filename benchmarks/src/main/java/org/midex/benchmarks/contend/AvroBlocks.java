package org.midex.benchmarks.contend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** A container's compressed blocks in memory, for inflating them and nothing else. */
final class AvroBlocks {
  private static final int MAGIC = 4;
  private static final int SYNC = 16;

  private final byte[] bytes;
  private final List<Block> blocks = new ArrayList<>();

  private record Block(int start, int length) {}

  private AvroBlocks(byte[] bytes) {
    this.bytes = bytes;
  }

  static AvroBlocks of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    AvroBlocks found = new AvroBlocks(bytes);
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    BinaryDecoder decoder = DecoderFactory.get().directBinaryDecoder(in, null);
    decoder.skipFixed(MAGIC);
    for (long entries = decoder.readMapStart(); entries != 0; entries = decoder.mapNext()) {
      for (long entry = 0; entry < entries; entry++) {
        decoder.skipString();
        decoder.skipBytes();
      }
    }
    decoder.skipFixed(SYNC);
    while (in.available() > 0) {
      decoder.readLong(); // rows
      int length = (int) decoder.readLong();
      found.blocks.add(new Block(bytes.length - in.available(), length));
      decoder.skipFixed(length + SYNC);
    }
    return found;
  }

  /** Inflates every block into one buffer. */
  long inflate() throws DataFormatException {
    Inflater inflater = new Inflater(true);
    byte[] buffer = new byte[1 << 16];
    long expanded = 0;
    try {
      for (Block block : blocks) {
        inflater.reset();
        inflater.setInput(bytes, block.start(), block.length());
        while (!inflater.finished()) {
          expanded += inflater.inflate(buffer);
        }
      }
    } finally {
      inflater.end();
    }
    return expanded;
  }
}
