package org.midex.conformance.iut;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.wording.Saying;

/** Something that answers requests of the protocol. Used by one thread at a time. */
public interface Implementation extends Closeable {
  /**
   * Asks, and waits for the answer.
   *
   * @param request with absolute paths; gets a number
   * @param limit how long to wait
   * @throws MisbehaviourException when there is no answer, or none of the protocol
   * @throws InterruptedException when this thread is to end
   */
  ObjectNode ask(ObjectNode request, Duration limit)
      throws MisbehaviourException, InterruptedException;

  /**
   * Says goodbye.
   *
   * @return what was wrong with its end; null when nothing was
   * @throws InterruptedException when this thread is to end
   */
  default @Nullable Saying leave() throws InterruptedException {
    return null;
  }

  /** Lets nothing of it run on. */
  @Override
  void close();
}
