package org.midex.internal;

import java.io.IOException;
import java.io.InputStream;
import org.midex.model.MessageReader;

/** Opens the same message again, to see what stands where findings are. */
public interface SecondReading {
  /** The message from its start; nothing is reported a second time. */
  MessageReader reader() throws IOException;

  /** Whether the message is text, so that what stands in the file can be shown. */
  boolean isText();

  /** The message's text from its start. */
  InputStream text() throws IOException;

  /** Bytes of the message's text, fewer at its end. */
  byte[] bytes(long offset, int length) throws IOException;
}
