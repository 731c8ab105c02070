package org.midex.conformance.iut;

/** An implementation crashed, hung, or said what is not in the protocol. */
public final class MisbehaviourException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * Says what it did.
   *
   * @param message for people
   */
  public MisbehaviourException(String message) {
    super(message);
  }
}
