package org.midex.validation.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;
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
 * Checks that an aggregate equals the sum of its members within the declared rounding, once all its
 * members of that time have figures. A member that is absent is replaced by its own members.
 */
final class MembersEngine implements KeyCheck {
  private final String rule;
  private final Field dimension;
  private final CodeList list;
  private final Aggregates aggregates;
  private final Pass pass;
  private final SeriesTable table;
  private final EntriesByCode entries;
  private final Periods periods = new Periods();
  private final Reporter reporter;
  private final Sum sum;

  /** Finders of the rows with each code in the place of the aggregate that is judged. */
  private @Nullable Sibling[] siblings = {};

  MembersEngine(
      Catalogue catalogue,
      Check check,
      RowType type,
      Pass pass,
      Rounding rounding,
      Reporter reporter) {
    this.rule = check.rule();
    this.dimension = type.field(check.dimensions().get(0));
    this.list = Objects.requireNonNull(dimension.type().list());
    this.aggregates = Aggregates.of(catalogue, list, catalogue.rule(rule));
    this.pass = pass;
    this.table = pass.table();
    this.entries = pass.entries(type, check, aggregates.codes());
    this.reporter = reporter;
    this.sum = new Sum(rounding);
  }

  @Override
  public void judge() {
    entries.codes().stream().forEach(this::judgeAll);
  }

  private void judgeAll(int aggregate) {
    String code = list.code(aggregate).id();
    siblings = new Sibling[list.codes().size()];
    Problem problem = new Problem(rule, dimension.name(), Map.of("aggregate", code));
    entries.forEach(aggregate, entry -> judge(problem, aggregate, entry));
  }

  private void judge(Problem problem, int aggregate, int entry) {
    Optional<Days> days = periods.days(table.period(entry));
    sum.clear();
    if (days.isEmpty()
        || !table.hasFigure(entry)
        || !addMembers(entry, aggregate, aggregate, days.get())
        || sum.parts() == 0) {
      return;
    }
    long stated = table.figure(entry);
    String code = list.code(aggregate).id();
    sum.report(table.record(entry), stated, false, problem, code, () -> details(stated), reporter);
  }

  /**
   * Adds the members of {@code group}; false when one that must be there has no figure.
   *
   * @param aggregate the code that the entry has
   */
  private boolean addMembers(int entry, int aggregate, int group, Days days) {
    List<Aggregates.Member> members = aggregates.members(group);
    for (int i = 0; i < members.size(); i++) {
      Aggregates.Member member = members.get(i);
      if (member.when().overlaps(days) && !addMember(entry, aggregate, member, days)) {
        return false;
      }
    }
    return true;
  }

  private boolean addMember(int entry, int aggregate, Aggregates.Member member, Days days) {
    int found = sibling(aggregate, member.code()).find(entry);
    if (found >= 0) {
      if (!table.hasFigure(found) || (!member.optional() && !member.when().contains(days))) {
        return false;
      }
      sum.add(table.figure(found));
      return true;
    }
    return member.optional()
        || (!aggregates.members(member.code()).isEmpty()
            && addMembers(entry, aggregate, member.code(), days));
  }

  private Sibling sibling(int aggregate, int member) {
    Sibling known = siblings[member];
    if (known == null) {
      known = pass.sibling(dimension.slot(), aggregate, member);
      siblings[member] = known;
    }
    return known;
  }

  private Map<String, String> details(long stated) {
    Map<String, String> details = sum.details(stated);
    details.put("count", Integer.toString(sum.parts()));
    return details;
  }
}
