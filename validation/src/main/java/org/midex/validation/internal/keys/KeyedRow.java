package org.midex.validation.internal.keys;

/**
 * What is kept of a row whose key is known, as numbers that stand in a chunk: both halves of the
 * key's hash, the figure, the record with the period and marks, and the codes that checks ask for.
 * Moved from row to row.
 */
public final class KeyedRow {
  private static final int HI = 0;
  private static final int LO = 1;
  private static final int FIGURE = 2;
  private static final int REST = 3;
  private static final int CODES = 4;

  private final PackedCodes codes;
  private long[] chunk;
  private int at;

  KeyedRow(PackedCodes codes) {
    this.codes = codes;
    this.chunk = new long[width()];
  }

  /** Numbers of a row. */
  int width() {
    return CODES + codes.words();
  }

  void moveTo(long[] newChunk, int newPlace) {
    chunk = newChunk;
    at = newPlace;
  }

  /** Fills the place with a row that has no figure yet. */
  void set(KeyHash hash, RowWords words, int[] codesOfRow, long record, long periodAndMarks) {
    chunk[at + HI] = hash.hi();
    chunk[at + LO] = hash.lo();
    chunk[at + FIGURE] = 0;
    chunk[at + REST] = record << Integer.SIZE | (periodAndMarks & 0xFFFF_FFFFL);
    codes.pack(codesOfRow, words.packed(), chunk, at + CODES);
  }

  /** Says which row of the message it is. */
  public void setRecord(long record) {
    chunk[at + REST] = record << Integer.SIZE | (chunk[at + REST] & 0xFFFF_FFFFL);
  }

  void setFigure(long figure) {
    chunk[at + FIGURE] = figure;
  }

  /** Whether its codes are those of another row. */
  boolean hasCodesOf(KeyedRow other) {
    for (int i = CODES; i < width(); i++) {
      if (chunk[at + i] != other.chunk[other.at + i]) {
        return false;
      }
    }
    return true;
  }

  /** Adds the bits in which its codes differ from another row's to a third one's codes. */
  void addDifferences(KeyedRow other, KeyedRow target) {
    for (int i = CODES; i < width(); i++) {
      target.chunk[target.at + i] |= chunk[at + i] ^ other.chunk[other.at + i];
    }
  }

  void copyCodes(KeyedRow target) {
    System.arraycopy(chunk, at + CODES, target.chunk, target.at + CODES, codes.words());
  }

  void copyTo(long[] target, int place) {
    System.arraycopy(chunk, at, target, place, width());
  }

  public long hi() {
    return chunk[at + HI];
  }

  public long lo() {
    return chunk[at + LO];
  }

  /** The figure, 0 where there is none: see {@link Marks#NO_FIGURE}. */
  public long figure() {
    return chunk[at + FIGURE];
  }

  public long record() {
    return chunk[at + REST] >>> Integer.SIZE;
  }

  /** The packed period with the marks. */
  public int periodAndMarks() {
    return (int) chunk[at + REST];
  }

  /**
   * A code's place in its list.
   *
   * @param slot of a dimension that a check names
   */
  public int code(int slot) {
    return codes.code(slot, chunk, at + CODES);
  }
}
