package org.midex.tabular.internal.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.schema.RowType;
import org.midex.tabular.internal.BadTableException;
import org.midex.tabular.internal.Findings;
import org.midex.tabular.internal.OpenedWorkbook;
import org.midex.tabular.internal.Table;

/** Finds the sheets of a template in a workbook, whatever they are called now. */
final class FilledWorkbook {
  /** Rows of a sheet that may stand above what is looked for. */
  private static final int ROWS = 30;

  private static final int MARKER_CELLS = 3;

  private FilledWorkbook() {}

  /** The sheet that holds the marker. */
  record Header(Marker marker, String sheet) {}

  /**
   * The sheet with the table.
   *
   * @param row of the ids, from 1
   */
  record Data(String sheet, int row, List<String> ids) {}

  /** Null when no sheet has a marker. */
  static @Nullable Header header(OpenedWorkbook workbook) throws IOException {
    for (String name : workbook.sheets()) {
      Marker marker = marker(workbook, name);
      if (marker != null) {
        return new Header(marker, name);
      }
    }
    return null;
  }

  /** A sheet that is damaged is not the one that is looked for. */
  private static @Nullable Marker marker(OpenedWorkbook workbook, String name) throws IOException {
    try {
      Table sheet = workbook.table(name);
      while (sheet.next() && sheet.line() <= ROWS) {
        for (int i = 0; i < Math.min(sheet.size(), MARKER_CELLS); i++) {
          Marker marker = Marker.of(sheet.text(i));
          if (marker != null) {
            return marker;
          }
        }
      }
    } catch (BadTableException e) {
      return null;
    }
    return null;
  }

  /**
   * The sheet with the ids of the theme's columns. Others that have them too are reported: they are
   * not read.
   *
   * @param preferred its name in the template
   * @throws BadTableException when there is none
   */
  static Data data(OpenedWorkbook workbook, RowType theme, String preferred, Findings findings)
      throws IOException {
    List<Data> found = new ArrayList<>();
    for (String name : workbook.sheets()) {
      Data data = data(workbook, name, theme);
      if (data != null) {
        found.add(data);
      }
    }
    if (found.isEmpty()) {
      throw new BadTableException(
          "No sheet has a row with the ids of the columns of " + theme.id());
    }
    Data read =
        found.stream().filter(d -> d.sheet.equals(preferred)).findFirst().orElse(found.get(0));
    for (Data other : found) {
      if (!other.sheet.equals(read.sheet)) {
        findings.file("MDX-I34", other.sheet, Map.of("read", read.sheet));
      }
    }
    return read;
  }

  private static @Nullable Data data(OpenedWorkbook workbook, String name, RowType theme)
      throws IOException {
    Table sheet = workbook.table(name);
    while (sheet.next() && sheet.line() <= ROWS) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < sheet.size(); i++) {
        ids.add(sheet.text(i).strip());
      }
      if (areIds(ids, theme)) {
        return new Data(name, (int) sheet.line(), ids);
      }
    }
    return null;
  }

  /** The figure's id, and no other or that of a second column too. */
  private static boolean areIds(List<String> ids, RowType theme) {
    String measure = theme.measure().orElseThrow().name();
    long known = theme.fields().stream().filter(f -> ids.contains(f.name())).count();
    return ids.contains(measure) && (known > 1 || ids.size() == 1);
  }
}
