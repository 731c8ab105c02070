package org.midex.tabular.internal.export;

import java.util.List;

/**
 * The cells of one observation.
 *
 * @param cells a row of the columns that the mapping names; those of figures are empty
 * @param place of the figure's column; columns that their headings explain follow those named
 * @param figure what stands in that column
 */
public record Line(List<Cell> cells, int place, Cell figure) {
  public Line {
    cells = List.copyOf(cells);
  }
}
