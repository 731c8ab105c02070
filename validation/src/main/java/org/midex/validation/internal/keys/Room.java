package org.midex.validation.internal.keys;

/**
 * How much of a message is kept where.
 *
 * @param memory bytes of rows to keep before they go to disk
 * @param chunk numbers that go there at a time
 * @param whole rows that are judged in one part when there are not more
 * @param most rows of a part of more rows than that
 */
public record Room(long memory, int chunk, int whole, int most) {
  private static final int CHUNK = 1 << 12;

  /** A table of a few megabytes. */
  private static final int WHOLE = 1 << 16;

  /** A table of some 10 MB. */
  private static final int MOST = 1 << 18;

  public Room {
    if (whole > most) {
      throw new IllegalArgumentException("parts of " + most + " rows, but " + whole + " in one");
    }
  }

  /** Parts that the processor's cache can hold, and so much memory. */
  public static Room of(long memory) {
    return new Room(memory, CHUNK, WHOLE, MOST);
  }
}
