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
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.SdmxCsv.Labels;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.export.Cell;
import org.midex.tabular.internal.export.RowSink;

/** Writes SDMX-CSV 2.0, one observation a row. */
final class SdmxCsvWriter implements TableWriter {
  private static final String AGENCY = "MIDEX";

  /** Data structure definitions are what is published of a theme. */
  private static final String STRUCTURE = "datastructure";

  /** SDMX's letters for what the dataset does. */
  private static final Map<Action, String> ACTIONS =
      Map.of(Action.REPLACE, "R", Action.APPEND, "A", Action.DELETE, "D", Action.INFORMATION, "I");

  private final RowSink sink;
  private final SdmxCsv format;
  private final RowType theme;
  private final List<Cell> start = new ArrayList<>();
  private final List<Cell> end = new ArrayList<>();
  private long observations;
  private long written;

  SdmxCsvWriter(OutputStream out, MessageHead head, SdmxCsv format) throws IOException {
    this.format = format;
    this.theme = Objects.requireNonNull(head.type());
    this.sink =
        RowSink.of(
            out,
            new Layout(
                Layout.Format.CSV, null, StandardCharsets.UTF_8, format.separator(), '"', 1));
    writeHeadings();
    start(head);
    for (Field field : theme.datasetFields()) {
      // a withdrawal with an attribute would withdraw the attribute only
      boolean withdrawn = head.action() == Action.DELETE;
      add(end, field, withdrawn ? null : head.attributes().get(field.name()));
    }
  }

  private void writeHeadings() throws IOException {
    List<Cell> headings = new ArrayList<>(List.of(Cell.of("STRUCTURE"), Cell.of("STRUCTURE_ID")));
    if (format.labels() == Labels.NAME) {
      headings.add(Cell.of("STRUCTURE_NAME"));
    }
    headings.add(Cell.of("ACTION"));
    theme.fields().forEach(field -> addHeading(headings, field));
    theme.datasetFields().forEach(field -> addHeading(headings, field));
    sink.write(headings);
  }

  private void addHeading(List<Cell> headings, Field field) {
    addNamed(headings, field.name(), format.texts().conceptName(field.name()));
  }

  private void start(MessageHead head) {
    String version = head.version() == null ? theme.description().since() : head.version();
    String id = AGENCY + ":" + theme.id() + "(" + version + ")";
    start.add(Cell.of(STRUCTURE));
    addNamed(start, id, format.texts().themeName(theme));
    start.add(Cell.of(ACTIONS.getOrDefault(head.action(), "I")));
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
    List<Cell> cells = new ArrayList<>(start);
    for (Field field : theme.fields()) {
      add(cells, field, row.text(field.slot()));
    }
    cells.addAll(end);
    sink.write(cells);
    written++;
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
