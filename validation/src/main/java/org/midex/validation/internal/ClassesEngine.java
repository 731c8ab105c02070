package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * Checks that classes of figures with otherwise equal keys do not overlap in part. Bounds: the
 * codes' properties {@code min} and {@code max}, both included; no {@code max} means no end.
 */
final class ClassesEngine implements KeyCheck {
  private final CodeList list;
  private final int[][] overlapping;
  private final Pass pass;
  private final SeriesTable table;
  private final EntriesByCode entries;
  private final Problem problem;
  private final Reporter reporter;

  ClassesEngine(Check check, RowType type, Pass pass, Reporter reporter) {
    Field dimension = type.field(check.dimensions().get(0));
    this.list = Objects.requireNonNull(dimension.type().list());
    this.overlapping = overlaps(list);
    BitSet lookedFor = new BitSet();
    for (int code = 0; code < overlapping.length; code++) {
      lookedFor.set(code, overlapping[code].length > 0);
    }
    this.pass = pass;
    this.table = pass.table();
    this.entries = pass.entries(type, check, lookedFor);
    this.problem = Problem.of(check.rule(), dimension.name());
    this.reporter = reporter;
  }

  /** For each code the codes that it overlaps in part. */
  private static int[][] overlaps(CodeList list) {
    List<@Nullable Bounds> bounds = new ArrayList<>();
    list.codes().forEach(code -> bounds.add(Bounds.of(code)));
    int[][] overlaps = new int[bounds.size()][];
    for (int i = 0; i < overlaps.length; i++) {
      Bounds one = bounds.get(i);
      overlaps[i] =
          IntStream.range(0, overlaps.length)
              .filter(j -> one != null && overlapsInPart(one, bounds.get(j)))
              .toArray();
    }
    return overlaps;
  }

  private static boolean overlapsInPart(Bounds one, @Nullable Bounds other) {
    return other != null && one.overlapsInPart(other);
  }

  @Override
  public void judge() {
    BitSet used = entries.codes();
    used.stream()
        .forEach(
            code -> {
              for (int other : overlapping[code]) {
                if (other > code && used.get(other)) {
                  judge(code, other);
                }
              }
            });
  }

  private void judge(int code, int other) {
    Sibling sibling = pass.sibling(entries.slot(), code, other);
    entries.forEach(
        code,
        entry -> {
          int found = sibling.find(entry);
          if (found >= 0 && !table.isFaulty(entry) && !table.isFaulty(found)) {
            boolean before = table.record(entry) < table.record(found);
            report(before ? code : other, before ? other : code, before ? found : entry);
          }
        });
  }

  private void report(int first, int second, int entry) {
    reporter.onRecord(
        table.record(entry),
        problem,
        list.code(second).id(),
        () -> Map.of("first", list.code(first).id(), "second", list.code(second).id()));
  }
}
