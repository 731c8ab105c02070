package org.midex.validation.internal.keys;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.PrivateFile;

/**
 * Keeps chunks of numbers until they are taken back, once each: in memory while there is room, else
 * in a temporary file that only the user can read. Not thread-safe.
 */
final class ChunkStore implements Closeable {
  /** Numbers of a chunk. */
  static final int CHUNK = 1 << 12;

  private static final int BYTES = CHUNK * Long.BYTES;

  private final long memory;
  private final Deque<Integer> freePlaces = new ArrayDeque<>();
  private long inMemory;
  private int places;
  private @Nullable FileChannel file;
  private @Nullable ByteBuffer buffer;
  private long @Nullable [] spare;

  /**
   * @param memory bytes, beyond which chunks go to the file
   */
  ChunkStore(long memory) {
    this.memory = memory;
  }

  /** A chunk that is kept. */
  interface Kept {
    /** The chunk, which is not kept any longer. */
    long[] take() throws IOException;
  }

  /** A chunk to be filled. */
  long[] empty() {
    long[] chunk = spare;
    spare = null;
    return chunk == null ? new long[CHUNK] : chunk;
  }

  /**
   * Keeps a chunk, which belongs to the store from now on.
   *
   * @throws IOException when there is no room in the temporary folder
   */
  Kept keep(long[] chunk) throws IOException {
    if (inMemory + BYTES <= memory) {
      inMemory += BYTES;
      return () -> {
        inMemory -= BYTES;
        return chunk;
      };
    }
    int place = freePlaces.isEmpty() ? places++ : freePlaces.pop();
    write(chunk, place);
    spare = chunk;
    return () -> {
      freePlaces.push(place);
      return read(place);
    };
  }

  private void write(long[] chunk, int place) throws IOException {
    ByteBuffer bytes = buffer().clear();
    bytes.asLongBuffer().put(chunk);
    try {
      FileChannel channel = file();
      for (long at = (long) place * BYTES; bytes.hasRemaining(); ) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw new IOException("a temporary file cannot be written: " + e.getMessage(), e);
    }
  }

  private long[] read(int place) throws IOException {
    ByteBuffer bytes = buffer().clear();
    FileChannel channel = file();
    for (long at = (long) place * BYTES; bytes.hasRemaining(); ) {
      int read = channel.read(bytes, at);
      if (read < 0) {
        throw new EOFException("a temporary file is shorter than what was written to it");
      }
      at += read;
    }
    long[] chunk = new long[CHUNK];
    bytes.flip().asLongBuffer().get(chunk);
    return chunk;
  }

  private ByteBuffer buffer() {
    ByteBuffer known = buffer;
    if (known == null) {
      known = ByteBuffer.allocateDirect(BYTES);
      buffer = known;
    }
    return known;
  }

  private FileChannel file() throws IOException {
    FileChannel known = file;
    if (known == null) {
      Path path = PrivateFile.create(".keys");
      known =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = known;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
