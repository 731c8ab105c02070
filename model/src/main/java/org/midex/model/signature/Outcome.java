package org.midex.model.signature;

import java.util.Collection;

/**
 * What a check of a signature came to (ETSI EN 319 102-1, 5.1.3: TOTAL-PASSED, TOTAL-FAILED,
 * INDETERMINATE); the gravest last.
 */
public enum Outcome {
  PASSED,
  INDETERMINATE,
  FAILED;

  /** The gravest of some; PASSED when there are none. */
  public static Outcome gravest(Collection<Outcome> outcomes) {
    return outcomes.stream().max(Outcome::compareTo).orElse(PASSED);
  }
}
