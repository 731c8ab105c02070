package org.midex.model.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts lines bytewise. Beyond a few megabytes sorted runs go to temporary files that only the user
 * can read, and are merged.
 */
public final class LineSorter implements Closeable {
  private static final int RUN_BYTES = 16 << 20;
  private static final int OVERHEAD = 24;
  private static final Comparator<byte[]> BYTEWISE = Arrays::compareUnsigned;

  private final int runBytes;
  private final List<byte[]> lines = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();
  private final List<Run> opened = new ArrayList<>();
  private long bytes;

  public LineSorter() {
    this(RUN_BYTES);
  }

  /**
   * @param runBytes memory to use before a run is written out
   */
  public LineSorter(int runBytes) {
    this.runBytes = runBytes;
  }

  /** Takes a line; it must not be changed any more. */
  public void add(byte[] line) throws IOException {
    lines.add(line);
    bytes += line.length + OVERHEAD;
    if (bytes > runBytes) {
      spill();
    }
  }

  private void spill() throws IOException {
    lines.sort(BYTEWISE);
    Path run = PrivateFile.create(".run");
    runs.add(run);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 16))) {
      for (byte[] line : lines) {
        out.writeInt(line.length);
        out.write(line);
      }
    }
    lines.clear();
    bytes = 0;
  }

  /** All lines in order. Nothing can be added after. */
  public Lines sorted() throws IOException {
    if (runs.isEmpty()) {
      lines.sort(BYTEWISE);
      Iterator<byte[]> inMemory = lines.iterator();
      return () -> inMemory.hasNext() ? inMemory.next() : null;
    }
    spill();
    PriorityQueue<Run> queue = new PriorityQueue<>((a, b) -> BYTEWISE.compare(a.line, b.line));
    for (Path path : runs) {
      Run run = new Run(path);
      opened.add(run);
      if (run.next()) {
        queue.add(run);
      }
    }
    return () -> {
      Run run = queue.poll();
      if (run == null) {
        return null;
      }
      byte[] line = run.line;
      if (run.next()) {
        queue.add(run);
      }
      return line;
    };
  }

  /** Gives one line after the other. */
  public interface Lines {
    /** The next line, or null after the last. */
    byte @Nullable [] next() throws IOException;
  }

  @Override
  public void close() throws IOException {
    lines.clear();
    for (Run run : opened) {
      run.in.close();
    }
    for (Path run : runs) {
      PrivateFile.delete(run);
    }
    runs.clear();
  }

  /** One sorted file, at its current line. */
  private static final class Run {
    private final DataInputStream in;
    private byte[] line = {};

    Run(Path path) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 14));
    }

    boolean next() throws IOException {
      try {
        line = new byte[in.readInt()];
      } catch (EOFException e) {
        return false;
      }
      in.readFully(line);
      return true;
    }
  }
}
