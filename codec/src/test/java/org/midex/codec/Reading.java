package org.midex.codec;

import java.io.IOException;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;

/** Reads messages of which only what is told matters, for tests. */
public final class Reading {
  private Reading() {}

  /** Opens a message. */
  public interface Opening {
    MessageReader reader() throws IOException;
  }

  /** Reads a message to its end, or as far as it can be read. */
  public static void all(Opening opening) {
    try (MessageReader reader = opening.reader()) {
      while (reader.next()) {
        reader.row();
      }
    } catch (MalformedMessageException e) {
      // told
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
