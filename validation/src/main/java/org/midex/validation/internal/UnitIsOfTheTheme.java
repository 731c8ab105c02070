package org.midex.validation.internal;

import java.util.BitSet;
import java.util.Map;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** MDX-V42: the unit is one that the theme is counted in. */
final class UnitIsOfTheTheme implements RowRule {
  private static final String RULE = "MDX-V42";

  private final Field unit;
  private final BitSet accepted;
  private final String expected;
  private final Problem problem = Problem.of(RULE, RowType.UNIT_MEASURE);
  private final Reporter reporter;

  /**
   * @param field the dimension with the unit, of a theme that names its units
   */
  UnitIsOfTheTheme(RowType type, Field field, CodeList list, Reporter reporter) {
    this.unit = field;
    this.accepted = Unit.accepted(type, list);
    this.expected = expected(type);
    this.reporter = reporter;
  }

  private static String expected(RowType type) {
    return String.join(", ", type.theme().units());
  }

  /** Judges a unit that is stated once for the dataset. */
  static void checkDataset(RowType type, MessageHead head, Reporter reporter) {
    String stated = head.attributes().get(RowType.UNIT_MEASURE);
    CodeList list = Unit.ofDataset(type).map(field -> field.type().list()).orElse(null);
    if (stated == null || list == null || type.theme().units().isEmpty()) {
      return;
    }
    int code = list.indexOf(stated);
    if (code >= 0 && !Unit.accepted(type, list).get(code)) {
      reporter.onHead(
          Problem.of(RULE, RowType.UNIT_MEASURE),
          stated,
          () -> null,
          () -> Map.of("expected", expected(type)));
    }
  }

  @Override
  public void narrow(Scope scope) {
    scope.only(unit, code -> code >= 0 && !accepted.get(code));
  }

  @Override
  public void check(RowView row) {
    int code = row.code(unit.slot());
    if (code >= 0 && !accepted.get(code)) {
      reporter.onRow(problem, row.text(unit.slot()), () -> Map.of("expected", expected));
    }
  }
}
