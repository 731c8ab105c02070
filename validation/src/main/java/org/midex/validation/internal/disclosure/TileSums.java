package org.midex.validation.internal.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.Bounds;
import org.midex.validation.internal.Where;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyedRow;

/**
 * Sums of the classes that fill a larger one without gap or overlap. Around the cell the larger
 * class is filled with classes that have figures; where there are none, with cells too.
 */
final class TileSums implements Equations.Source {
  private final Field dimension;
  private final @Nullable Bounds[] bounds;
  private final int total;
  private final int[] optional;
  private final Where where;
  private final KeyHash hash;
  private final SuppressedCells cells;
  private final BitSet used = new BitSet();
  private int @Nullable [] largestFirst;

  TileSums(Check check, RowType type, KeyHash hash, SuppressedCells cells) {
    this.dimension = type.field(check.dimensions().get(0));
    CodeList list = Objects.requireNonNull(dimension.type().list());
    this.bounds = list.codes().stream().map(Bounds::of).toArray(Bounds[]::new);
    this.total = list.indexOf(CodeList.TOTAL);
    this.optional = check.optional().stream().mapToInt(list::indexOf).toArray();
    this.where = Where.of(type, check);
    this.hash = hash;
    this.cells = cells;
  }

  @Override
  public void seen(KeyedRow row) {
    int code = row.code(dimension.slot());
    if (bounds[code] != null) {
      used.set(code);
    }
  }

  /** Classes that the message has, so that of those that start alike the largest comes first. */
  private int[] classes() {
    int[] known = largestFirst;
    if (known == null) {
      known =
          used.stream()
              .boxed()
              .sorted(Comparator.comparing((Integer code) -> -bound(code).max()))
              .mapToInt(Integer::intValue)
              .toArray();
      largestFirst = known;
    }
    return known;
  }

  private Bounds bound(int code) {
    return Objects.requireNonNull(bounds[code]);
  }

  @Override
  public void find(int cell, Equations equations) {
    if (!where.matches(slot -> cells.code(cell, slot))) {
      return;
    }
    int code = cells.code(cell, dimension.slot());
    if (bounds[code] != null) {
      for (int whole : classes()) {
        if (bound(whole).contains(bound(code))
            && (whole == code || !bound(whole).equals(bound(code)))) {
          add(cell, code, whole, equations);
        }
      }
    } else if (total >= 0 && Arrays.stream(optional).anyMatch(part -> part == code)) {
      add(cell, code, total, equations);
    }
  }

  private void add(int cell, int code, int whole, Equations equations) {
    Filling filling = new Filling(cells.entry(cell), code, whole, equations);
    if (equations.canStand(filling.entry(whole)) && filling.fill()) {
      int[] codes = filling.codes.stream().mapToInt(Integer::intValue).toArray();
      int[] entries = Arrays.stream(codes).map(filling::entry).toArray();
      equations.add(new Equation(dimension, entries, codes));
    }
  }

  /** One way to fill a class. */
  private final class Filling {
    private final int cell;
    private final int code;
    private final int whole;
    private final Equations equations;
    private final List<Integer> codes = new ArrayList<>();
    private final Set<Long> dead = new HashSet<>();

    /**
     * @param cell the cell's entry
     * @param code the cell's code, which the filling holds; or the class itself
     */
    Filling(int cell, int code, int whole, Equations equations) {
      this.cell = cell;
      this.code = code;
      this.whole = whole;
      this.equations = equations;
      codes.add(whole);
    }

    int entry(int other) {
      int slot = dimension.slot();
      return equations.find(cell, hash.hiStep(slot, code, other), hash.loStep(slot, code, other));
    }

    boolean fill() {
      Bounds hole = code == whole ? null : bounds[code];
      if (hole == null) {
        if (!fillRange(bound(whole).min(), bound(whole).max())) {
          return false;
        }
      } else {
        codes.add(code);
        if ((hole.min() > bound(whole).min() && !fillRange(bound(whole).min(), hole.min() - 1))
            || (hole.max() < bound(whole).max()
                && !fillRange(hole.max() + 1, bound(whole).max()))) {
          return false;
        }
      }
      return whole != total || addOptional();
    }

    private boolean addOptional() {
      for (int part : optional) {
        int entry = entry(part);
        if (entry >= 0) {
          if (!equations.canStand(entry)) {
            return false;
          }
          codes.add(part);
        }
      }
      return true;
    }

    private boolean fillRange(long from, long to) {
      dead.clear();
      if (fill(from, to, true)) {
        return true;
      }
      dead.clear();
      return fill(from, to, false);
    }

    private boolean fill(long from, long to, boolean known) {
      if (equations.exhausted() || dead.contains(from)) {
        return false;
      }
      for (int part : classes()) {
        Bounds tile = bound(part);
        if (part != whole && tile.min() == from && tile.max() <= to && stands(part, known)) {
          codes.add(part);
          if (tile.max() == to || fill(tile.max() + 1, to, known)) {
            return true;
          }
          codes.remove(codes.size() - 1);
        }
      }
      dead.add(from);
      return false;
    }

    private boolean stands(int part, boolean known) {
      int entry = entry(part);
      return known ? equations.isKnown(entry) : equations.canStand(entry);
    }
  }
}
