package org.midex.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What a dataset does to what was sent before. Codes: the list CL_ACTION; after SDMX's dataset
 * actions.
 */
public enum Action {
  /** These are all observations of this theme and coverage; what was there before is gone. */
  REPLACE,
  /** These observations are added; those with the same key take the place of the former. */
  APPEND,
  /** Observations with these keys are withdrawn; only keys are sent. */
  DELETE,
  /** For information only; nothing is to be stored. */
  INFORMATION;

  /** The code on the wire: {@code Replace}. */
  public String code() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  public static Optional<Action> ofCode(String code) {
    for (Action action : values()) {
      if (action.code().equals(code)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
