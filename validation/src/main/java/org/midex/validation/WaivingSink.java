package org.midex.validation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.ForwardingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.model.Waiver;
import org.midex.schema.RowType;
import org.midex.validation.internal.ruleset.WaiverScopes;

/**
 * Hands findings on, those that a waiver covers as waived. An expired waiver covers nothing; it and
 * one that covered nothing are findings themselves. Memory grows by 4 bytes a row when a waiver has
 * conditions on rows. Not thread-safe.
 */
public final class WaivingSink extends ForwardingSink {
  private static final String EXPIRED = "MDX-V90";
  private static final String UNUSED = "MDX-V91";

  private final List<Waiver> waivers;
  private final LocalDate today;
  private final WaiverScopes scopes;
  private final Set<Integer> used = new HashSet<>();

  /**
   * @param today the day by which waivers expire
   */
  public WaivingSink(List<Waiver> waivers, LocalDate today, FindingSink sink) {
    super(sink);
    this.waivers = List.copyOf(waivers);
    this.today = today;
    this.scopes = new WaiverScopes(waivers.stream().filter(w -> !w.expired(today)).toList());
  }

  /** Says what the message is about, as soon as that is known. */
  void begin(@Nullable RowType type) {
    scopes.begin(type);
  }

  /** Whether it has to be shown every row. */
  boolean needsRows() {
    return scopes.onRows();
  }

  /** Shows a row before it is judged. */
  void row(RowView row, long record) {
    scopes.row(row, record);
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    Waiver waiver = scopes.find(problem, occurrence);
    if (waiver == null) {
      super.report(problem, occurrence);
    } else {
      used.add(waiver.number());
      waived(problem, occurrence, waiver);
    }
  }

  /**
   * Judges the waivers themselves.
   *
   * @param readToEnd whether all findings are known, so that a waiver without any is unused
   */
  public void finish(boolean readToEnd) {
    for (Waiver waiver : waivers) {
      if (waiver.expired(today)) {
        report(EXPIRED, waiver);
      } else if (readToEnd && !used.contains(waiver.number())) {
        report(UNUSED, waiver);
      }
    }
  }

  private void report(String rule, Waiver waiver) {
    Map<String, String> details =
        Map.of(
            "owner",
            waiver.owner(),
            "until",
            waiver.expires().toString(),
            "reason",
            waiver.reason());
    super.report(Problem.of(rule), Occurrence.at(Location.ofMessage(), waiver.scope(), details));
  }
}
