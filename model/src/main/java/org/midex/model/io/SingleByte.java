package org.midex.model.io;

import java.io.IOException;
import java.io.InputStream;

/** The one byte that a stream must be able to give, for streams that give blocks. */
public final class SingleByte {
  private SingleByte() {}

  /** The next byte, or −1 at the end. */
  public static int read(InputStream blocks) throws IOException {
    byte[] one = new byte[1];
    return blocks.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }
}
