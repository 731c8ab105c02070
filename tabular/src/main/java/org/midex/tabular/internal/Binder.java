package org.midex.tabular.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.Problem;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.tabular.internal.Binding.BoundValue;

/** Reads a table's headings and finds a plan's columns; says what is missing or not named. */
final class Binder {
  private static final int SHOWN = 30;

  private final Table table;
  private final Plan plan;
  private final Findings findings;
  private final Map<Field, String> titles;
  private final List<String> headings;
  private final List<String> keys;
  private final @Nullable SdmxHeadings sdmx;
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<String> twice = new HashSet<>();
  private final BitSet named = new BitSet();
  private final BitSet ignored = new BitSet();
  private final BitSet refused = new BitSet();
  private boolean complete = true;

  private Binder(Table table, Layout layout, Plan plan, Findings findings) throws IOException {
    this.table = table;
    this.plan = plan;
    this.findings = findings;
    TitleReader above = new TitleReader(plan.titles());
    headings = headings(table, layout, above);
    titles = above.fields();
    sdmx = layout.isSdmx() ? SdmxHeadings.of(headings, wanted(plan)) : null;
    keys = sdmx == null ? headings : sdmx.columns().stream().map(c -> c.key()).toList();
    for (int i = 0; i < keys.size(); i++) {
      if (sdmx != null && sdmx.columns().get(i).kind() == SdmxHeadings.Kind.NAMES) {
        ignore(i);
      } else if (places.putIfAbsent(keys.get(i), i) != null) {
        twice.add(keys.get(i));
      }
    }
  }

  static Binding bind(Table table, Layout layout, Plan plan, Findings findings) throws IOException {
    return new Binder(table, layout, plan, findings).bind();
  }

  private static List<String> headings(Table table, Layout layout, TitleReader above)
      throws IOException {
    while (table.next()) {
      if (table.line() >= layout.headingRow()) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
          headings.add(table.text(i).strip());
        }
        return headings;
      }
      above.read(table);
    }
    throw new BadTableException(
        layout.headingRow() == 1
            ? "The table is empty"
            : "The table has no headings in row " + layout.headingRow());
  }

  /** Keys of all components that a mapping of SDMX-CSV names. */
  private static Set<String> wanted(Plan plan) {
    Set<String> wanted = new HashSet<>();
    plan.places().keySet().forEach(heading -> wanted.add(SdmxHeadings.key(heading)));
    return wanted;
  }

  private Binding bind() throws IOException {
    List<List<Integer>> fields = new ArrayList<>();
    for (FieldColumn column : plan.fields()) {
      fields.add(places(column));
    }
    List<Integer> splits = new ArrayList<>();
    for (SplitColumn column : plan.splits()) {
      splits.add(place(column.heading(), column.optional()));
    }
    List<Integer> dataset = new ArrayList<>();
    for (FieldColumn column : plan.dataset()) {
      dataset.addAll(places(column));
    }
    List<Integer> checked = new ArrayList<>();
    for (CheckedColumn column : plan.checked()) {
      checked.add(place(column.heading(), false));
    }
    Flags flags = plan.flags();
    int flagsPlace = flags == null ? -1 : place(flags.heading(), false);
    for (String heading : plan.ignored().keySet()) {
      int place = place(heading, true);
      if (place >= 0) {
        ignore(place);
      }
    }
    List<BoundValue> values = values();
    List<Integer> skips = new ArrayList<>();
    for (Skip skip : plan.skips()) {
      skips.add(place(skip.heading(), false));
    }
    if (!complete) {
      throw new MalformedMessageException(
          Problem.of("MDX-I07"),
          Location.ofMessage(),
          "Columns that the mapping needs are missing");
    }
    refuseUnnamed();
    return new Binding(
        headings,
        fields,
        splits,
        dataset,
        values,
        flagsPlace,
        checked,
        skips,
        ignored,
        refused,
        titles,
        sdmx);
  }

  private void ignore(int place) {
    named.set(place);
    ignored.set(place);
  }

  private List<Integer> places(FieldColumn column) throws IOException {
    List<Integer> cells = new ArrayList<>();
    for (String heading : column.headings()) {
      cells.add(place(heading, column.optional()));
    }
    return cells;
  }

  private int place(String heading, boolean optional) throws IOException {
    String key = sdmx == null ? heading : SdmxHeadings.key(heading);
    Integer place = places.get(key);
    if (twice.contains(key)) {
      throw new BadTableException("Two columns are headed “" + heading + "”");
    }
    if (place != null) {
      named.set(place);
    } else if (!optional) {
      missing(heading, () -> nearest(heading));
    }
    return place == null ? -1 : place;
  }

  private void missing(String heading, Supplier<Optional<String>> suggestion) {
    complete = false;
    String place = plan.places().getOrDefault(heading, "");
    Map<String, String> details = Map.of("found", found(), "mapping", place);
    findings.column(table, "MDX-I07", heading, 0, details, suggestion);
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

  private List<BoundValue> values() throws IOException {
    List<BoundValue> values = new ArrayList<>();
    for (ValueColumn column : plan.values()) {
      int place = place(column.heading(), column.optional());
      if (place >= 0) {
        values.add(new BoundValue(column, place));
      }
    }
    Map<Map<Field, String>, String> byKey = new HashMap<>();
    plan.values().forEach(column -> byKey.put(key(column), column.heading()));
    Set<Matrix> fitting = new HashSet<>();
    for (int i = 0; i < headings.size(); i++) {
      if (!named.get(i) && !isEnvelope(i)) {
        matrixColumn(i, values, fitting, byKey);
      }
    }
    for (Matrix matrix : plan.matrices()) {
      if (!fitting.contains(matrix)) {
        missing(matrix.toString(), Optional::empty);
      }
    }
    return values;
  }

  private static Map<Field, String> key(ValueColumn column) {
    Map<Field, String> key = new HashMap<>(column.codes());
    key.keySet().removeIf(field -> !field.isKey());
    return key;
  }

  /** A column that is not named: the first matrix that its heading fits has it. */
  private void matrixColumn(
      int place,
      List<BoundValue> values,
      Set<Matrix> fitting,
      Map<Map<Field, String>, String> byKey)
      throws IOException {
    String heading = headings.get(place);
    for (Matrix matrix : plan.matrices()) {
      Map<Field, String> fields = matrix.splitting().split(heading);
      if (fields != null) {
        Map<Field, String> codes = new LinkedHashMap<>(matrix.codes());
        codes.putAll(fields);
        ValueColumn column = new ValueColumn(heading, codes, false);
        requireOther(column, byKey);
        fitting.add(matrix);
        named.set(place);
        values.add(new BoundValue(column, place));
        return;
      }
    }
    for (Matrix matrix : plan.matrices()) {
      Splitting.Fault fault = matrix.splitting().fault(heading);
      if (fault.fits()) {
        named.set(place);
        refused.set(place);
        findings.cell(
            table, fault.rule(), heading, place, heading, fault.details(), fault::suggestion);
        return;
      }
    }
  }

  private static void requireOther(ValueColumn column, Map<Map<Field, String>, String> byKey)
      throws BadTableException {
    String other = byKey.putIfAbsent(key(column), column.heading());
    if (other != null) {
      throw new BadTableException(
          "The columns “%s” and “%s” mean the same"
              .formatted(Cells.shortened(other), Cells.shortened(column.heading())));
    }
  }

  private boolean isEnvelope(int place) {
    return sdmx != null && sdmx.columns().get(place).kind() == SdmxHeadings.Kind.ENVELOPE;
  }

  private void refuseUnnamed() {
    for (int i = 0; i < headings.size(); i++) {
      if (named.get(i)) {
        continue;
      }
      if (isEnvelope(i)) {
        ignore(i);
      } else {
        refused.set(i);
        String shown = headings.get(i).isEmpty() ? "column " + (i + 1) : headings.get(i);
        findings.column(table, "MDX-I08", shown, i, Map.of(), Optional::empty);
      }
    }
  }
}
