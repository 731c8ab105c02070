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
import org.midex.model.io.Leftovers;
import org.midex.model.io.PrivateFile;

/**
 * Keeps chunks of numbers until they are taken back, once each: in memory while there is room, else
 * in a temporary file that only the user can read. Threads may take chunks at the same time.
 */
final class ChunkStore implements Closeable {
  private final Room room;
  private final Files files;
  private final int bytes;
  private final Deque<Integer> freePlaces = new ArrayDeque<>();
  private long inMemory;
  private int places;
  private @Nullable FileChannel file;
  private @Nullable ByteBuffer buffer;
  private long @Nullable [] spare;

  ChunkStore(Room room) {
    this(room, () -> PrivateFile.create(".keys"));
  }

  /**
   * @param files makes the temporary file
   */
  ChunkStore(Room room, Files files) {
    this.room = room;
    this.files = files;
    this.bytes = room.chunk() * Long.BYTES;
  }

  Room room() {
    return room;
  }

  /** Makes temporary files. */
  interface Files {
    Path create() throws IOException;
  }

  /** A chunk that is kept. */
  interface Kept {
    /** The chunk, which is not kept any longer. */
    long[] take() throws IOException;
  }

  /** A chunk to be filled. */
  synchronized long[] empty() {
    long[] chunk = spare;
    spare = null;
    return chunk == null ? new long[room.chunk()] : chunk;
  }

  /**
   * Keeps a chunk, which belongs to the store from now on.
   *
   * @throws IOException when there is no room in the temporary folder
   */
  synchronized Kept keep(long[] chunk) throws IOException {
    if (inMemory + bytes <= room.memory()) {
      inMemory += bytes;
      return () -> {
        free();
        return chunk;
      };
    }
    int place = freePlaces.isEmpty() ? places++ : freePlaces.pop();
    write(chunk, place);
    spare = chunk;
    return () -> take(place);
  }

  private synchronized void free() {
    inMemory -= bytes;
  }

  private synchronized long[] take(int place) throws IOException {
    freePlaces.push(place);
    return read(place);
  }

  private void write(long[] chunk, int place) throws IOException {
    ByteBuffer all = buffer().clear();
    all.asLongBuffer().put(chunk);
    try {
      FileChannel channel = file();
      for (long at = (long) place * bytes; all.hasRemaining(); ) {
        at += channel.write(all, at);
      }
    } catch (IOException e) {
      throw new IOException("a temporary file cannot be written: " + e.getMessage(), e);
    }
  }

  private long[] read(int place) throws IOException {
    ByteBuffer all = buffer().clear();
    FileChannel channel = file();
    for (long at = (long) place * bytes; all.hasRemaining(); ) {
      int read = channel.read(all, at);
      if (read < 0) {
        throw new EOFException("a temporary file is shorter than what was written to it");
      }
      at += read;
    }
    long[] chunk = new long[room.chunk()];
    all.flip().asLongBuffer().get(chunk);
    return chunk;
  }

  private ByteBuffer buffer() {
    ByteBuffer known = buffer;
    if (known == null) {
      known = ByteBuffer.allocateDirect(bytes);
      buffer = known;
    }
    return known;
  }

  private FileChannel file() throws IOException {
    FileChannel known = file;
    if (known == null) {
      Path path = files.create();
      known =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      Leftovers.remove(path);
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
