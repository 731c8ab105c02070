package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.IntStream;
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
 * Checks that each class with bounds equals the classes that fill it without gap or overlap, once
 * they are all there with figures; what is inside those is judged by itself. The total also takes
 * the check's optional codes, such as unknown age.
 */
final class TilesEngine implements KeyCheck {
  private final CodeList list;
  private final @Nullable Bounds[] bounds;
  private final int[] optional;
  private final Pass pass;
  private final SeriesTable table;
  private final EntriesByCode entries;
  private final Problem problem;
  private final Reporter reporter;
  private final Sum sum;

  /** The codes that there were the last time, and what follows from them. */
  private BitSet used = new BitSet();

  private List<Judged> judged = List.of();

  /**
   * A class that can be filled.
   *
   * @param optional finders of codes that its sum takes as well
   */
  private record Judged(int code, Filling filling, List<Sibling> optional) {}

  TilesEngine(
      Check check, String rule, RowType type, Pass pass, Rounding rounding, Reporter reporter) {
    Field dimension = type.field(check.dimensions().get(0));
    this.list = Objects.requireNonNull(dimension.type().list());
    this.bounds = list.codes().stream().map(Bounds::of).toArray(Bounds[]::new);
    this.optional = check.optional().stream().mapToInt(code -> list.get(code).index()).toArray();
    this.pass = pass;
    this.table = pass.table();
    BitSet lookedFor = new BitSet();
    for (int code = 0; code < bounds.length; code++) {
      lookedFor.set(code, bounds[code] != null);
    }
    this.entries = pass.entries(type, check, lookedFor);
    this.problem = Problem.of(rule, dimension.name());
    this.reporter = reporter;
    this.sum = new Sum(rounding);
  }

  @Override
  public void judge() {
    BitSet now = entries.codes();
    if (!now.equals(used)) {
      used = now;
      judged = judged();
    }
    judged.forEach(one -> entries.forEach(one.code, entry -> judge(entry, one)));
  }

  private List<Judged> judged() {
    List<Filling.ClassOf> classes =
        used.stream()
            .mapToObj(code -> new Filling.ClassOf(code, Objects.requireNonNull(bounds[code])))
            .toList();
    List<Judged> all = new ArrayList<>();
    for (Filling.ClassOf one : classes) {
      Filling filling = new Filling(pass, entries.slot(), one, classes);
      if (filling.isPossible()) {
        all.add(new Judged(one.code(), filling, optional(one.code())));
      }
    }
    return all;
  }

  private List<Sibling> optional(int code) {
    return list.code(code).id().equals(CodeList.TOTAL)
        ? IntStream.of(optional).mapToObj(part -> pass.sibling(entries.slot(), code, part)).toList()
        : List.of();
  }

  private void judge(int entry, Judged one) {
    Filling filling = one.filling;
    if (!table.hasFigure(entry) || !filling.fill(entry)) {
      return;
    }
    sum.clear();
    for (int i = 0; i < filling.size(); i++) {
      sum.add(table.figure(filling.entry(i)));
    }
    for (int i = 0; i < one.optional.size(); i++) {
      int part = one.optional.get(i).find(entry);
      if (part >= 0 && table.isFaulty(part)) {
        return;
      }
      if (part >= 0 && table.hasFigure(part)) {
        sum.add(table.figure(part));
      }
    }
    long stated = table.figure(entry);
    if (!sum.isExactly(stated)) {
      sum.report(
          table.record(entry),
          stated,
          false,
          problem,
          list.code(one.code).id(),
          () -> details(entry, one, stated),
          reporter);
    }
  }

  private Map<String, String> details(int entry, Judged one, long stated) {
    StringJoiner parts = new StringJoiner(" + ");
    for (int i = 0; i < one.filling.size(); i++) {
      parts.add(list.code(one.filling.code(i)).id());
    }
    for (int i = 0; i < one.optional.size(); i++) {
      int part = one.optional.get(i).find(entry);
      if (part >= 0 && table.hasFigure(part)) {
        parts.add(list.code(optional[i]).id());
      }
    }
    Map<String, String> details = sum.details(stated);
    details.put("total", list.code(one.code).id());
    details.put("parts", parts.toString());
    return details;
  }
}
