package org.midex.conformance.iut;

import org.midex.conformance.wording.Saying;

/** An implementation crashed, hung, or said what is not in the protocol. */
public final class MisbehaviourException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never written
  private final Saying said;

  /** Says what it did. */
  public MisbehaviourException(Saying said) {
    super(said.toString());
    this.said = said;
  }

  /** What it did, for people. */
  public Saying said() {
    return said;
  }
}
