package org.midex.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.Judgement;
import org.midex.model.Result;
import org.midex.report.internal.MaskedExcerpt;
import org.midex.schema.Catalogue;
import org.midex.schema.Concept;

/** Which values of the data a report must not show. */
@FunctionalInterface
public interface Masking {
  /** Shows everything. */
  Masking NOTHING = field -> false;

  /** What stands in place of a hidden value. */
  String MASK = MaskedExcerpt.MASK;

  /**
   * Hides what may tell of a person: values of the concepts that the catalogue marks as personal,
   * such as free texts.
   */
  static Masking personal(Catalogue catalogue) {
    return field -> field != null && catalogue.concept(field).map(Concept::personal).orElse(false);
  }

  /**
   * Whether values of a field are hidden.
   *
   * @param field the field, or null when the problem is the row's or message's as a whole
   */
  boolean hides(@Nullable String field);

  /** The same result without the hidden values, in its excerpts too. */
  default Result apply(Result result) {
    if (this == NOTHING) {
      return result;
    }
    return result
        .withGroups(masked(result.groups()))
        .withJudgement(result.judgement().withWaived(waived(result.judgement())));
  }

  private List<Judgement.Waived> waived(Judgement judgement) {
    return judgement.waived().stream()
        .map(w -> new Judgement.Waived(w.waiver(), masked(w.groups())))
        .toList();
  }

  private List<Result.Group> masked(List<Result.Group> groups) {
    return groups.stream().map(this::masked).toList();
  }

  private Result.Group masked(Result.Group group) {
    boolean hidden = hides(group.problem().field());
    List<Result.ValueCount> values = group.values();
    if (hidden && !values.isEmpty()) {
      long valued = values.stream().mapToLong(Result.ValueCount::count).sum();
      values = List.of(new Result.ValueCount(MASK, valued, null));
    }
    List<Result.Sample> samples =
        group.samples().stream().map(sample -> masked(sample, hidden)).toList();
    return new Result.Group(
        group.problem(),
        group.severity(),
        group.count(),
        values,
        group.otherValues(),
        samples,
        group.spread());
  }

  private Result.Sample masked(Result.Sample sample, boolean hidden) {
    return MaskedExcerpt.of(
        this::hides, hidden ? masked(sample.finding()) : sample.finding(), sample);
  }

  /** The same finding without its values. */
  static Finding masked(Finding f) {
    return new Finding(
        f.problem(),
        f.severity(),
        f.location(),
        f.value() == null ? null : MASK,
        null,
        masked(f.details()));
  }

  /** Details with every value hidden. */
  static Map<String, String> masked(Map<String, String> details) {
    Map<String, String> masked = new TreeMap<>(details);
    masked.replaceAll((k, v) -> MASK);
    return masked;
  }
}
