package org.midex.codec.pack;

/** What no honest package exceeds. A file that does is refused (MDX-P06) before it is unpacked. */
final class PackageLimits {
  static final int ENTRIES = 1_000;

  /** Bytes of the central directory. */
  static final int DIRECTORY = 1 << 21;

  /** Bytes of an entry's name. */
  static final int NAME = 512;

  /** Bytes of one manifest or signature. */
  static final int META = 1 << 20;

  /** How many times as large an entry may be as its compressed bytes. */
  static final int RATIO = 200;

  private PackageLimits() {}
}
