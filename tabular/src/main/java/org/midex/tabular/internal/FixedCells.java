package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.tabular.internal.Tally.Use;

/**
 * Cells that must say the same in every row: attributes of the dataset, the structure and action of
 * SDMX-CSV, columns that the mapping checks. The first row decides; one that says otherwise gives
 * no observation.
 */
final class FixedCells {
  private static final String RULE = "MDX-I09";

  private final Plan plan;
  private final Binding binding;
  private final Layout layout;
  private final List<String> structures;
  private final int structurePlace;
  private final int actionPlace;
  private final Map<String, String> attributes = new HashMap<>();
  private @Nullable String structure;
  private @Nullable Action action;

  FixedCells(Plan plan, Binding binding, Layout layout) {
    this.plan = plan;
    this.binding = binding;
    this.layout = layout;
    this.structures = layout.structures();
    SdmxHeadings sdmx = binding.sdmx();
    int id = sdmx == null ? -1 : sdmx.envelope(Sdmx.STRUCTURE_ID);
    structurePlace = id >= 0 || sdmx == null ? id : sdmx.envelope(Sdmx.DATAFLOW);
    actionPlace = sdmx == null ? -1 : sdmx.envelope(Sdmx.ACTION);
  }

  /** Whether the first row must be seen before anything can be said of the dataset. */
  boolean decideAtFirstRow() {
    return !plan.dataset().isEmpty() || structurePlace >= 0;
  }

  /**
   * Takes what holds for the whole table from its first row.
   *
   * @throws BadTableException when that row does not say it
   */
  void begin(CurrentRow row) throws BadTableException {
    for (int i = 0; i < plan.dataset().size(); i++) {
      FieldColumn column = plan.dataset().get(i);
      int place = binding.dataset().get(i);
      String text = place < 0 ? "" : row.text(place);
      String translated = place < 0 ? null : translate(column, place, text);
      if (translated != null) {
        attributes.put(column.field().name(), translated);
      } else if (column.field().required()) {
        throw new BadTableException(
            "%s holds for the whole dataset, but the first row's “%s” says “%s”"
                .formatted(column.field().name(), column.headings().get(0), Cells.shortened(text)));
      }
    }
    if (structurePlace >= 0) {
      structure = Sdmx.withoutName(row.text(structurePlace));
    }
    String given = actionPlace < 0 ? "" : row.text(actionPlace);
    if (!given.isEmpty()) {
      action = Sdmx.action(given);
      if (action == null) {
        throw new BadTableException(
            "ACTION is I, A, M, R or D; the first row says “" + Cells.shortened(given) + "”");
      }
    }
  }

  private @Nullable String translate(FieldColumn column, int place, String text) {
    String whole = column.translation().translate(text);
    return whole == null ? column.translation().translate(binding.withoutName(place, text)) : whole;
  }

  /** Attributes of the dataset, by name. */
  Map<String, String> attributes() {
    return attributes;
  }

  /** What the dataset does; null when the table does not say. */
  @Nullable Action action() {
    return action;
  }

  /** Compares the current row with the first. */
  void check(CurrentRow row) {
    for (int i = 0; i < plan.dataset().size(); i++) {
      checkAttribute(plan.dataset().get(i), binding.dataset().get(i), row);
    }
    for (int i = 0; i < plan.checked().size(); i++) {
      CheckedColumn column = plan.checked().get(i);
      int place = binding.checked().get(i);
      String text = row.text(place);
      boolean right =
          column.only().contains(text) || column.only().contains(binding.withoutName(place, text));
      row.use(place, right ? Use.IGNORED : Use.FINDING);
      if (!right) {
        differs(row, column.heading(), place, column.only());
      }
    }
    checkStructure(row);
    if (actionPlace >= 0
        && !row.text(actionPlace).isEmpty()
        && Sdmx.action(row.text(actionPlace)) != action) {
      differs(row, Sdmx.ACTION, actionPlace, action == null ? List.of("") : List.of(action.code()));
    }
  }

  private void checkAttribute(FieldColumn column, int place, CurrentRow row) {
    if (place < 0) {
      return;
    }
    String text = row.text(place);
    if (column.absent().contains(text)) {
      row.use(place, Use.DECLARED_EMPTY);
      return;
    }
    String fixed = attributes.get(column.field().name());
    String translated = translate(column, place, text);
    boolean same = translated != null && translated.equals(fixed);
    row.use(place, same ? Use.ATTRIBUTE : Use.FINDING);
    if (translated == null) {
      row.spoil(
          column.headings().get(0), place, text, Splitting.Fault.of(column.translation(), text));
    } else if (!same) {
      differs(row, column.headings().get(0), place, fixed == null ? List.of("") : List.of(fixed));
    }
  }

  private void checkStructure(CurrentRow row) {
    if (structurePlace < 0) {
      return;
    }
    String id = Sdmx.withoutName(row.text(structurePlace));
    List<String> expected = new ArrayList<>(structures);
    boolean right = layout.isFor(id);
    if (structures.isEmpty() && structure != null) {
      expected.add(structure);
      right = id.equals(structure);
    }
    if (!right) {
      differs(row, Sdmx.STRUCTURE_ID, structurePlace, expected);
    }
  }

  private static void differs(CurrentRow row, String heading, int place, List<String> expected) {
    Map<String, String> details = Map.of("expected", String.join(", ", expected));
    row.spoil(RULE, heading, place, row.text(place), details, Optional::empty);
  }
}
