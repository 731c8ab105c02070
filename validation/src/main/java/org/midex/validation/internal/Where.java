package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Rows with one of some codes in each of some dimensions, such as those that a check is about. */
public final class Where {
  private final List<Condition> conditions = new ArrayList<>();

  private Where() {}

  private record Condition(Field field, int slot, BitSet codes) {}

  public static Where of(RowType type, Check check) {
    return of(type, check.where());
  }

  /**
   * Rows of a theme.
   *
   * @param allowed the codes by dimension; empty means all rows
   */
  public static Where of(RowType type, Map<String, List<String>> allowed) {
    Where where = new Where();
    allowed.forEach(
        (dimension, codes) -> {
          Field field = type.field(dimension);
          CodeList list = Objects.requireNonNull(field.type().list());
          BitSet wanted = new BitSet();
          codes.forEach(code -> wanted.set(list.get(code).index()));
          where.conditions.add(new Condition(field, field.slot(), wanted));
        });
    return where;
  }

  /** Says which rows match. */
  void narrow(Scope scope) {
    conditions.forEach(condition -> scope.only(condition.field, condition.codes));
  }

  /** Whether all rows match. */
  public boolean isEverything() {
    return conditions.isEmpty();
  }

  public boolean matches(RowView row) {
    for (int i = 0; i < conditions.size(); i++) {
      int code = row.code(conditions.get(i).slot);
      if (code < 0 || !conditions.get(i).codes.get(code)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a row with these codes matches.
   *
   * @param codes code of a slot, by its place in the list
   */
  public boolean matches(IntUnaryOperator codes) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).codes.get(codes.applyAsInt(conditions.get(i).slot))) {
        return false;
      }
    }
    return true;
  }
}
