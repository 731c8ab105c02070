package org.midex.validation.internal.disclosure;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.Where;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyedRow;

/** Sums that a theme declares code by code. */
final class DeclaredSums implements Equations.Source {
  private final Field dimension;
  private final int total;
  private final int[] parts;
  private final int required;
  private final Where where;
  private final KeyHash hash;
  private final SuppressedCells cells;

  DeclaredSums(Check check, RowType type, KeyHash hash, SuppressedCells cells) {
    this.dimension = type.field(check.dimensions().get(0));
    CodeList list = Objects.requireNonNull(dimension.type().list());
    this.total = list.indexOf(Objects.requireNonNull(check.total()));
    this.parts =
        Stream.concat(check.parts().stream(), check.optional().stream())
            .mapToInt(list::indexOf)
            .toArray();
    this.required = check.parts().size();
    this.where = Where.of(type, check);
    this.hash = hash;
    this.cells = cells;
  }

  @Override
  public void seen(KeyedRow row) {}

  @Override
  public void find(int cell, Equations equations) {
    int code = cells.code(cell, dimension.slot());
    if ((code != total && Arrays.stream(parts).noneMatch(part -> part == code))
        || !where.matches(slot -> cells.code(cell, slot))) {
      return;
    }
    int whole =
        code == total ? cells.entry(cell) : entry(cells.entry(cell), code, total, equations);
    if (!equations.canStand(whole)) {
      return;
    }
    int[] entries = new int[parts.length + 1];
    int[] codes = new int[parts.length + 1];
    entries[0] = whole;
    codes[0] = total;
    int size = 1;
    for (int i = 0; i < parts.length; i++) {
      int part = entry(whole, total, parts[i], equations);
      if (part >= 0 ? !equations.canStand(part) : i < required) {
        return;
      }
      if (part >= 0) {
        entries[size] = part;
        codes[size++] = parts[i];
      }
    }
    if (size == 1) {
      return; // only optional parts are declared, and none is there
    }
    equations.addOnce(
        new Equation(dimension, Arrays.copyOf(entries, size), Arrays.copyOf(codes, size)), cell);
  }

  private int entry(int entry, int from, int to, Equations equations) {
    int slot = dimension.slot();
    return equations.find(entry, hash.hiStep(slot, from, to), hash.loStep(slot, from, to));
  }
}
