package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.midex.model.Problem;
import org.midex.schema.Check;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.keys.EntriesByCode;
import org.midex.validation.internal.keys.KeyCheck;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyTable;
import org.midex.validation.internal.keys.Pass;
import org.midex.validation.internal.keys.Sibling;

/**
 * Checks that each class with bounds equals the classes that fill it without gap or overlap, once
 * they are all there with figures. Of several fillings the one with the largest classes counts;
 * what is inside those is judged by itself. The total also takes the check's optional codes, such
 * as unknown age.
 */
final class TilesEngine implements KeyCheck {
  private final CodeList list;
  private final @Nullable Bounds[] bounds;
  private final int[] optional;
  private final KeyHash hash;
  private final KeyTable table;
  private final EntriesByCode entries;

  /** By part of the class that is judged. */
  private final @Nullable Sibling[] siblings;

  private final Problem problem;
  private final Reporter reporter;
  private final Sum sum;

  /** Bounds from which this entry's rest cannot be filled: searched once, not once a way there. */
  private final Set<Long> dead = new HashSet<>();

  TilesEngine(
      Check check, String rule, RowType type, Pass pass, Rounding rounding, Reporter reporter) {
    Field dimension = type.field(check.dimensions().get(0));
    this.list = Objects.requireNonNull(dimension.type().list());
    this.bounds = list.codes().stream().map(Bounds::of).toArray(Bounds[]::new);
    this.optional = check.optional().stream().mapToInt(code -> list.get(code).index()).toArray();
    this.siblings = new Sibling[bounds.length];
    this.hash = pass.hash();
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
    BitSet used = entries.codes();
    used.stream().forEach(code -> judgeAll(code, inside(code, used)));
  }

  /** The used classes inside a class, those that start alike from the largest to the smallest. */
  private int[] inside(int code, BitSet used) {
    Bounds whole = Objects.requireNonNull(bounds[code]);
    return used.stream()
        .filter(
            other -> other != code && whole.contains(bound(other)) && !bound(other).equals(whole))
        .boxed()
        .sorted(Comparator.comparing((Integer other) -> -bound(other).max()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private Bounds bound(int code) {
    return Objects.requireNonNull(bounds[code]);
  }

  private void judgeAll(int code, int[] inside) {
    boolean startIsThere =
        Arrays.stream(inside).anyMatch(other -> bound(other).min() == bound(code).min());
    if (startIsThere) {
      Arrays.fill(siblings, null);
      entries.forEach(code, entry -> judge(entry, code, inside));
    }
  }

  private void judge(int entry, int code, int[] inside) {
    List<Integer> tiles = new ArrayList<>();
    dead.clear();
    if (!table.hasFigure(entry) || !fill(entry, code, inside, bound(code).min(), tiles)) {
      return;
    }
    Code whole = list.code(code);
    if (whole.id().equals(CodeList.TOTAL)) {
      IntStream.of(optional).filter(part -> figure(entry, code, part)).forEach(tiles::add);
    }
    sum.clear();
    tiles.forEach(tile -> sum.add(table.figure(find(entry, code, tile))));
    long stated = table.figure(entry);
    sum.report(
        table.record(entry),
        stated,
        false,
        problem,
        whole.id(),
        () -> details(whole, stated, tiles),
        reporter);
  }

  /**
   * Adds the classes that fill the rest from {@code start}; false, and nothing added, when they are
   * not all there.
   */
  private boolean fill(int entry, int code, int[] inside, long start, List<Integer> tiles) {
    if (dead.contains(start)) {
      return false;
    }
    for (int part : inside) {
      Bounds tile = bound(part);
      if (tile.min() == start && figure(entry, code, part)) {
        tiles.add(part);
        if (tile.max() == bound(code).max() || fill(entry, code, inside, tile.max() + 1, tiles)) {
          return true;
        }
        tiles.remove(tiles.size() - 1);
      }
    }
    dead.add(start);
    return false;
  }

  private boolean figure(int entry, int code, int part) {
    int found = find(entry, code, part);
    return found >= 0 && table.hasFigure(found);
  }

  private int find(int entry, int code, int part) {
    Sibling sibling = siblings[part];
    if (sibling == null) {
      int slot = entries.slot();
      sibling = new Sibling(table, hash.hiStep(slot, code, part), hash.loStep(slot, code, part));
      siblings[part] = sibling;
    }
    return sibling.find(entry);
  }

  private Map<String, String> details(Code whole, long stated, List<Integer> tiles) {
    Map<String, String> details = sum.details(stated);
    details.put("total", whole.id());
    details.put(
        "parts",
        tiles.stream().map(tile -> list.code(tile).id()).collect(Collectors.joining(" + ")));
    return details;
  }
}
