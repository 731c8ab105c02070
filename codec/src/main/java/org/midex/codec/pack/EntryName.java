package org.midex.codec.pack;

import java.util.regex.Pattern;

/** Names of files in a package: relative paths that mean the same on every system. */
final class EntryName {
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\:*?\"<>|\u2028\u2029]");
  private static final Pattern PART =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?|.*[ .]");
  private static final int SHOWN = 100;

  private EntryName() {}

  static boolean isSafe(String name) {
    if (name.isEmpty() || name.startsWith("/") || UNSAFE.matcher(name).find()) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || PART.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }

  /** A name that may be anything, for people. */
  static String shown(String name) {
    String cut = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
