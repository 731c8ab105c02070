package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** One operation of the protocol. */
interface Operation {
  /**
   * Answers a request, but for {@code seq}.
   *
   * @throws IOException when it failed for a reason that is not the input's
   */
  ObjectNode run(ObjectNode request) throws IOException;
}
