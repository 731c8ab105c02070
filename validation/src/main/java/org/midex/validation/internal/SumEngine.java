package org.midex.validation.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.model.Problem;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.keys.EntriesByCode;
import org.midex.validation.internal.keys.KeyCheck;
import org.midex.validation.internal.keys.Pass;
import org.midex.validation.internal.keys.SeriesTable;
import org.midex.validation.internal.keys.Sibling;

/**
 * Checks that a total equals its parts, or that its parts do not exceed it, within the declared
 * rounding. A total is judged once every part that must be there has a figure; parts that must not
 * exceed it are judged as far as they are there.
 */
final class SumEngine implements KeyCheck {
  private final Check check;
  private final CodeList list;
  private final int total;
  private final int[] parts;

  /** Finders of the parts, null where no row has the code. */
  private final @Nullable Sibling[] siblings;

  private final Pass pass;
  private final SeriesTable table;
  private final EntriesByCode totals;
  private final Problem problem;
  private final Reporter reporter;
  private final Sum sum;

  /**
   * @param rule the rule to report, which may depend on the rounding
   */
  SumEngine(
      Check check, String rule, RowType type, Pass pass, Rounding rounding, Reporter reporter) {
    this.check = check;
    Field dimension = type.field(check.dimensions().get(0));
    this.list = Objects.requireNonNull(dimension.type().list());
    this.total = list.get(Objects.requireNonNull(check.total())).index();
    this.parts =
        Stream.concat(check.parts().stream(), check.optional().stream())
            .mapToInt(code -> list.get(code).index())
            .toArray();
    this.siblings = new Sibling[parts.length];
    this.pass = pass;
    this.table = pass.table();
    BitSet lookedFor = new BitSet();
    lookedFor.set(total);
    this.totals = pass.entries(type, check, lookedFor);
    this.problem = Problem.of(rule, dimension.name());
    this.reporter = reporter;
    this.sum = new Sum(rounding);
  }

  @Override
  public void judge() {
    for (int i = 0; i < parts.length; i++) {
      boolean used = totals.isUsed(parts[i]);
      if (!used && check.kind() == Check.Kind.SUM && i < check.parts().size()) {
        return;
      }
      siblings[i] = used ? pass.sibling(totals.slot(), total, parts[i]) : null;
    }
    if (Arrays.stream(siblings).anyMatch(Objects::nonNull)) {
      totals.forEach(total, this::judge);
    }
  }

  private void judge(int entry) {
    if (!table.hasFigure(entry) || !addParts(entry)) {
      return;
    }
    long stated = table.figure(entry);
    if (!sum.isExactly(stated)) {
      sum.report(
          table.record(entry),
          stated,
          check.kind() == Check.Kind.AT_MOST,
          problem,
          list.code(total).id(),
          () -> details(entry, stated),
          reporter);
    }
  }

  /** Adds what there is; false when the total cannot be judged by it. */
  private boolean addParts(int entry) {
    boolean all = check.kind() == Check.Kind.SUM;
    sum.clear();
    for (int i = 0; i < parts.length; i++) {
      int part = part(entry, i);
      if (part >= 0 && table.hasFigure(part)) {
        sum.add(table.figure(part));
      } else if (all && (part >= 0 || i < check.parts().size())) {
        return false;
      }
    }
    return sum.parts() > 0;
  }

  private int part(int entry, int i) {
    Sibling sibling = siblings[i];
    return sibling == null ? -1 : sibling.find(entry);
  }

  private Map<String, String> details(int entry, long stated) {
    StringJoiner names = new StringJoiner(" + ");
    for (int i = 0; i < parts.length; i++) {
      int part = part(entry, i);
      if (part >= 0 && table.hasFigure(part)) {
        names.add(list.code(parts[i]).id());
      }
    }
    Map<String, String> details = sum.details(stated);
    details.put("total", list.code(total).id());
    details.put("parts", names.toString());
    return details;
  }
}
