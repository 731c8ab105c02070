package org.midex.codec.head;

import org.jspecify.annotations.Nullable;
import org.midex.schema.Edition;
import org.midex.schema.ValueType;

/** How a message's version of the standard stands to the one that this program knows. */
enum Versions {
  KNOWN,
  NEWER_MINOR,
  OTHER_MAJOR;

  private static final String FORM = String.valueOf(ValueType.of(ValueType.Kind.VERSION).pattern());

  /**
   * A missing or malformed version counts as known: it is reported elsewhere, and the rest is
   * judged.
   */
  static Versions of(@Nullable String version, Edition edition) {
    if (version == null || !version.matches(FORM)) {
      return KNOWN;
    }
    int point = version.indexOf('.');
    if (Integer.parseInt(version.substring(0, point)) != edition.major()) {
      return OTHER_MAJOR;
    }
    return Integer.parseInt(version.substring(point + 1)) > edition.minor() ? NEWER_MINOR : KNOWN;
  }
}
