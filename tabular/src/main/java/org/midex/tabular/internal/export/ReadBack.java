package org.midex.tabular.internal.export;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.midex.model.FindingSink;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Findings;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.RowTranslator;
import org.midex.tabular.internal.Table;

/** Reads cells as the mapping would read them: the judge of what a table can express. */
final class ReadBack {
  private final OneRow table;
  private final RowTranslator translator;
  private final Row row;

  ReadBack(RowType theme, Layout layout, Plan plan) throws IOException {
    table = new OneRow(plan.headings().stream().map(Cell::of).toList(), layout.headingRow());
    Findings findings = new Findings(FindingSink.ignoring());
    translator = new RowTranslator(theme, layout, plan, table, findings);
    row = new Row(theme);
  }

  /** Whether the mapping makes this observation of these cells. */
  boolean gives(List<Cell> cells, RowView wanted) {
    table.cells = cells;
    if (cells.stream().allMatch(cell -> cell.text().isBlank())) {
      return false;
    }
    int observations = translator.translate();
    for (int i = 0; i < observations; i++) {
      translator.fill(row, i);
      if (isSame(wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSame(RowView wanted) {
    for (int slot = 0; slot < wanted.type().fields().size(); slot++) {
      if (!Objects.equals(row.text(slot), wanted.text(slot))) {
        return false;
      }
    }
    return true;
  }

  /** A table in memory: its headings, then whatever row it is given. */
  private static final class OneRow implements Table {
    private final int headingRow;
    private List<Cell> cells;

    OneRow(List<Cell> headings, int headingRow) {
      this.cells = headings;
      this.headingRow = headingRow;
    }

    @Override
    public boolean next() {
      return true;
    }

    @Override
    public long blankLines() {
      return 0;
    }

    @Override
    public long line() {
      return headingRow;
    }

    @Override
    public int size() {
      return cells.size();
    }

    @Override
    public String text(int cell) {
      return cells.get(cell).text();
    }

    @Override
    public boolean isNumber(int cell) {
      return cells.get(cell).number();
    }

    @Override
    public String place(long line, int cell, String heading) {
      return heading;
    }

    @Override
    public void close() {}
  }
}
