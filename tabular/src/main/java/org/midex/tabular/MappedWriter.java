package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.export.Cell;
import org.midex.tabular.internal.export.Inversion;
import org.midex.tabular.internal.export.Line;
import org.midex.tabular.internal.export.Obstacles;
import org.midex.tabular.internal.export.RowSink;
import org.midex.tabular.internal.export.WideRows;
import org.midex.tabular.internal.export.WideRows.WideRow;

/** Writes a table that a mapping reads as the observations given. */
final class MappedWriter implements TableWriter {
  private final RowType theme;
  private final Plan plan;
  private final List<Omission> omissions;
  private final Obstacles obstacles;
  private final RowSink sink;
  private final Inversion inversion;
  private final Set<Integer> figurePlaces;
  private final @Nullable WideRows wide;
  private final @Nullable String nothing;
  private final Row kept;
  private final boolean fits;
  private long observations;
  private long written;
  private long rows;
  private long omitted;

  MappedWriter(
      OutputStream out,
      MessageHead head,
      Mapping mapping,
      List<Omission> omissions,
      FindingSink findings)
      throws IOException {
    this.theme = mapping.theme();
    this.plan = mapping.plan();
    this.omissions = omissions;
    this.obstacles = new Obstacles(findings);
    this.kept = new Row(theme);
    this.fits = fits(head, mapping);
    this.sink = RowSink.of(out, mapping.layout());
    this.inversion = new Inversion(theme, mapping.layout(), plan, sink, obstacles);
    this.figurePlaces = inversion.figurePlaces();
    this.wide = figurePlaces.size() > 1 ? new WideRows(figurePlaces) : null;
    this.nothing =
        plan.missing().entrySet().stream()
            .filter(token -> token.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    writeHeadings(mapping.layout().headingRow());
  }

  private void writeHeadings(int headingRow) throws IOException {
    for (String heading : plan.headings()) {
      String obstacle = sink.obstacle(heading);
      if (obstacle != null) {
        throw new IllegalArgumentException("the heading '" + heading + "': " + obstacle);
      }
    }
    for (int i = 1; i < headingRow; i++) {
      sink.write(List.of(Cell.EMPTY));
    }
    sink.write(plan.headings().stream().map(Cell::of).toList());
  }

  /** Whether the mapping's theme and what it says of the whole dataset are the message's. */
  private boolean fits(MessageHead head, Mapping mapping) {
    String type = head.type() == null ? null : head.type().id();
    if (!agree("theme", type, theme.id())) {
      return false;
    }
    boolean fits = head.action() != Action.DELETE || agree("action", "Delete", "");
    for (Field field : theme.datasetFields()) {
      String text = head.attributes().get(field.name());
      String constant = mapping.dataset().get(field.name());
      if (!Objects.equals(text, constant) && !isOmitted(field, text)) {
        fits &= agree(field.name(), text, constant);
      }
    }
    return fits;
  }

  private boolean agree(String what, @Nullable String message, @Nullable String mapped) {
    if (Objects.equals(message, mapped)) {
      return true;
    }
    obstacles.report(
        "MDX-I20",
        what,
        message == null ? "" : message,
        Map.of("mapping", mapped == null ? "" : mapped));
    return false;
  }

  private boolean isOmitted(Field field, @Nullable String text) {
    return text != null && omissions.stream().anyMatch(o -> o.covers(field.name(), text));
  }

  @Override
  public void write(RowView row, Supplier<Location> place) throws IOException {
    observations++;
    if (!fits) {
      return;
    }
    obstacles.at(place);
    Line line = inversion.invert(withoutOmissions(row));
    if (line != null && wide != null) {
      wide.add(line, observations);
    } else if (line != null) {
      write(line.cells(), 1);
    }
  }

  private RowView withoutOmissions(RowView row) {
    if (omissions.isEmpty()) {
      return row;
    }
    kept.clear();
    for (Field field : theme.fields()) {
      String text = row.text(field.slot());
      if (isOmitted(field, text)) {
        omitted++;
      } else if (text != null) {
        kept.set(field.slot(), text);
      }
    }
    return kept;
  }

  private void write(List<Cell> cells, int figures) throws IOException {
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
    for (int place : figurePlaces) {
      Cell figure = row.figures().get(place);
      if (figure == null && nothing == null) {
        obstacles.report("MDX-I29", plan.headings().get(place), null, Map.of());
        return;
      }
      cells.set(place, figure != null ? figure : Cell.of(Objects.requireNonNull(nothing)));
    }
    write(cells, row.figures().size());
  }

  @Override
  public void refuse() {
    observations++;
  }

  @Override
  public ExportAccount finish() throws IOException {
    if (wide != null) {
      wide.finish(this::write);
    }
    sink.finish();
    return new ExportAccount(observations, written, observations - written, rows, omitted);
  }

  @Override
  public void close() throws IOException {
    try {
      if (wide != null) {
        wide.close();
      }
    } finally {
      sink.close();
    }
  }
}
