package org.midex.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.Result;

/**
 * Which values of the data a report must not show. Figures of themes are not personal, so that
 * nothing of them is masked; record types will name their personal fields.
 */
@FunctionalInterface
public interface Masking {
  /** Shows everything. */
  Masking NOTHING = (type, field) -> false;

  /** What stands in place of a hidden value. */
  String MASK = "•••";

  /**
   * Whether values of a field are hidden.
   *
   * @param type id of the theme or record type, or null when it is not known
   * @param field the field, or null when the problem is the row's or message's as a whole
   */
  boolean hides(@Nullable String type, @Nullable String field);

  /** The same result without the hidden values and without the excerpts that they stand in. */
  default Result apply(Result result) {
    List<Result.Group> groups =
        result.groups().stream()
            .map(g -> hides(result.type(), g.problem().field()) ? masked(g) : g)
            .toList();
    return result.withGroups(groups);
  }

  private static Result.Group masked(Result.Group group) {
    long valued = group.values().stream().mapToLong(Result.ValueCount::count).sum();
    List<Result.ValueCount> values =
        valued == 0 ? List.of() : List.of(new Result.ValueCount(MASK, valued, null));
    List<Result.Sample> samples = group.samples().stream().map(Masking::masked).toList();
    return new Result.Group(
        group.problem(), group.severity(), group.count(), values, group.otherValues(), samples);
  }

  private static Result.Sample masked(Result.Sample sample) {
    Finding f = sample.finding();
    String value = f.value() == null ? null : MASK;
    Finding finding =
        new Finding(f.problem(), f.severity(), f.location(), value, null, masked(f.details()));
    return new Result.Sample(finding, null, -1, 0);
  }

  /** Details with every value hidden. */
  static Map<String, String> masked(Map<String, String> details) {
    Map<String, String> masked = new TreeMap<>(details);
    masked.replaceAll((k, v) -> MASK);
    return masked;
  }
}
