package org.midex.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers its first failure, because print writers swallow it. Closing only
 * flushes.
 */
final class Stdout extends FilterOutputStream {
  private @Nullable IOException failure;

  Stdout(OutputStream out) {
    super(out);
  }

  /** Writing failed. */
  static final class Failure extends IOException {
    private static final long serialVersionUID = 1L;

    Failure(IOException cause) {
      super("stdout: " + cause.getMessage(), cause);
    }

    /**
     * Whether the reader of a pipe went away, as {@code head} does; nobody wants to hear of that.
     */
    boolean readerLeft() {
      String message = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
      return message.contains("broken pipe")
          || message.contains("pipe is being closed")
          || message.contains("pipe has been ended");
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private interface Action {
    void run() throws IOException;
  }

  private void attempt(Action action) throws IOException {
    IOException earlier = failure;
    if (earlier != null) {
      throw new Failure(earlier);
    }
    try {
      action.run();
    } catch (IOException e) {
      failure = e;
      throw new Failure(e);
    }
  }
}
