package org.midex.tabular.internal.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midex.model.RowView;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Matrix;
import org.midex.tabular.internal.Plan;

/** Decides what a table can say: whatever the mapping reads as the observation it is to be. */
final class Judge {
  /** Columns that their headings explain are judged one by one; so many are remembered. */
  private static final int REMEMBERED = 500;

  private final RowType theme;
  private final Layout layout;
  private final Plan plan;
  private final Frame frame;
  private final Map<String, ReadBack> readings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadBack> eldest) {
          return size() > REMEMBERED;
        }
      };
  private List<List<Cell>> titles = List.of();

  Judge(RowType theme, Layout layout, Plan plan, Frame frame) {
    this.theme = theme;
    this.layout = layout;
    this.plan = plan;
    this.frame = frame;
  }

  /** From now on these rows stand above the headings. */
  void below(List<List<Cell>> rows) {
    if (!rows.equals(titles)) {
      titles = rows;
      readings.clear();
    }
  }

  /**
   * Whether the mapping makes an observation of a figure in a row.
   *
   * @param column the figure's column
   */
  boolean gives(List<Cell> cells, FigureColumn column, Cell figure, RowView wanted)
      throws IOException {
    List<Cell> row = new ArrayList<>(cells);
    if (column.matrix() == null) {
      row.set(frame.place(column.heading()), figure);
    } else {
      row.add(figure);
    }
    return readings
        .computeIfAbsent(column.matrix() == null ? "" : column.heading(), p -> reading(column))
        .gives(row, wanted);
  }

  private ReadBack reading(FigureColumn column) {
    List<String> headings = new ArrayList<>(frame.headings().subList(0, frame.named()));
    Matrix matrix = column.matrix();
    if (matrix != null) {
      headings.add(column.heading());
    }
    List<List<Cell>> above = new ArrayList<>(titles);
    above.add(headings.stream().map(Cell::of).toList());
    Plan only = plan.withMatrices(matrix == null ? List.of() : List.of(matrix));
    return new ReadBack(theme, layout, only, above);
  }
}
