package org.midex.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Location;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.export.Cell;
import org.midex.tabular.internal.export.Frame;
import org.midex.tabular.internal.export.Inversion;
import org.midex.tabular.internal.export.Line;
import org.midex.tabular.internal.export.Obstacles;
import org.midex.tabular.internal.export.RowSink;
import org.midex.tabular.internal.export.WideRows;
import org.midex.tabular.internal.export.WideRows.WideRow;

/**
 * Makes a file of lines: titles, headings, and below them a row for each line, or for several that
 * belong together in a wide table. Nothing is written before the first line says what the titles
 * are; of a wide table nothing before the last has said what its columns are.
 */
final class LineWriter implements Closeable {
  private final Frame frame;
  private final Inversion inversion;
  private final RowSink sink;
  private final Obstacles obstacles;
  private final int headingRow;
  private final Set<Integer> named = new HashSet<>();
  private final @Nullable WideRows wide;
  private final @Nullable String nothing;
  private boolean begun;
  private long written;
  private long rows;

  LineWriter(Mapping mapping, Frame frame, Inversion inversion, RowSink sink, Obstacles obstacles) {
    this.frame = frame;
    this.inversion = inversion;
    this.sink = sink;
    this.obstacles = obstacles;
    this.headingRow = mapping.layout().headingRow();
    Plan plan = mapping.plan();
    plan.values().forEach(column -> named.add(frame.headings().indexOf(column.heading())));
    boolean isWide = named.size() > 1 || !plan.matrices().isEmpty();
    this.wide = isWide ? new WideRows() : null;
    this.nothing =
        plan.missing().entrySet().stream()
            .filter(token -> token.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
  }

  /** Observations that stand in the file. */
  long written() {
    return written;
  }

  /** Rows below the headings. */
  long rows() {
    return rows;
  }

  /**
   * Takes an observation's line.
   *
   * @param number of the observation
   */
  void add(Line line, long number) throws IOException {
    if (wide != null) {
      wide.add(line, number);
      return;
    }
    List<Cell> cells = new ArrayList<>(line.cells());
    cells.set(line.place(), line.figure());
    write(cells, 1);
  }

  /** Writes what is held back. */
  void finish() throws IOException {
    if (wide != null) {
      wide.finish(this::write);
    }
    begin();
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    List<List<Cell>> above = inversion.above();
    for (int i = 0; i < headingRow - 1; i++) {
      sink.write(i < above.size() ? above.get(i) : List.of(Cell.EMPTY));
    }
    sink.write(frame.headings().stream().map(Cell::of).toList());
  }

  private void write(List<Cell> cells, int figures) throws IOException {
    begin();
    if (sink.write(cells)) {
      rows++;
      written += figures;
    } else {
      obstacles.report("MDX-I26", null, null, Map.of("reason", "The sheet has no more rows"));
    }
  }

  private void write(WideRow row) throws IOException {
    obstacles.at(() -> Location.ofRecord(row.first()));
    List<Cell> cells = new ArrayList<>(row.cells());
    for (int place = 0; place < frame.headings().size(); place++) {
      boolean explained = place >= row.cells().size();
      if (explained || named.contains(place)) {
        Cell figure = row.figures().getOrDefault(place, nothing == null ? null : Cell.of(nothing));
        if (figure == null) {
          obstacles.report("MDX-I29", frame.headings().get(place), null, Map.of());
          return;
        }
        if (explained) {
          cells.add(figure);
        } else {
          cells.set(place, figure);
        }
      }
    }
    write(cells, row.figures().size());
  }

  @Override
  public void close() throws IOException {
    if (wide != null) {
      wide.close();
    }
  }
}
