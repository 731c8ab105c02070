package org.midex.schema.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueException;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Extension;

/** One CSV file of the catalogue, read whole: these files have hundreds of lines, not millions. */
public final class CsvTable {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<Row> rows = new ArrayList<>();

  private CsvTable() {}

  /** Rows of the file, an extension's after the standard's; empty when it does not exist. */
  public static CsvTable optional(CatalogueSource source, String file) {
    CsvTable table = new CsvTable();
    for (CatalogueSource layer : source.layers()) {
      String name = layer.name(file);
      try (InputStream in = layer.open(file)) {
        if (in != null) {
          table.read(in, name, layer.extension());
        }
      } catch (IOException e) {
        throw new CatalogueException(name, 0, "could not be read: " + e.getMessage());
      }
    }
    return table;
  }

  /**
   * Rows of the file.
   *
   * @throws CatalogueException when the file is missing or malformed
   */
  public static CsvTable required(CatalogueSource source, String file) {
    CsvTable table = optional(source, file);
    if (table.rows.isEmpty()) {
      throw new CatalogueException(file, 0, "file is missing or has no rows");
    }
    return table;
  }

  public List<Row> rows() {
    return rows;
  }

  private void read(InputStream in, String file, @Nullable Extension extension) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Head head = null;
      for (CsvRecord row : reader) {
        if (head == null) {
          head = Head.of(row, file, extension);
        } else {
          head.requireWhole(row);
          rows.add(new Row(row, head));
        }
      }
    } catch (CsvParseException e) {
      throw new CatalogueException(file, 0, String.valueOf(e.getMessage()));
    }
  }

  /** The first line: what the cells of the others are called. */
  private record Head(
      String file,
      @Nullable Extension extension,
      List<String> columns,
      Map<String, Integer> places) {
    static Head of(CsvRecord row, String file, @Nullable Extension extension) {
      Map<String, Integer> places = new HashMap<>();
      for (String column : row.getFields()) {
        if (places.put(column, places.size()) != null) {
          throw new CatalogueException(file, 1, "column " + column + " is given twice");
        }
      }
      return new Head(file, extension, row.getFields(), places);
    }

    void requireWhole(CsvRecord row) {
      if (row.getFieldCount() != columns.size()) {
        throw new CatalogueException(
            file,
            row.getStartingLineNumber(),
            "expected " + columns.size() + " cells, found " + row.getFieldCount());
      }
    }
  }

  /** One line with its cells by column name. */
  public static final class Row {
    private final CsvRecord row;
    private final Head head;

    private Row(CsvRecord row, Head head) {
      this.row = row;
      this.head = head;
    }

    /** Whether an extension adds the row. */
    public boolean added() {
      return head.extension() != null;
    }

    /**
     * Refuses what an extension has no right to: its own things carry its id.
     *
     * @return the name
     */
    public String requireOwn(String name) {
      Extension extension = head.extension();
      if (extension != null && !extension.owns(name)) {
        throw fault(
            "an extension adds only what carries its id %s; '%s' does not"
                .formatted(extension.id(), name));
      }
      return name;
    }

    public List<String> columns() {
      return head.columns();
    }

    /** The cell's text, or null when it is empty or the file has no such column. */
    public @Nullable String get(String column) {
      Integer place = head.places().get(column);
      String text = place == null ? "" : row.getField(place);
      return text.isEmpty() ? null : text;
    }

    /** The cell's text; a fault when it is empty. */
    public String require(String column) {
      String text = get(column);
      if (text == null) {
        throw fault("column " + column + " is empty");
      }
      return text;
    }

    /** The cell's space-separated words; empty when there are none. */
    public List<String> words(String column) {
      String text = get(column);
      return text == null ? List.of() : List.of(SPACES.split(text.trim()));
    }

    public CatalogueException fault(String what) {
      return new CatalogueException(head.file(), row.getStartingLineNumber(), what);
    }
  }
}
