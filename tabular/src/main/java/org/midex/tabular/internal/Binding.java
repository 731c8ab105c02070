package org.midex.tabular.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.Problem;
import org.midex.schema.Nearest;

/**
 * A plan's columns found in a table's headings. A place of −1 stands for an optional column that
 * the table lacks.
 *
 * @param headings the table's headings
 * @param fields places of each field column's cells
 * @param values place of each column of figures
 * @param flags place of the column of flags
 * @param ignored columns that the mapping ignores
 * @param unnamed columns that the mapping does not name
 */
record Binding(
    List<String> headings,
    List<List<Integer>> fields,
    List<Integer> values,
    int flags,
    BitSet ignored,
    BitSet unnamed) {

  /** Reads the headings and finds the columns; says what is missing or not named. */
  static Binding read(Table table, Layout layout, Plan plan, Findings findings) throws IOException {
    return new Binder(headings(table, layout), table, findings).bind(plan);
  }

  private static List<String> headings(Table table, Layout layout) throws IOException {
    while (table.next()) {
      if (table.line() >= layout.headingRow()) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
          headings.add(table.text(i).strip());
        }
        return headings;
      }
    }
    throw new BadTableException(
        layout.headingRow() == 1
            ? "The table is empty"
            : "The table has no headings in row " + layout.headingRow());
  }

  private static final class Binder {
    private static final int SHOWN = 30;

    private final List<String> headings;
    private final Table table;
    private final Findings findings;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private boolean complete = true;

    Binder(List<String> headings, Table table, Findings findings) {
      this.headings = headings;
      this.table = table;
      this.findings = findings;
      for (int i = 0; i < headings.size(); i++) {
        if (places.putIfAbsent(headings.get(i), i) != null) {
          twice.add(headings.get(i));
        }
      }
    }

    Binding bind(Plan plan) throws IOException {
      List<List<Integer>> fields = new ArrayList<>();
      for (FieldColumn column : plan.fields()) {
        List<Integer> cells = new ArrayList<>();
        for (String heading : column.headings()) {
          cells.add(place(heading, column.optional()));
        }
        fields.add(cells);
      }
      List<Integer> values = new ArrayList<>();
      for (ValueColumn value : plan.values()) {
        values.add(place(value.heading(), value.optional()));
      }
      Flags flags = plan.flags();
      int flagsPlace = flags == null ? -1 : place(flags.heading(), false);
      BitSet ignored = new BitSet();
      for (String heading : plan.ignored().keySet()) {
        int place = place(heading, true);
        if (place >= 0) {
          ignored.set(place);
        }
      }
      if (!complete) {
        throw new MalformedMessageException(
            Problem.of("MDX-I07"),
            Location.ofMessage(),
            "Columns that the mapping needs are missing");
      }
      return new Binding(headings, fields, values, flagsPlace, ignored, unnamed());
    }

    private int place(String heading, boolean optional) throws IOException {
      named.add(heading);
      Integer place = places.get(heading);
      if (twice.contains(heading)) {
        throw new BadTableException("Two columns are headed “" + heading + "”");
      }
      if (place == null && !optional) {
        complete = false;
        findings.column(
            table, "MDX-I07", heading, 0, Map.of("found", found()), () -> nearest(heading));
      }
      return place == null ? -1 : place;
    }

    private Optional<String> nearest(String heading) {
      List<String> known =
          headings.stream().filter(h -> h.length() <= 100).limit(SHOWN * 10L).toList();
      return Nearest.of(heading, known);
    }

    private String found() {
      String shown = String.join(", ", headings.stream().limit(SHOWN).toList());
      return Cells.shortened(headings.size() > SHOWN ? shown + ", …" : shown);
    }

    private BitSet unnamed() {
      BitSet unnamed = new BitSet();
      for (int i = 0; i < headings.size(); i++) {
        if (!named.contains(headings.get(i))) {
          unnamed.set(i);
          String shown = headings.get(i).isEmpty() ? "column " + (i + 1) : headings.get(i);
          findings.column(table, "MDX-I08", shown, i, Map.of(), Optional::empty);
        }
      }
      return unnamed;
    }
  }
}
