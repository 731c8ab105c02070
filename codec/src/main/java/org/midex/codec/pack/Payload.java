package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to be signed.
 *
 * @param name its name in the package
 * @param type its media type
 * @param size bytes that it probably has; −1 when that is not known
 * @param bytes opens it
 */
public record Payload(String name, String type, long size, Bytes bytes) {
  /** Bytes that are read once. */
  public interface Bytes {
    InputStream open() throws IOException;
  }
}
