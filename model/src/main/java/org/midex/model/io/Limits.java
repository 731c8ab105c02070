package org.midex.model.io;

/**
 * What no honest message exceeds. A file that does is refused with MDX-S04 before it can exhaust
 * the machine.
 */
public final class Limits {
  /** Elements inside one another. */
  public static final int DEPTH = 32;

  /** Attributes of one element. */
  public static final int ATTRIBUTES = 128;

  /** Characters of one attribute's value. */
  public static final int ATTRIBUTE_LENGTH = 32_768;

  /** Characters of one element's text. */
  public static final int TEXT_LENGTH = 65_536;

  /** Elements of the header. */
  public static final int HEADER_ELEMENTS = 10_000;

  /**
   * Characters without white space, quote, angle bracket or equals sign: the parser itself does not
   * limit names.
   */
  public static final int UNBROKEN = 262_144;

  /** Different names that the standard does not have: the parser keeps every name it meets. */
  public static final int UNKNOWN_NAMES = 20_000;

  private Limits() {}
}
