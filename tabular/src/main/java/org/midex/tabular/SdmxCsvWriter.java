package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;
import org.midex.tabular.SdmxCsv.Labels;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Sdmx;
import org.midex.tabular.internal.export.Cell;
import org.midex.tabular.internal.export.Frame;
import org.midex.tabular.internal.export.Obstacles;
import org.midex.tabular.internal.export.RowSink;

/** Writes SDMX-CSV 2.0, one observation a row. */
final class SdmxCsvWriter implements TableWriter {
  /** Data structure definitions are what is published of a theme. */
  private static final String STRUCTURE = "datastructure";

  private final RowSink sink;
  private final SdmxCsv format;
  private final RowType theme;
  private final Field measure;
  private final @Nullable String noFigure;
  private final Obstacles obstacles;
  private final boolean fits;
  private final List<Cell> start = new ArrayList<>();
  private final List<Cell> end = new ArrayList<>();
  private long observations;
  private long written;

  SdmxCsvWriter(OutputStream out, MessageHead head, SdmxCsv format, FindingSink findings)
      throws IOException {
    this.format = format;
    this.theme = Objects.requireNonNull(head.type());
    this.measure = theme.measure().orElseThrow();
    this.noFigure = head.action() == Action.APPEND ? Sdmx.NO_NUMBER : null;
    this.obstacles = new Obstacles(findings);
    this.sink =
        RowSink.of(
            out,
            new Layout(
                Layout.Format.CSV,
                null,
                StandardCharsets.UTF_8,
                format.separator(),
                '"',
                1,
                List.of()));
    writeHeadings();
    start(head);
    fits = end(head);
  }

  /** Attributes of the dataset; a withdrawal with one would withdraw the attribute only. */
  private boolean end(MessageHead head) {
    boolean all = true;
    for (Field field : theme.datasetFields()) {
      String text = head.action() == Action.DELETE ? null : head.attributes().get(field.name());
      all &= isSayable(field, text);
      add(end, field, text);
    }
    return all;
  }

  /** SDMX-CSV has words for what is absent; a free text that is such a word would be lost. */
  private boolean isSayable(Field field, @Nullable String text) {
    boolean sayable =
        text == null || field.type().kind() != ValueType.Kind.TEXT || !Sdmx.isReserved(text);
    if (!sayable) {
      obstacles.report("MDX-I21", field.name(), text, Map.of("column", field.name()));
    }
    return sayable;
  }

  private void writeHeadings() throws IOException {
    List<Cell> headings =
        new ArrayList<>(List.of(Cell.of(Sdmx.STRUCTURE), Cell.of(Sdmx.STRUCTURE_ID)));
    if (format.labels() == Labels.NAME) {
      headings.add(Cell.of(Sdmx.STRUCTURE_NAME));
    }
    headings.add(Cell.of(Sdmx.ACTION));
    theme.fields().forEach(field -> addHeading(headings, field));
    theme.datasetFields().forEach(field -> addHeading(headings, field));
    sink.write(headings);
  }

  private void addHeading(List<Cell> headings, Field field) {
    addNamed(headings, field.name(), format.texts().conceptName(field.name()));
  }

  private void start(MessageHead head) {
    start.add(Cell.of(STRUCTURE));
    addNamed(start, Frame.structureId(theme, head), format.texts().themeName(theme));
    start.add(Cell.of(Sdmx.letter(head.action())));
  }

  private void add(List<Cell> cells, Field field, @Nullable String text) {
    if (text == null) {
      addNamed(cells, "", "");
      return;
    }
    CodeList list = field.type().list();
    Code code = list == null ? null : list.find(text).orElse(null);
    addNamed(cells, text, list == null || code == null ? "" : format.texts().name(list, code));
  }

  /** An id and what it is called, as the labels are wanted. */
  private void addNamed(List<Cell> cells, String id, String name) {
    boolean joined = format.labels() == Labels.BOTH && !name.isEmpty();
    cells.add(Cell.of(joined ? id + ": " + name : id));
    if (format.labels() == Labels.NAME) {
      cells.add(Cell.of(name));
    }
  }

  @Override
  public void write(RowView row, Supplier<Location> place) throws IOException {
    observations++;
    if (!fits) {
      return;
    }
    obstacles.at(place);
    List<Cell> cells = new ArrayList<>(start);
    boolean sayable = true;
    for (Field field : theme.fields()) {
      String text = row.text(field.slot());
      sayable &= isSayable(field, text);
      add(cells, field, text == null && field.equals(measure) ? noFigure : text);
    }
    if (sayable) {
      cells.addAll(end);
      sink.write(cells);
      written++;
    }
  }

  @Override
  public void refuse() {
    observations++;
  }

  @Override
  public ExportAccount finish() throws IOException {
    sink.finish();
    return new ExportAccount(observations, written, observations - written, written, 0);
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
