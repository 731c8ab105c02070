package org.midex.model;

import java.io.IOException;

/**
 * The bytes stop making sense, so that reading cannot go on. The reader reported it to the sink
 * before it threw this.
 */
public final class MalformedMessageException extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;
  private final transient Location location;

  public MalformedMessageException(Problem problem, Location location, String message) {
    super(message);
    this.problem = problem;
    this.location = location;
  }

  public Problem problem() {
    return problem;
  }

  public Location location() {
    return location;
  }
}
