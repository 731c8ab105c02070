package org.midex.validation.internal.ruleset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.model.TimePeriod;
import org.midex.model.Waiver;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Whether a waiver covers a finding, once the theme is known. */
final class WaiverMatch {
  private final Waiver waiver;
  private final @Nullable Set<String> values;
  private final boolean ofTheme;
  private final boolean onRows;
  private final List<PeriodSpan> spans;
  private final Map<Integer, Set<String>> texts = new HashMap<>();
  private int time = -1;
  private boolean possible = true;

  /**
   * @param type the payload's type; null while it is not known
   */
  WaiverMatch(Waiver waiver, @Nullable RowType type) {
    this.waiver = waiver;
    Map<String, List<String>> where = waiver.where();
    List<String> stated = where.get("value");
    this.values = stated == null ? null : Set.copyOf(stated);
    List<String> themes = where.get("theme");
    this.ofTheme = themes == null || (type != null && themes.contains(type.id()));
    this.spans = where.getOrDefault("period", List.of()).stream().map(PeriodSpan::of).toList();
    this.onRows =
        where.keySet().stream().anyMatch(name -> !name.equals("value") && !name.equals("theme"));
    if (onRows) {
      possible = type != null && type.kind() == RowType.Kind.OBSERVATION && bind(type);
    }
  }

  /** Finds the fields; false when the theme lacks one. */
  private boolean bind(RowType type) {
    for (Map.Entry<String, List<String>> condition : waiver.where().entrySet()) {
      switch (condition.getKey()) {
        case "theme", "value" -> {}
        case "period" -> time = type.time().map(Field::slot).orElse(-1);
        default -> {
          String name =
              condition.getKey().equals("area") ? type.theme().reporter() : condition.getKey();
          Field field = type.find(name).orElse(null);
          if (field == null) {
            return false;
          }
          texts.merge(
              field.slot(),
              Set.copyOf(condition.getValue()),
              (a, b) -> {
                Set<String> both = new HashSet<>(a);
                both.retainAll(b);
                return both;
              });
        }
      }
    }
    return spans.isEmpty() || time >= 0;
  }

  Waiver waiver() {
    return waiver;
  }

  /** Whether it depends on what stands in the row. */
  boolean onRows() {
    return onRows && possible && ofTheme;
  }

  boolean meets(RowView row) {
    for (Map.Entry<Integer, Set<String>> condition : texts.entrySet()) {
      String text = row.text(condition.getKey());
      if (text == null || !condition.getValue().contains(text)) {
        return false;
      }
    }
    return spans.isEmpty() || (row.valid(time) && inTime(TimePeriod.of(row.number(time))));
  }

  private boolean inTime(TimePeriod period) {
    return spans.stream().anyMatch(span -> span.holds(period));
  }

  /** Whether the finding itself is one of those that are waived, whatever its row. */
  boolean covers(@Nullable String field, @Nullable String value) {
    return possible
        && ofTheme
        && (waiver.field() == null || waiver.field().equals(field))
        && (values == null || (value != null && values.contains(value)));
  }
}
