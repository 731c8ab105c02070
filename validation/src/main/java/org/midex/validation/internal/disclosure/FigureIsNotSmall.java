package org.midex.validation.internal.disclosure;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.internal.CodeSets;
import org.midex.validation.internal.GroupIsNotTooSmall;
import org.midex.validation.internal.Parameters;
import org.midex.validation.internal.Reporter;
import org.midex.validation.internal.Rounding;
import org.midex.validation.internal.RowRule;
import org.midex.validation.internal.Scope;

/** MDX-V37: in a public message no figure but zero stands for a few people. */
public final class FigureIsNotSmall implements RowRule {
  public static final String RULE = "MDX-V37";

  private final int measure;
  private final @Nullable Field status;
  private final BitSet estimates;
  private final long limit;
  private final Rounding rounding;
  private final PeopleRows people;
  private final Problem problem;
  private final Reporter reporter;

  /**
   * @param rule its parameters: {@code smallest} figure that may be published, the {@code least}
   *     size of groups that a dataset may choose instead, flags that are {@code exempt} and those
   *     of {@code estimates}
   */
  public FigureIsNotSmall(
      Rule rule, RowType type, MessageHead head, Rounding rounding, Reporter reporter) {
    Field figure = type.measure().orElseThrow();
    this.measure = figure.slot();
    this.status = type.find("OBS_STATUS").orElse(null);
    this.estimates =
        status == null
            ? new BitSet()
            : CodeSets.flagged(
                Objects.requireNonNull(status.type().list()), Parameters.words(rule, "estimates"));
    this.people = new PeopleRows(type, head, Parameters.words(rule, "exempt"));
    boolean ownSize = GroupIsNotTooSmall.size(head) >= Parameters.whole(rule, "least");
    this.limit =
        people.any() && !ownSize ? rounding.smallest(Parameters.whole(rule, "smallest")) : 0;
    this.rounding = rounding;
    this.problem = Problem.of(RULE, figure.name());
    this.reporter = reporter;
  }

  /** Whether any figure could be too small. */
  public boolean judgesAnything() {
    return limit > 1;
  }

  @Override
  public void narrow(Scope scope) {
    scope.onlyBelow(limit);
  }

  @Override
  public void check(RowView row) {
    if (!row.valid(measure)) {
      return;
    }
    long figure = row.number(measure);
    if (figure <= 0 || figure >= limit || isEstimate(row) || !people.holds(row)) {
      return;
    }
    if (rounding.reachUnknown()) {
      reporter.notRun(RULE, "headerMissing");
    } else if (!rounding.mayHaveMade(figure)) {
      reporter.onRow(problem, row.text(measure), () -> Map.of("most", Long.toString(limit - 1)));
    }
  }

  private boolean isEstimate(RowView row) {
    int code = status == null ? RowView.ABSENT : row.code(status.slot());
    return code >= 0 && estimates.get(code);
  }
}
