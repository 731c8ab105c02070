package org.midex.tabular.internal.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Flags;
import org.midex.tabular.internal.Plan;

/**
 * Chooses what stands in the cells of the figure and the flags: the first pair that the mapping
 * reads as this observation. What was chosen for some attributes is tried first the next time.
 */
final class FigureChoice {
  private static final int REMEMBERED = 10_000;

  private final Plan plan;
  private final RowSink sink;
  private final Judge judge;
  private final int flagsPlace;
  private final Field measure;
  private final List<Field> attributes;
  private final List<String> gaps = new ArrayList<>();
  private final Map<List<@Nullable String>, Pair> known = new HashMap<>();

  /**
   * @param gap the token for a missing figure, or null when there is a figure
   * @param mark what stands behind it; may be empty
   */
  private record Pair(String flags, @Nullable String gap, String mark) {}

  FigureChoice(RowType theme, Plan plan, Frame frame, RowSink sink, Judge judge) {
    this.plan = plan;
    this.sink = sink;
    this.judge = judge;
    Flags flags = plan.flags();
    this.flagsPlace = flags == null ? -1 : frame.place(flags.heading());
    this.measure = theme.measure().orElseThrow();
    this.attributes =
        theme.fields().stream().filter(f -> f.role() == Field.Role.ATTRIBUTE).toList();
    plan.missing().forEach((token, meaning) -> gaps.add(token));
    gaps.removeIf(token -> plan.missing().getOrDefault(token, Map.of()).isEmpty());
    plan.gaps().stream()
        .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
        .forEach(gaps::add);
    // of a withdrawal only the key is sent
    gaps.add("");
  }

  /**
   * Fills the cell of the flags and gives that of the figure.
   *
   * @param cells all others are filled already
   * @return null when no pair says what the observation says
   */
  @Nullable Cell choose(List<Cell> cells, FigureColumn column, RowView row) throws IOException {
    List<@Nullable String> said = new ArrayList<>();
    attributes.forEach(field -> said.add(row.text(field.slot())));
    said.add(row.has(measure.slot()) ? "" : null);
    Pair usual = known.get(said);
    if (usual != null && says(usual, cells, column, row)) {
      return figure(usual, row);
    }
    for (Pair pair : candidates(row)) {
      if (says(pair, cells, column, row)) {
        if (known.size() < REMEMBERED) {
          known.put(said, pair);
        }
        return figure(pair, row);
      }
    }
    return null;
  }

  private List<Pair> candidates(RowView row) {
    Map<Field, String> said = new LinkedHashMap<>();
    for (Field field : attributes) {
      String text = row.text(field.slot());
      if (text != null) {
        said.put(field, text);
      }
    }
    List<@Nullable String> tokens = new ArrayList<>();
    if (row.has(measure.slot())) {
      tokens.add(null);
    } else {
      tokens.addAll(gaps);
    }
    List<Pair> pairs = new ArrayList<>();
    for (String mark : marks(said)) {
      for (String flags : flags(said)) {
        tokens.forEach(gap -> pairs.add(new Pair(flags, gap, mark)));
      }
    }
    return pairs;
  }

  private List<String> marks(Map<Field, String> said) {
    List<String> marks = new ArrayList<>(List.of(""));
    plan.marks()
        .forEach(
            (mark, meaning) -> {
              if (!meaning.isEmpty() && said.entrySet().containsAll(meaning.entrySet())) {
                marks.add(mark);
              }
            });
    return marks;
  }

  private List<String> flags(Map<Field, String> said) {
    Flags flags = plan.flags();
    return flags == null
        ? List.of("")
        : flags.spellings(said).stream().filter(cell -> sink.obstacle(cell) == null).toList();
  }

  private boolean says(Pair pair, List<Cell> cells, FigureColumn column, RowView row)
      throws IOException {
    if (flagsPlace >= 0) {
      cells.set(flagsPlace, Cell.of(pair.flags()));
    }
    return judge.gives(cells, column, figure(pair, row), row);
  }

  private Cell figure(Pair pair, RowView row) {
    if (pair.gap() != null) {
      return Cell.of(pair.gap() + pair.mark());
    }
    String number = Objects.requireNonNull(row.text(measure.slot()));
    return pair.mark().isEmpty()
        ? sink.number(number, plan.numbers())
        : Cell.of(plan.numbers().spelling(number) + pair.mark());
  }
}
