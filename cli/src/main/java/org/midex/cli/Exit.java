package org.midex.cli;

import org.midex.model.signature.Outcome;

/** Exit codes of the command line. */
final class Exit {
  /** Conformant, verified, equal. */
  static final int OK = 0;

  /** Not conformant, or files differ. */
  static final int NOT_CONFORMANT = 1;

  /** Wrong usage, or an unknown option, mapping, theme or rule. */
  static final int USAGE = 2;

  /** Could not be completed for another reason. */
  static final int FAILED = 3;

  /** Parts of a newer version were not judged, or trust could not be decided. */
  static final int UNDECIDED = 4;

  private static final int[] GRAVEST_FIRST = {FAILED, NOT_CONFORMANT, UNDECIDED};

  private Exit() {}

  /** What verifying came to. */
  static int of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> OK;
      case FAILED -> NOT_CONFORMANT;
      case INDETERMINATE -> UNDECIDED;
    };
  }

  /** The graver of two outcomes: 3, then 1, then 4, then 0. */
  static int gravest(int one, int other) {
    for (int code : GRAVEST_FIRST) {
      if (one == code || other == code) {
        return code;
      }
    }
    return OK;
  }
}
