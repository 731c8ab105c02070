package org.midex.model.io;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Why a stream cannot be read on, for readers that read ahead: what is to be told of it is told
 * when a reader comes to the place, not when the bytes before it are fetched.
 */
public abstract class LateFailure extends IOException {
  private static final long serialVersionUID = 1;
  private @Nullable IOException told;

  protected LateFailure(String message) {
    super(message);
  }

  /**
   * Tells of it; called once, when no byte before it is left.
   *
   * @return what is thrown
   */
  protected abstract IOException tell();

  /**
   * Reads on where a reader has come to the end of what it read ahead.
   *
   * @param kept the failure that ended reading ahead, which is met now; null when it did not fail
   * @return as {@link InputStream#read(byte[], int, int)}
   */
  public static int read(
      InputStream in, @Nullable IOException kept, byte[] target, int from, int length)
      throws IOException {
    if (kept != null) {
      throw met(kept);
    }
    try {
      return in.read(target, from, length);
    } catch (IOException e) {
      throw met(e);
    }
  }

  /** The exception to throw when a reader meets a failure; others are what they are. */
  public static IOException met(IOException failure) {
    if (!(failure instanceof LateFailure late)) {
      return failure;
    }
    IOException known = late.told;
    if (known == null) {
      known = late.tell();
      late.told = known;
    }
    return known;
  }
}
