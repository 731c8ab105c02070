package org.midex.conformance.suite;

import java.io.IOException;

/** The suite itself is not as it should be. */
public final class SuiteException extends IOException {
  private static final long serialVersionUID = 1;

  SuiteException(String message) {
    super(message);
  }
}
