package org.midex.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.midex.model.io.Leftovers;

/**
 * A file that appears under its name only when it is complete. Until then it stands beside it as
 * {@code .NAME.part}.
 */
public final class SafeFile implements AutoCloseable {
  private final Path target;
  private final Path partial;
  private boolean kept;

  public SafeFile(Path target) throws IOException {
    this.target = target.toAbsolutePath();
    Path folder = this.target.getParent();
    Path name = this.target.getFileName();
    if (folder == null || name == null) {
      throw new IOException("no file can be written there: " + target);
    }
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (Files.isDirectory(this.target)) {
      throw new IOException(target + " is a folder");
    }
    this.partial = Leftovers.make(() -> Files.createTempFile(folder, "." + name, ".part"));
  }

  /** Where the bytes go. */
  public OutputStream open() throws IOException {
    return Files.newOutputStream(partial, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Where bytes go that are written at any place. */
  public SeekableByteChannel channel() throws IOException {
    return Files.newByteChannel(
        partial,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  /** The file as it is so far. */
  public Path path() {
    return partial;
  }

  /** Gives the finished file its name, with the permissions that a new file has. */
  public void keep() throws IOException {
    makeOrdinary();
    keepPrivate();
  }

  /** Gives the finished file its name; nobody but the user can read it. */
  public void keepPrivate() throws IOException {
    try {
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
    kept = true;
    Leftovers.remove(partial);
  }

  private void makeOrdinary() throws IOException {
    if (Files.getFileStore(partial).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          partial, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      Files.deleteIfExists(partial);
      Leftovers.remove(partial);
    }
  }
}
