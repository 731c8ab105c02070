package org.midex.tabular.internal.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.midex.model.MessageHead;
import org.midex.schema.RowType;
import org.midex.tabular.internal.CheckedColumn;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.Sdmx;
import org.midex.tabular.internal.StructureMapping;
import org.midex.tabular.internal.Table;

/**
 * The columns of a table, and the cells that are the same in every row. Columns that their headings
 * explain are added as observations need them.
 */
public final class Frame {
  private final List<String> headings = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Cell> cells;
  private final int named;

  /**
   * @param withAction whether rows of SDMX-CSV say what the dataset does
   */
  public Frame(RowType theme, Layout layout, Plan plan, MessageHead head, boolean withAction) {
    Map<String, String> envelope = new HashMap<>();
    if (layout.isSdmx()) {
      List<String> structures = layout.structures();
      envelope.put(Sdmx.STRUCTURE, structures.isEmpty() ? "datastructure" : "dataflow");
      envelope.put(
          Sdmx.STRUCTURE_ID,
          structures.isEmpty() ? structureId(theme, head) : version(structures.get(0)));
      add(Sdmx.STRUCTURE);
      add(Sdmx.STRUCTURE_ID);
      if (withAction) {
        envelope.put(Sdmx.ACTION, Sdmx.letter(head.action()));
        add(Sdmx.ACTION);
      }
    }
    for (String heading : plan.headings()) {
      if (!envelope.containsKey(heading.toUpperCase(Locale.ROOT))) {
        add(heading);
      }
    }
    named = headings.size();
    cells = new ArrayList<>(Collections.nCopies(named, Cell.EMPTY));
    envelope.forEach(this::fix);
    for (CheckedColumn column : plan.checked()) {
      fix(column.heading(), column.only().get(0));
    }
  }

  /**
   * The identifier of a theme's structure: the standard's, or that of the extension which the
   * header names and whose theme it is.
   */
  public static String structureId(RowType theme, MessageHead head) {
    String version = head.version() == null ? theme.description().since() : head.version();
    String agency =
        head.header()
            .first("Extension")
            .map(label -> label.split(":", 2)[0])
            .filter(id -> theme.id().startsWith(id + "_"))
            .orElse(StructureMapping.AGENCY);
    return agency + ":" + theme.id() + "(" + version + ")";
  }

  /** An identifier that a mapping knows, with the first of the versions that it allows. */
  private static String version(String structure) {
    return structure.endsWith("(*)")
        ? structure.replace("(*)", "(1.0)")
        : structure.endsWith("*)") ? structure.replace("*)", "0)") : structure;
  }

  private int add(String heading) {
    headings.add(heading);
    places.put(heading, headings.size() - 1);
    return headings.size() - 1;
  }

  /** Gives a column the same cell in every row. */
  void fix(String heading, String text) {
    cells.set(place(heading), Cell.of(text));
  }

  /** Place of a column that the mapping names. */
  int place(String heading) {
    return places.getOrDefault(heading, -1);
  }

  /** Whether the mapping names a column. */
  boolean names(String heading) {
    return places.getOrDefault(heading, named) < named;
  }

  /** Whether there is no room for a column that its heading explains. */
  boolean isFullFor(String heading) {
    return headings.size() >= Table.MAX_COLUMNS && !places.containsKey(heading);
  }

  /**
   * Place of a column of figures; one that its heading explains is added when there is none yet.
   */
  int figure(String heading) {
    Integer place = places.get(heading);
    return place == null ? add(heading) : place;
  }

  /** Number of columns that do not depend on the observations; they stand first. */
  int named() {
    return named;
  }

  /** All headings known so far. */
  public List<String> headings() {
    return Collections.unmodifiableList(headings);
  }

  /** A new row of the columns named, with the cells that are always the same. */
  List<Cell> row() {
    return new ArrayList<>(cells);
  }
}
