package org.midex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.midex.internal.WatchedStream;
import org.midex.model.io.PrivateFile;

/**
 * Bytes that can be read more than once: the first time to judge them, a second time to show where
 * findings are. A stream that can be read only once is kept in a private temporary file until the
 * source is closed.
 */
public final class Source implements AutoCloseable {
  private final String name;
  private final Path path;
  private final boolean temporary;
  private @Nullable LongConsumer watcher;

  private Source(String name, Path path, boolean temporary) {
    this.name = name;
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * The same bytes, telling how far their first reading is.
   *
   * @param bytesRead told the number of bytes read so far, each time some are
   */
  public Source watched(LongConsumer bytesRead) {
    Source watched = new Source(name, path, temporary);
    watched.watcher = bytesRead;
    return watched;
  }

  /** A file, compressed with gzip or not. */
  public static Source of(Path path) {
    return new Source(path.toString(), path, false);
  }

  /**
   * A stream, read to its end at once.
   *
   * @param name what to call it in reports
   */
  public static Source of(InputStream in, String name) throws IOException {
    Path copy = PrivateFile.create(".in");
    try {
      Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      PrivateFile.delete(copy);
      throw e;
    }
    return new Source(name, copy, true);
  }

  /** What to call it in reports. */
  public String name() {
    return name;
  }

  /** The bytes as they are, from the start. */
  public InputStream open() throws IOException {
    InputStream in = Files.newInputStream(path);
    LongConsumer told = watcher;
    watcher = null;
    return told == null ? in : new WatchedStream(in, told);
  }

  /** The bytes as they are, from the start, unwatched. */
  InputStream peek() throws IOException {
    return Files.newInputStream(path);
  }

  /** The bytes as they are, at any place. */
  SeekableByteChannel channel() throws IOException {
    return Files.newByteChannel(path);
  }

  /** Number of bytes. */
  public long size() throws IOException {
    return Files.size(path);
  }

  /** Deletes the temporary copy, if there is one. */
  @Override
  public void close() throws IOException {
    if (temporary) {
      PrivateFile.delete(path);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
