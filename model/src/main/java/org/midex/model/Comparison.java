package org.midex.model;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Severity;

/**
 * How the open findings of a file differ from those of an earlier report. Places in the file do not
 * matter.
 *
 * @param baseline name of the earlier report
 * @param known whether it told of this file; if not, every finding is new
 * @param groups rules and fields with findings then or now, gravest first
 */
public record Comparison(String baseline, boolean known, List<Group> groups) {
  public Comparison {
    groups = List.copyOf(groups);
  }

  /** What was compared of a group, from the most to the least telling. */
  public enum By {
    /** Each finding by the key of its row, where it has one, and its value. */
    FINDINGS,
    /** How often each value was found. */
    VALUES,
    /** Only how many findings there are. */
    COUNTS
  }

  /**
   * One rule and field.
   *
   * @param severity now; then, when there are none now
   * @param fresh findings that are new
   * @param persisting findings of both reports
   * @param fixed findings of the earlier report only
   */
  public record Group(
      String rule,
      @Nullable String field,
      Severity severity,
      By by,
      long fresh,
      long persisting,
      long fixed) {}

  /** The sum of a count over the groups of one severity. */
  public long sum(Severity severity, ToLongFunction<Group> count) {
    return groups.stream().filter(g -> g.severity() == severity).mapToLong(count).sum();
  }

  /** The sum of a count over all groups. */
  public long sum(ToLongFunction<Group> count) {
    return groups.stream().mapToLong(count).sum();
  }
}
