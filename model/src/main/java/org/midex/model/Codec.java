package org.midex.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One syntax of the standard. Immutable and shareable. */
public interface Codec {
  /** Short name, {@code xml} or {@code avro}. */
  String name();

  /**
   * A reader over a message's bytes. Reads the head at once.
   *
   * @param in the bytes, uncompressed; closed with the reader
   * @throws MalformedMessageException when the bytes make no sense before the first row
   */
  MessageReader reader(InputStream in, FindingSink sink) throws IOException;

  /**
   * A writer of a message with this head.
   *
   * @param out closed with the writer
   * @throws IllegalArgumentException when the head lacks what the standard requires
   */
  MessageWriter writer(OutputStream out, MessageHead head) throws IOException;
}
