package org.midex.validation.internal.keys;

import org.midex.model.RowView;

/** Makes of a row what is kept of it. Not thread-safe. */
public final class RowKeys {
  private final RowWords words;
  private final KeyHash hash;
  private final KeyedRow row;
  private final int[] codesOfRows;
  private final int time;
  private final int measure;
  private boolean codesAreNew;

  RowKeys(RowWords words, KeyHash hash, KeyedRow row, int fields, int time, int measure) {
    this.words = words;
    this.hash = hash;
    this.row = row;
    this.codesOfRows = new int[fields];
    this.time = time;
    this.measure = measure;
  }

  /**
   * Tells the codes of the rows that follow.
   *
   * @param codes by slot
   */
  public void setCodes(int[] codes) {
    System.arraycopy(codes, 0, codesOfRows, 0, codes.length);
    codesAreNew = true;
  }

  /**
   * What is kept of a row that has the codes told last, all of which are known.
   *
   * @return valid until the next
   */
  public KeyedRow keyed(RowView seen, long record) {
    setSeries(seen);
    boolean figure = seen.valid(measure);
    int marks = figure ? words.marks() : Marks.NO_FIGURE;
    row.setRow(figure ? seen.number(measure) : 0, record, (int) seen.number(time) | marks);
    return row;
  }

  /** What is kept of a row with a structural error whose key can be read all the same. */
  public KeyedRow faulty(RowView seen, long record) {
    setSeries(seen);
    row.setRow(0, record, (int) seen.number(time) | Marks.FAULTY);
    return row;
  }

  private void setSeries(RowView seen) {
    if (codesAreNew) {
      words.set(codesOfRows);
    }
    hash.set(words.hi(), words.lo(), seen);
    if (codesAreNew || !hash.isOfCodes()) {
      codesAreNew = false;
      row.setSeries(hash, words, codesOfRows);
    }
  }
}
