package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.export.Frame;
import org.midex.tabular.internal.export.Inversion;
import org.midex.tabular.internal.export.Line;
import org.midex.tabular.internal.export.Obstacles;
import org.midex.tabular.internal.export.RowSink;

/** Writes a table that a mapping reads as the observations given. */
final class MappedWriter implements TableWriter {
  private final RowType theme;
  private final List<Omission> omissions;
  private final Obstacles obstacles;
  private final RowSink sink;
  private final Inversion inversion;
  private final LineWriter lines;
  private final Row kept;
  private final boolean fits;
  private long observations;
  private long omitted;

  MappedWriter(
      OutputStream out,
      MessageHead head,
      Mapping mapping,
      List<Omission> omissions,
      FindingSink findings)
      throws IOException {
    this.theme = mapping.theme();
    this.omissions = omissions;
    this.obstacles = new Obstacles(findings);
    this.kept = new Row(theme);
    this.sink = RowSink.of(out, mapping.layout());
    boolean withAction = head.action() != mapping.action();
    Frame frame = new Frame(theme, mapping.layout(), mapping.plan(), head, withAction);
    this.inversion = new Inversion(theme, mapping.layout(), mapping.plan(), frame, sink, obstacles);
    this.fits = fits(head, mapping) && inversion.takeDataset(head.attributes());
    this.lines = new LineWriter(mapping, frame, inversion, sink, obstacles);
  }

  /** Whether the mapping's theme and what it says of the whole dataset are the message's. */
  private boolean fits(MessageHead head, Mapping mapping) {
    String type = head.type() == null ? null : head.type().id();
    if (!agree("theme", type, theme.id())) {
      return false;
    }
    boolean fits =
        head.action() != Action.DELETE
            || mapping.layout().isSdmx()
            || agree("action", Action.DELETE.code(), mapping.action().code());
    Set<Field> inColumns =
        mapping.plan().dataset().stream().map(c -> c.field()).collect(Collectors.toSet());
    for (Field field : theme.datasetFields()) {
      String text = head.attributes().get(field.name());
      String constant = mapping.dataset().get(field.name());
      if (inColumns.contains(field)) {
        fits &= text != null || !field.required() || agree(field.name(), "", null);
      } else if (!isOmitted(field, text)) {
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
    if (fits) {
      obstacles.at(place);
      Line line = inversion.invert(withoutOmissions(row));
      if (line != null) {
        lines.add(line, observations);
      }
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

  @Override
  public void refuse() {
    observations++;
  }

  @Override
  public ExportAccount finish() throws IOException {
    lines.finish();
    sink.finish();
    return new ExportAccount(
        observations, lines.written(), observations - lines.written(), lines.rows(), omitted);
  }

  @Override
  public void close() throws IOException {
    try {
      lines.close();
    } finally {
      sink.close();
    }
  }
}
