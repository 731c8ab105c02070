package org.midex.validation.internal.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.Aggregates;
import org.midex.validation.internal.Days;
import org.midex.validation.internal.Periods;
import org.midex.validation.internal.Where;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyedRow;

/** Sums of the members of aggregates, which a list declares. */
final class MemberSums implements Equations.Source {
  private final Field dimension;
  private final Aggregates aggregates;
  private final Where where;
  private final KeyHash hash;
  private final Periods periods;
  private final SuppressedCells cells;
  private final BitSet used = new BitSet();

  MemberSums(
      Catalogue catalogue,
      Check check,
      RowType type,
      KeyHash hash,
      Periods periods,
      SuppressedCells cells) {
    this.dimension = type.field(check.dimensions().get(0));
    CodeList list = Objects.requireNonNull(dimension.type().list());
    this.aggregates = Aggregates.of(catalogue, list, catalogue.rule(check.rule()));
    this.where = Where.of(type, check);
    this.hash = hash;
    this.periods = periods;
    this.cells = cells;
  }

  @Override
  public void seen(KeyedRow row) {
    used.set(row.code(dimension.slot()));
  }

  @Override
  public void find(int cell, Equations equations) {
    if (!where.matches(slot -> cells.code(cell, slot))) {
      return;
    }
    int code = cells.code(cell, dimension.slot());
    if (!aggregates.members(code).isEmpty()) {
      add(code, cells.entry(cell), cell, equations);
    }
    aggregates.above(code).stream()
        .filter(used::get)
        .forEach(
            aggregate ->
                add(
                    aggregate,
                    entry(cells.entry(cell), code, aggregate, equations),
                    cell,
                    equations));
  }

  /**
   * Adds the sum of an aggregate, if the cell stands in it.
   *
   * @param whole the aggregate's entry, or −1
   */
  private void add(int aggregate, int whole, int cell, Equations equations) {
    Days days = whole < 0 ? null : periods.days(equations.period(whole)).orElse(null);
    if (days == null || !equations.canStand(whole)) {
      return;
    }
    Terms terms = new Terms(aggregate, whole);
    if (terms.addMembers(aggregate, days, equations)
        && terms.entries.size() > 1
        && terms.entries.contains(cells.entry(cell))) {
      equations.addOnce(new Equation(dimension, array(terms.entries), array(terms.codes)), cell);
    }
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The terms of one sum. */
  private final class Terms {
    private final int aggregate;
    private final List<Integer> entries = new ArrayList<>();
    private final List<Integer> codes = new ArrayList<>();

    Terms(int aggregate, int whole) {
      this.aggregate = aggregate;
      entries.add(whole);
      codes.add(aggregate);
    }

    /** False when a member that must be there is not, or its figure is missing. */
    private boolean addMembers(int group, Days days, Equations equations) {
      for (Aggregates.Member member : aggregates.members(group)) {
        if (member.when().overlaps(days) && !addMember(member, days, equations)) {
          return false;
        }
      }
      return true;
    }

    private boolean addMember(Aggregates.Member member, Days days, Equations equations) {
      int found = entry(entries.get(0), aggregate, member.code(), equations);
      if (found >= 0) {
        entries.add(found);
        codes.add(member.code());
        return equations.canStand(found) && (member.optional() || member.when().contains(days));
      }
      return member.optional()
          || (!aggregates.members(member.code()).isEmpty()
              && addMembers(member.code(), days, equations));
    }
  }

  private int entry(int entry, int from, int to, Equations equations) {
    int slot = dimension.slot();
    return equations.find(entry, hash.hiStep(slot, from, to), hash.loStep(slot, from, to));
  }
}
