package org.midex.validation.internal.keys;

/**
 * What is kept of a row whose key is known, as numbers that stand in a chunk. In one place what the
 * rows of its series have in common: both halves of the key's hash without the period, and the
 * codes that checks ask for. In another the figure, and the record with the period and marks. Moved
 * from row to row.
 */
public final class KeyedRow {
  private static final int HI = 0;
  private static final int LO = 1;
  private static final int CODES = 2;
  private static final int FIGURE = 0;
  private static final int REST = 1;

  /** Numbers of a row beside those of its series. */
  static final int WIDTH = 2;

  private final PackedCodes codes;
  private long[] chunk;
  private int series;
  private int at;

  KeyedRow(PackedCodes codes) {
    this.codes = codes;
    this.at = seriesWidth(codes);
    this.chunk = new long[at + WIDTH];
  }

  /** Numbers that the rows of a series have in common. */
  static int seriesWidth(PackedCodes codes) {
    return CODES + codes.words();
  }

  void moveTo(long[] newChunk, int newSeries, int newRow) {
    chunk = newChunk;
    series = newSeries;
    at = newRow;
  }

  /** Says of which series the row is. */
  void setSeries(KeyHash hash, RowWords words, int[] codesOfRow) {
    setSeries(hash.seriesHi(), hash.lo());
    codes.pack(codesOfRow, words.packed(), chunk, series + CODES);
  }

  void setSeries(long hi, long lo) {
    chunk[series + HI] = hi;
    chunk[series + LO] = lo;
  }

  void setCodes(long[] source, int from) {
    System.arraycopy(source, from, chunk, series + CODES, codes.words());
  }

  /** Fills in what the rows of a series need not have in common. */
  void setRow(long figure, long record, int periodAndMarks) {
    chunk[at + FIGURE] = figure;
    chunk[at + REST] = record << Integer.SIZE | (periodAndMarks & 0xFFFF_FFFFL);
  }

  /** Whether the row is of the series that stands at some place. */
  boolean isOfSeries(long[] other, int place) {
    return isOfSeries(other[place + HI], other[place + LO]);
  }

  boolean isOfSeries(long hi, long lo) {
    return chunk[series + HI] == hi && chunk[series + LO] == lo;
  }

  /** Whether its codes are those of another row. */
  boolean hasCodesOf(KeyedRow other) {
    for (int i = CODES; i < CODES + codes.words(); i++) {
      if (chunk[series + i] != other.chunk[other.series + i]) {
        return false;
      }
    }
    return true;
  }

  /** Adds the bits in which its codes differ from another row's to a third one's codes. */
  void addDifferences(KeyedRow other, KeyedRow target) {
    for (int i = CODES; i < CODES + codes.words(); i++) {
      target.chunk[target.series + i] |= chunk[series + i] ^ other.chunk[other.series + i];
    }
  }

  void copySeries(long[] target, int place) {
    System.arraycopy(chunk, series, target, place, CODES + codes.words());
  }

  void copyCodes(KeyedRow target) {
    copyCodes(target.chunk, target.series + CODES);
  }

  void copyCodes(long[] target, int place) {
    System.arraycopy(chunk, series + CODES, target, place, codes.words());
  }

  /**
   * Copies this row and those of its series that stand behind it.
   *
   * @param skipped how many are left out at first
   * @param before to be added to the numbers of their records
   */
  void copyRows(int skipped, int count, long before, long[] target, int place) {
    int from = at + skipped * WIDTH;
    for (int i = 0; i < count * WIDTH; i += WIDTH) {
      target[place + i + FIGURE] = chunk[from + i + FIGURE];
      target[place + i + REST] = chunk[from + i + REST] + (before << Integer.SIZE);
    }
  }

  /** The upper half of its series' key: all but the period. */
  public long hi() {
    return chunk[series + HI];
  }

  public long lo() {
    return chunk[series + LO];
  }

  /** The figure, 0 where there is none. */
  public long figure() {
    return chunk[at + FIGURE];
  }

  public boolean hasFigure() {
    return periodAndMarks() >= 0;
  }

  /** Number of the row in the message, from 1. */
  public long record() {
    return chunk[at + REST] >>> Integer.SIZE;
  }

  /** As {@link org.midex.model.TimePeriod#packed()}. */
  public int period() {
    return periodAndMarks() & Marks.PERIOD;
  }

  /** The packed period with {@link Marks}. */
  int periodAndMarks() {
    return (int) chunk[at + REST];
  }

  /**
   * A code's place in its list.
   *
   * @param slot of a dimension that a check names
   */
  public int code(int slot) {
    return codes.code(slot, chunk, series + CODES);
  }
}
