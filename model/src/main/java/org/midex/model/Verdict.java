package org.midex.model;

/** What validation says of a message. */
public enum Verdict {
  /** No error. */
  CONFORMANT,
  /** At least one error. */
  NOT_CONFORMANT,
  /** No error, but parts of a newer version were not judged. */
  INCOMPLETE
}
