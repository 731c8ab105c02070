package org.midex.tabular.internal.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.schema.RowType;
import org.midex.tabular.internal.BadTableException;
import org.midex.tabular.internal.Findings;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.RowTranslator;
import org.midex.tabular.internal.Table;

/** Reads rows as the mapping would read them below some titles and headings. */
final class ReadBack {
  private final RowType theme;
  private final Layout layout;
  private final Plan plan;
  private final List<List<Cell>> above;
  private final Row row;
  private OneRow table;
  private @Nullable RowTranslator translator;

  /**
   * @param above the rows down to the headings
   */
  ReadBack(RowType theme, Layout layout, Plan plan, List<List<Cell>> above) {
    this.theme = theme;
    this.layout = layout;
    this.plan = plan;
    this.above = above;
    this.row = new Row(theme);
    this.table = new OneRow(above);
  }

  /** Whether the mapping makes this observation of these cells. */
  boolean gives(List<Cell> cells, RowView wanted) throws IOException {
    if (cells.stream().allMatch(cell -> cell.text().isBlank())) {
      return false;
    }
    try {
      RowTranslator reading = translator(cells);
      if (reading.skips()) {
        // what is skipped may end the table: the next row starts afresh
        translator = null;
        return false;
      }
      int observations = reading.translate();
      for (int i = 0; i < observations; i++) {
        reading.fill(row, i);
        if (isSame(wanted)) {
          return true;
        }
      }
      return false;
    } catch (BadTableException e) {
      translator = null;
      return false;
    }
  }

  private RowTranslator translator(List<Cell> cells) throws IOException {
    RowTranslator known = translator;
    if (known != null) {
      table.cells = cells;
      return known;
    }
    table = new OneRow(above);
    Findings findings = new Findings(FindingSink.ignoring());
    RowTranslator made = new RowTranslator(theme, layout, plan, table, findings);
    table.cells = cells;
    if (made.decidesAtFirstRow()) {
      made.begin();
    }
    translator = made;
    return made;
  }

  private boolean isSame(RowView wanted) {
    for (int slot = 0; slot < wanted.type().fields().size(); slot++) {
      if (!Objects.equals(row.text(slot), wanted.text(slot))) {
        return false;
      }
    }
    return true;
  }

  /** A table in memory: what stands above, then whatever row it is given. */
  private static final class OneRow implements Table {
    private final List<List<Cell>> above;
    private List<Cell> cells = List.of();
    private int line;

    OneRow(List<List<Cell>> above) {
      this.above = new ArrayList<>(above);
    }

    @Override
    public boolean next() {
      if (line < above.size()) {
        cells = above.get(line++);
      }
      return true;
    }

    @Override
    public long blankLines() {
      return 0;
    }

    @Override
    public long line() {
      return line;
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
    public String place(long at, int cell, String heading) {
      return heading;
    }

    @Override
    public void close() {}
  }
}
