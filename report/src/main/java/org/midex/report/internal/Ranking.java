package org.midex.report.internal;

import java.util.Comparator;
import java.util.List;
import org.midex.model.Result;

/**
 * The order in which problems are best repaired: what stopped the reading, since it hides the rest;
 * then the gravest first, among equals what concerns the message itself, then what clears most
 * rows.
 */
final class Ranking {
  private static final Comparator<Result.Group> ORDER =
      Comparator.comparing(Result.Group::severity)
          .thenComparing(g -> ofMessage(g) ? 0 : 1)
          .thenComparing(Comparator.<Result.Group>comparingLong(Ranking::rows).reversed())
          .thenComparing(Comparator.comparingLong(Result.Group::count).reversed());

  private Ranking() {}

  static List<Result.Group> of(Result result) {
    Comparator<Result.Group> stopFirst = Comparator.comparing(g -> stopped(result, g) ? 0 : 1);
    return result.groups().stream().sorted(stopFirst.thenComparing(ORDER)).toList();
  }

  /** Whether a group's only finding lies where the reading stopped. */
  private static boolean stopped(Result result, Result.Group group) {
    return !result.readToEnd()
        && group.count() == 1
        && group.samples().stream().anyMatch(s -> s.finding().location().record() >= result.rows());
  }

  /** Whether its findings are in no row. */
  static boolean ofMessage(Result.Group group) {
    return group.spread().rows() == 0
        && group.samples().stream().allMatch(s -> s.finding().location().record() == 0);
  }

  /** Rows that repairing the group clears, as far as they are known. */
  static long rows(Result.Group group) {
    return group.spread().rows();
  }
}
