package org.midex.benchmarks.contend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.benchmarks.data.AsylumRows;
import org.midex.model.Row;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Some rows in memory, which writers are fed with again and again. */
public final class KeptRows {
  private static final int DISTINCT = 20_000;

  private final RowType type;
  private final List<Row> rows = new ArrayList<>();

  private KeptRows(RowType type) {
    this.type = type;
  }

  public static KeptRows of(Catalogue catalogue) throws IOException {
    AsylumRows all = new AsylumRows(catalogue, DISTINCT);
    KeptRows kept = new KeptRows(all.type());
    all.forEach(row -> kept.rows.add(copy(row)));
    return kept;
  }

  private static Row copy(Row row) {
    Row copy = new Row(row.type());
    for (Field field : row.type().fields()) {
      String text = row.text(field.slot());
      if (text != null) {
        copy.set(field.slot(), text);
      }
    }
    return copy;
  }

  public RowType type() {
    return type;
  }

  public List<Row> rows() {
    return rows;
  }

  /** The fields' names, by slot. */
  String[] names() {
    return type.fields().stream().map(Field::name).toArray(String[]::new);
  }

  /** The rows' texts, by slot. */
  List<@Nullable String[]> texts() {
    List<@Nullable String[]> all = new ArrayList<>();
    for (Row row : rows) {
      @Nullable String[] texts = new @Nullable String[type.fields().size()];
      for (int slot = 0; slot < texts.length; slot++) {
        texts[slot] = row.text(slot);
      }
      all.add(texts);
    }
    return all;
  }
}
