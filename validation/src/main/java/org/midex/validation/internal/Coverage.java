package org.midex.validation.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.TimePeriod;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Field;

/**
 * The areas and periods that the header says the message is complete for. An area covers all that
 * is part of it at any time.
 *
 * @param areas codes covered, by place in their list; null when the header does not say, or says it
 *     with a code that is not known
 * @param days days covered; open where the header does not say
 */
public record Coverage(@Nullable BitSet areas, String areasText, Days days, String daysText) {
  private static final int AREAS_SHOWN = 10;

  public static Coverage of(Catalogue catalogue, MessageHead head, Field reporter) {
    List<String> areas = head.header().texts("Coverage", "Area");
    Optional<String> from = head.header().first("Coverage", "From");
    Optional<String> until = head.header().first("Coverage", "Until");
    CodeList list = Objects.requireNonNull(reporter.type().list());
    return new Coverage(
        covered(catalogue, list, areas),
        shown(areas),
        new Days(
            from.flatMap(Coverage::days).map(Days::first).orElse(Long.MIN_VALUE),
            until.flatMap(Coverage::days).map(Days::last).orElse(Long.MAX_VALUE)),
        from.orElse("") + "–" + until.orElse(""));
  }

  boolean saysAnything() {
    return areas != null || days.first() != Long.MIN_VALUE || days.last() != Long.MAX_VALUE;
  }

  /** Whether the message is complete for the area, a code's place in its list, and the period. */
  public boolean covers(int area, long period, Periods periods) {
    return (areas == null || (area >= 0 && areas.get(area)))
        && periods.days(period).filter(covered -> days.contains(covered)).isPresent();
  }

  private static String shown(List<String> areas) {
    return areas.size() <= AREAS_SHOWN
        ? String.join(", ", areas)
        : String.join(", ", areas.subList(0, AREAS_SHOWN)) + ", …";
  }

  private static @Nullable BitSet covered(Catalogue catalogue, CodeList list, List<String> areas) {
    if (areas.isEmpty()) {
      return null;
    }
    BitSet covered = new BitSet();
    for (String area : areas) {
      if (list.indexOf(area) < 0) {
        return null;
      }
      covered.set(list.indexOf(area));
    }
    boolean grew = true;
    while (grew) {
      int before = covered.cardinality();
      list.codes().stream()
          .filter(c -> c.parent() != null && covered.get(list.indexOf(c.parent())))
          .forEach(c -> covered.set(c.index()));
      catalogue.memberships(list).stream()
          .filter(m -> covered.get(list.indexOf(m.group())))
          .forEach(m -> covered.set(list.indexOf(m.member())));
      grew = covered.cardinality() > before;
    }
    return covered;
  }

  private static Optional<Days> days(String text) {
    try {
      TimePeriod period = TimePeriod.parse(text);
      return period.exists() ? Optional.of(Days.of(period)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the reader reported it
    }
  }
}
