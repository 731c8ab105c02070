package org.midex.conformance.iut;

import java.io.IOException;

/** Starts implementations of one kind, each of which has its own memory of what was asked. */
public interface Launcher {
  /**
   * Starts one.
   *
   * @throws IOException when it cannot be started
   */
  Implementation launch() throws IOException;
}
