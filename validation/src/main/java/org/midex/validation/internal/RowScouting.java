package org.midex.validation.internal;

import java.util.Arrays;
import org.midex.model.RowScout;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.keys.RowBuffer;

/**
 * Looks at a piece of the rows on a thread of its own, and keeps what is to be kept of those that
 * no rule needs to see. The others are named, to be read again in their turn.
 */
final class RowScouting implements RowScout {
  private final Glance glance;
  private final RowBuffer kept;
  private final long keySlots;
  private final int measure;
  private final boolean figureNeeded;
  private int looked;

  /** Numbers in the piece, from 1, and places of the rows that are to be read again. */
  private int[] numbers = new int[64];

  private int[] places = new int[64];
  private int named;

  /**
   * @param figureNeeded whether rows without a figure are to be read again
   */
  RowScouting(RowType type, Glance glance, RowBuffer kept, boolean figureNeeded) {
    this.glance = glance;
    this.kept = kept;
    this.keySlots = type.bits(Field::isKey);
    this.measure = type.measure().orElseThrow().slot();
    this.figureNeeded = figureNeeded;
  }

  @Override
  public void begin() {
    kept.clear();
    looked = 0;
    named = 0;
  }

  @Override
  public void look(RowView row, boolean sound, int place) {
    looked++;
    boolean silent = glance.select(row) == 0 && sound && row.allValid(keySlots);
    if (silent && (row.valid(measure) || !figureNeeded)) {
      kept.add(glance.keyed(row, looked));
    } else {
      name(place);
    }
  }

  private void name(int place) {
    if (named == numbers.length) {
      numbers = Arrays.copyOf(numbers, named * 2);
      places = Arrays.copyOf(places, named * 2);
    }
    numbers[named] = looked;
    places[named++] = place;
  }

  /** Forgets what it looked at, as if it had not. */
  void forget() {
    begin();
    glance.forget();
  }

  /** Rows of the piece. */
  int looked() {
    return looked;
  }

  int named() {
    return named;
  }

  /** The number in the piece, from 1, of a row that is to be read again. */
  int number(int i) {
    return numbers[i];
  }

  int place(int i) {
    return places[i];
  }

  /** The rows that are kept, whose records are numbered from 1. */
  RowBuffer kept() {
    return kept;
  }
}
