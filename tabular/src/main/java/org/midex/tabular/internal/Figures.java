package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Tally.Use;

/** Reads the figures of a row whose key and attributes are known. */
final class Figures {
  private final Plan plan;
  private final Field measure;
  private final Numbers numbers;
  private final Numbers stored;
  private final CellCheck check;
  private final List<Field> attributes;
  private final List<Figure> figures = new ArrayList<>();
  private boolean emptyIsUnchanged;

  /**
   * One observation of the row.
   *
   * @param cell place of the figure's cell
   * @param value the figure, or null when there is none
   * @param own fields that differ from the row's common ones
   */
  record Figure(int cell, ValueColumn column, @Nullable String value, Map<Field, String> own) {}

  /**
   * @param numbers how the table writes numbers as text
   */
  Figures(Plan plan, RowType theme, Numbers numbers, CellCheck check) {
    this.plan = plan;
    this.measure = theme.measure().orElseThrow();
    this.numbers = numbers;
    this.stored = numbers.stored();
    this.check = check;
    this.attributes =
        theme.fields().stream().filter(f -> f.role() == Field.Role.ATTRIBUTE).toList();
  }

  /** In SDMX's action M an empty cell leaves the figure as it is, which no message can say. */
  void letEmptyMeanUnchanged() {
    emptyIsUnchanged = true;
  }

  void clear() {
    figures.clear();
  }

  int size() {
    return figures.size();
  }

  Figure get(int observation) {
    return figures.get(observation);
  }

  /**
   * Reads one cell.
   *
   * @param bare the cell's text without a name that may follow the figure
   * @param flagCell the row's flags as they stand there
   */
  void read(CurrentRow row, ValueColumn column, int cell, String bare, String flagCell) {
    String text = row.text(cell);
    CellCheck.Fault fault = check.fault(cell, measure, text);
    if (fault == null
        && (take(row, column, cell, text, flagCell, Map.of())
            || take(row, column, cell, bare, flagCell, Map.of())
            || takeMarked(row, column, cell, text, flagCell)
            || takeUndisguised(row, column, cell, text, flagCell))) {
      return;
    }
    if (fault == null) {
      fault = check.untranslated(measure, text, new Amount(numbers, measure.type().scale()));
    }
    row.use(cell, Use.FINDING);
    if (fault == null) {
      row.report("MDX-I02", column.heading(), cell, text, Map.of(), Optional::empty);
    } else {
      row.report(column.heading(), cell, fault);
    }
  }

  private boolean takeUndisguised(
      CurrentRow row, ValueColumn column, int cell, String text, String flagCell) {
    Amount figure = new Amount(numbers, measure.type().scale());
    String plain = check.undisguised(cell, measure, text, figure);
    return plain != null && take(row, column, cell, plain, flagCell, Map.of());
  }

  /** Takes a key whose observation is to be withdrawn. */
  void delete(CurrentRow row, ValueColumn column, int cell) {
    row.use(cell, Use.OBSERVATION);
    figures.add(new Figure(cell, column, null, column.codes()));
  }

  /** The longest mark that stands behind a figure or token says something of it. */
  private boolean takeMarked(
      CurrentRow row, ValueColumn column, int cell, String text, String flagCell) {
    String longest = "";
    for (String mark : plan.marks().keySet()) {
      if (text.endsWith(mark) && mark.length() > longest.length()) {
        longest = mark;
      }
    }
    if (longest.isEmpty()) {
      return false;
    }
    String rest = text.substring(0, text.length() - longest.length()).strip();
    Map<Field, String> meaning = plan.marks().getOrDefault(longest, Map.of());
    return take(row, column, cell, rest, flagCell, meaning);
  }

  /** Takes a figure or a token for a missing one; false when the text is neither. */
  private boolean take(
      CurrentRow row,
      ValueColumn column,
      int cell,
      String text,
      String flagCell,
      Map<Field, String> marks) {
    Map<Field, String> gap = plan.missing().get(text);
    if (gap != null && gap.isEmpty()) {
      row.use(cell, Use.DECLARED_EMPTY);
      return true;
    }
    boolean missing = gap != null || plan.gaps().contains(text);
    String number = missing ? null : number(row, cell, text);
    if (!missing && number == null) {
      return false;
    }
    if (gap == null && text.isEmpty() && emptyIsUnchanged && !explainsGap(row)) {
      row.use(cell, Use.FINDING);
      Map<String, String> details = Map.of("expected", "NaN");
      row.report("MDX-I09", column.heading(), cell, text, details, Optional::empty);
      return true;
    }
    Map<Field, String> own = column.codes();
    if (gap != null || !marks.isEmpty()) {
      own = new HashMap<>(own);
      for (Map.Entry<Field, String> mark : marks.entrySet()) {
        explain(row, column, cell, own, mark, flagCell);
      }
      if (gap != null) {
        for (Map.Entry<Field, String> reason : gap.entrySet()) {
          explain(row, column, cell, own, reason, flagCell);
        }
      }
    }
    row.use(cell, Use.OBSERVATION);
    figures.add(new Figure(cell, column, number, own));
    return true;
  }

  private @Nullable String number(CurrentRow row, int cell, String text) {
    return (row.isNumber(cell) ? stored : numbers).parse(text, measure.type().scale());
  }

  /** The reason for a gap; a flag of the row that explains it better stays, no flag gets lost. */
  private void explain(
      CurrentRow row,
      ValueColumn column,
      int cell,
      Map<Field, String> own,
      Map.Entry<Field, String> reason,
      String flagCell) {
    Field field = reason.getKey();
    String flag = own.getOrDefault(field, row.get(field));
    if (flag != null && (flag.equals(reason.getValue()) || explainsGap(field, flag))) {
      return;
    }
    own.put(field, reason.getValue());
    if (flag == null) {
      return;
    }
    Field kept = plan.flags() == null ? null : plan.flags().combined();
    if (kept == null || flagCell.isEmpty()) {
      String shown = flagCell.isEmpty() ? row.text(cell) : flagCell;
      row.spoil("MDX-I30", column.heading(), cell, shown, Map.of(), Optional::empty);
    } else {
      own.put(kept, Flags.kept(flagCell));
    }
  }

  private boolean explainsGap(CurrentRow row) {
    for (Field field : attributes) {
      String code = row.get(field);
      if (code != null && explainsGap(field, code)) {
        return true;
      }
    }
    return false;
  }

  private static boolean explainsGap(Field field, String code) {
    CodeList list = field.type().list();
    return list != null
        && list.find(code).filter(c -> c.has("missing") || c.has("explains_gap")).isPresent();
  }
}
