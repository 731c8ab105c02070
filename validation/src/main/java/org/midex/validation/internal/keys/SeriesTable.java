package org.midex.validation.internal.keys;

import java.util.Arrays;

/**
 * Rows as time series: those that have all of their key but the period in common stand side by
 * side, in the order of their periods. What is compared is found for a series at a time, so that
 * only the first look-up of each costs anything. About 30 bytes a row and 50 a series; twice that
 * where rows came in another order.
 */
public final class SeriesTable {
  private static final int AT_FIRST = 1 << 12;
  private static final int NONE = -1;

  /** Rows among which there may be many of the same key; a part has fewer, as a rule. */
  private static final int MANY = 1 << 19;

  private final PackedCodes packing;
  private final KeyIndex keys = new KeyIndex();

  /** By series: its packed codes, its first entry. */
  private long[] codes;

  private int[] first = new int[AT_FIRST];
  private int[] next = new int[AT_FIRST];

  private Rows rows = new Rows();
  private Rows spare = new Rows();
  private long[] order = {};

  /** The latest row's series. */
  private int latest;

  private boolean isOrdered;
  private int filling;

  /** When there are so many rows, those whose key is there are left out. */
  private int many;

  /** What is kept of each row. */
  private static final class Rows {
    private int size;
    private long[] figures = {};
    private int[] records = {};
    private int[] periods = {};
    private int[] series = {};

    void makeRoom(int wanted) {
      if (wanted > figures.length) {
        int length = Math.max(AT_FIRST, Math.max(wanted, figures.length * 2));
        figures = Arrays.copyOf(figures, length);
        records = Arrays.copyOf(records, length);
        periods = Arrays.copyOf(periods, length);
        series = Arrays.copyOf(series, length);
      }
    }

    int period(int entry) {
      return periods[entry] & Marks.PERIOD;
    }

    boolean isFaulty(int entry) {
      return (periods[entry] & Marks.FAULTY) == Marks.FAULTY;
    }

    void copy(int entry, Rows target, int place) {
      target.figures[place] = figures[entry];
      target.records[place] = records[entry];
      target.periods[place] = periods[entry];
      target.series[place] = series[entry];
    }
  }

  SeriesTable(PackedCodes packing) {
    this.packing = packing;
    this.codes = new long[AT_FIRST * packing.words()];
    clear();
  }

  void clear() {
    filling++;
    keys.clear();
    rows.size = 0;
    latest = NONE;
    isOrdered = true;
    many = MANY;
  }

  /**
   * Adds a row.
   *
   * @param duplicates as in {@link #arrange}; may hear of some already
   */
  void add(KeyedRow row, KeyedRows.Duplicates duplicates) {
    if (rows.size == many) {
      thin(duplicates);
    }
    int entry = rows.size;
    rows.makeRoom(entry + 1);
    boolean follows = latest >= 0 && keys.hi(latest) == row.hi() && keys.lo(latest) == row.lo();
    if (!follows) {
      begin(row, entry);
    } else if (rows.period(entry - 1) >= row.period()) {
      isOrdered = false;
    }
    rows.figures[entry] = row.figure();
    rows.records[entry] = (int) row.record();
    rows.periods[entry] = row.periodAndMarks();
    rows.series[entry] = latest;
    rows.size = entry + 1;
  }

  private void begin(KeyedRow row, int entry) {
    int known = keys.size();
    latest = keys.add(row.hi(), row.lo());
    if (latest != known) {
      isOrdered = false;
      return;
    }
    if (known + 1 >= first.length) {
      first = Arrays.copyOf(first, first.length * 2);
      codes = Arrays.copyOf(codes, first.length * packing.words());
    }
    first[known] = entry;
    row.copyCodes(codes, known * packing.words());
  }

  private void thin(KeyedRows.Duplicates duplicates) {
    if (!isOrdered) {
      arrange(duplicates);
      isOrdered = false;
      latest = NONE;
    }
    many = Math.max(MANY, rows.size * 2);
  }

  /**
   * Puts the rows in order, once all are added.
   *
   * @param duplicates hears of rows whose key is there, which are left out
   */
  void arrange(KeyedRows.Duplicates duplicates) {
    if (!isOrdered) {
      sort();
      gather(duplicates);
    }
    first[series()] = rows.size;
  }

  /** Orders the numbers of the rows by series and period; those with the same key as they came. */
  private void sort() {
    countRows();
    if (order.length < rows.size) {
      order = new long[rows.figures.length];
    }
    for (int entry = 0; entry < rows.size; entry++) {
      order[next[rows.series[entry]]++] = (long) rows.period(entry) << Integer.SIZE | entry;
    }
    for (int one = 0; one < series(); one++) {
      sort(first[one], next[one]);
    }
  }

  /** Finds where each series begins. */
  private void countRows() {
    if (next.length < first.length) {
      next = new int[first.length];
    }
    Arrays.fill(next, 0, series(), 0);
    for (int entry = 0; entry < rows.size; entry++) {
      next[rows.series[entry]]++;
    }
    int at = 0;
    for (int one = 0; one < series(); one++) {
      first[one] = at;
      at += next[one];
      next[one] = first[one];
    }
  }

  private void sort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (order[i] < order[i - 1]) {
        Arrays.sort(order, from, to);
        return;
      }
    }
  }

  /** Moves the rows to where they belong. */
  private void gather(KeyedRows.Duplicates duplicates) {
    Rows target = spare;
    target.size = 0;
    target.makeRoom(rows.size);
    RepeatedKeys repeated = new RepeatedKeys();
    int before = NONE;
    for (int i = 0; i < rows.size; i++) {
      int entry = (int) order[i];
      int series = rows.series[entry];
      int place = target.size;
      if (series != before) {
        before = series;
        first[series] = place;
      } else if (target.period(place - 1) == rows.period(entry)) {
        if (target.isFaulty(place - 1)) {
          rows.copy(entry, target, place - 1);
        } else if (!rows.isFaulty(entry)) {
          repeated.add(entry, place - 1);
        }
        continue;
      }
      rows.copy(entry, target, place);
      target.size = place + 1;
    }
    spare = rows;
    rows = target;
    repeated.tell(duplicates);
  }

  /** Rows whose key is there, in the order in which they came. */
  private final class RepeatedKeys {
    private long[] pairs = {};
    private int size;

    void add(int entry, int firstEntry) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, Math.max(64, size * 2));
      }
      pairs[size++] = (long) entry << Integer.SIZE | firstEntry;
    }

    void tell(KeyedRows.Duplicates duplicates) {
      Arrays.sort(pairs, 0, size);
      for (int i = 0; i < size; i++) {
        duplicates.duplicate(
            row(spare, (int) (pairs[i] >>> Integer.SIZE)), row(rows, (int) pairs[i]));
      }
    }
  }

  private static RowFigure row(Rows rows, int entry) {
    return new RowFigure(
        Integer.toUnsignedLong(rows.records[entry]), rows.periods[entry] >= 0, rows.figures[entry]);
  }

  /** How often it has been filled. */
  int filling() {
    return filling;
  }

  /** Rows. */
  public int size() {
    return rows.size;
  }

  /** How many there are. */
  int series() {
    return keys.size();
  }

  int first(int series) {
    return first[series];
  }

  /** The entry behind the last. */
  int end(int series) {
    return first[series + 1];
  }

  int series(int entry) {
    return rows.series[entry];
  }

  /**
   * The code that a series' rows have.
   *
   * @param slot of a dimension that a check names
   */
  int code(int series, int slot) {
    return packing.code(slot, codes, series * packing.words());
  }

  /** The series whose key differs from this one's by a step, or −1. */
  int find(int series, long hiStep, long loStep) {
    return keys.find(keys.hi(series) + hiStep, keys.lo(series) + loStep);
  }

  /** The entry of another period in the same series, or −1. */
  public int ofPeriod(int entry, long period) {
    int series = rows.series[entry];
    int from = first[series];
    int to = first[series + 1];
    int near = period < rows.period(entry) ? entry - 1 : entry + 1;
    return near >= from && near < to && rows.period(near) == period ? near : find(from, to, period);
  }

  /** The entry of a period among those of one series, or −1. */
  int find(int from, int to, long period) {
    int low = from;
    int high = to - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = rows.period(middle);
      if (there == period) {
        return middle;
      }
      if (there < period) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  public boolean hasFigure(int entry) {
    return rows.periods[entry] >= 0;
  }

  /**
   * Whether all that is known of a row is that it is there; if there is a sound one with its key,
   * that is the entry.
   */
  public boolean isFaulty(int entry) {
    return rows.isFaulty(entry);
  }

  public long figure(int entry) {
    return rows.figures[entry];
  }

  /** Number of the row in the message, from 1. */
  public long record(int entry) {
    return Integer.toUnsignedLong(rows.records[entry]);
  }

  /** As {@link org.midex.model.TimePeriod#packed()}, which has 28 bits. */
  public long period(int entry) {
    return rows.period(entry);
  }

  /**
   * Whether a row was marked.
   *
   * @param mark one of {@link Marks}
   */
  public boolean marked(int entry, int mark) {
    return (rows.periods[entry] & mark) != 0;
  }

  /** The upper half of a row's key with another period. */
  public long hi(int entry, long period, KeyHash hash) {
    return keys.hi(rows.series[entry]) + hash.ofTime(period);
  }

  public long lo(int entry) {
    return keys.lo(rows.series[entry]);
  }

  /** Shows a row as it was added. */
  void show(int entry, KeyedRow cursor) {
    int series = rows.series[entry];
    cursor.setSeries(keys.hi(series), keys.lo(series));
    cursor.setCodes(codes, series * packing.words());
    cursor.setRow(figure(entry), record(entry), rows.periods[entry]);
  }
}
