package org.midex.validation.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.midex.validation.internal.keys.Pass;
import org.midex.validation.internal.keys.SeriesTable;
import org.midex.validation.internal.keys.Sibling;

/**
 * Fills a class with classes inside it, without gap or overlap, of those that an entry's siblings
 * have figures for. Of several fillings the one with the largest classes counts.
 */
final class Filling {
  private static final int NONE = -1;

  private final SeriesTable table;
  private final Bounds whole;

  /** The classes inside by their start, those that start alike from the largest to the smallest. */
  private final Inner[] inner;

  /** By class inside, the first one that starts where it ends, or −1. */
  private final int[] next;

  /** The chosen classes, and their entries. */
  private final int[] chosen;

  private final int[] entries;
  private int size;

  /** Classes from whose start on this entry's rest cannot be filled: searched only once. */
  private final BitSet dead = new BitSet();

  /**
   * A class.
   *
   * @param code its place in the list
   */
  record ClassOf(int code, Bounds bounds) {}

  /** A class inside. */
  private record Inner(int code, long min, long max, Sibling sibling) {}

  /**
   * @param filled the class to fill
   * @param used the classes that there are
   */
  Filling(Pass pass, int slot, ClassOf filled, List<ClassOf> used) {
    this.table = pass.table();
    this.whole = filled.bounds();
    this.inner =
        used.stream()
            .filter(other -> other.code() != filled.code())
            .filter(other -> whole.contains(other.bounds()) && !other.bounds().equals(whole))
            .sorted(
                Comparator.comparingLong((ClassOf other) -> other.bounds().min())
                    .thenComparingLong(other -> -other.bounds().max()))
            .map(
                other ->
                    new Inner(
                        other.code(),
                        other.bounds().min(),
                        other.bounds().max(),
                        pass.sibling(slot, filled.code(), other.code())))
            .toArray(Inner[]::new);
    this.next = Arrays.stream(inner).mapToInt(one -> first(one.max + 1)).toArray();
    this.chosen = new int[inner.length];
    this.entries = new int[inner.length];
  }

  /** The first class that starts at a place, or −1. */
  private int first(long start) {
    for (int i = 0; i < inner.length; i++) {
      if (inner[i].min == start) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether any class starts where the whole one does. */
  boolean isPossible() {
    return first(whole.min()) >= 0;
  }

  /** Fills an entry's class; false when the classes for that are not all there. */
  boolean fill(int entry) {
    size = 0;
    dead.clear();
    return fillFrom(first(whole.min()), entry);
  }

  private boolean fillFrom(int first, int entry) {
    if (first < 0 || dead.get(first)) {
      return false;
    }
    for (int i = first; i < inner.length && inner[i].min == inner[first].min; i++) {
      int found = inner[i].sibling.find(entry);
      if (found >= 0 && table.hasFigure(found)) {
        chosen[size] = i;
        entries[size++] = found;
        if (inner[i].max == whole.max() || fillFrom(next[i], entry)) {
          return true;
        }
        size--;
      }
    }
    dead.set(first);
    return false;
  }

  int size() {
    return size;
  }

  int entry(int i) {
    return entries[i];
  }

  int code(int i) {
    return inner[chosen[i]].code;
  }
}
