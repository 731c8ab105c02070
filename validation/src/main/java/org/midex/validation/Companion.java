package org.midex.validation;

import java.io.IOException;
import java.util.Optional;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;

/** Another message that one is judged beside. It can be read again and again. */
public interface Companion {
  /** Name of its file. */
  String name();

  MessageHead head();

  /**
   * Reads it from the start. What is wrong with it is not told: it is judged by itself.
   *
   * @throws MalformedMessageException when it is no message any more
   */
  MessageReader open() throws IOException;

  /** Its message digest; empty when it has no canonical form. */
  Optional<String> digest() throws IOException;
}
