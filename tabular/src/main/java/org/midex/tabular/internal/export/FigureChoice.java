package org.midex.tabular.internal.export;

import java.util.ArrayList;
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
  private final ReadBack readBack;
  private final int flagsPlace;
  private final Field measure;
  private final List<Field> attributes;
  private final Map<List<@Nullable String>, Pair> known = new HashMap<>();

  /**
   * @param gap the token for a missing figure, or null when there is a figure
   */
  private record Pair(String flags, @Nullable String gap) {}

  FigureChoice(RowType theme, Plan plan, RowSink sink, ReadBack readBack) {
    this.plan = plan;
    this.sink = sink;
    this.readBack = readBack;
    Flags flags = plan.flags();
    this.flagsPlace = flags == null ? -1 : plan.headings().indexOf(flags.heading());
    this.measure = theme.measure().orElseThrow();
    this.attributes =
        theme.fields().stream().filter(f -> f.role() == Field.Role.ATTRIBUTE).toList();
  }

  /**
   * Fills the two cells.
   *
   * @param cells all others are filled already
   * @return false when no pair says what the observation says
   */
  boolean fill(List<Cell> cells, int figurePlace, RowView row) {
    List<@Nullable String> said = new ArrayList<>();
    attributes.forEach(field -> said.add(row.text(field.slot())));
    said.add(row.has(measure.slot()) ? "" : null);
    Pair pair = known.get(said);
    if (pair != null && says(pair, cells, figurePlace, row)) {
      return true;
    }
    for (Pair candidate : candidates(row)) {
      if (says(candidate, cells, figurePlace, row)) {
        if (known.size() < REMEMBERED) {
          known.put(said, candidate);
        }
        return true;
      }
    }
    return false;
  }

  private List<Pair> candidates(RowView row) {
    List<@Nullable String> gaps = new ArrayList<>();
    if (row.has(measure.slot())) {
      gaps.add(null);
    } else {
      plan.missing().forEach((token, meaning) -> gaps.add(meaning.isEmpty() ? null : token));
      gaps.removeIf(Objects::isNull);
    }
    List<Pair> pairs = new ArrayList<>();
    for (String flags : flags(row)) {
      gaps.forEach(gap -> pairs.add(new Pair(flags, gap)));
    }
    return pairs;
  }

  private List<String> flags(RowView row) {
    Flags flags = plan.flags();
    if (flags == null) {
      return List.of("");
    }
    Map<Field, String> said = new LinkedHashMap<>();
    for (Field field : attributes) {
      String text = row.text(field.slot());
      if (text != null) {
        said.put(field, text);
      }
    }
    return flags.spellings(said).stream().filter(cell -> sink.obstacle(cell) == null).toList();
  }

  private boolean says(Pair pair, List<Cell> cells, int figurePlace, RowView row) {
    if (flagsPlace >= 0) {
      cells.set(flagsPlace, Cell.of(pair.flags()));
    }
    String figure = row.text(measure.slot());
    String gap = pair.gap();
    if (figure == null && gap == null) {
      return false;
    }
    cells.set(
        figurePlace,
        gap != null ? Cell.of(gap) : sink.number(Objects.requireNonNull(figure), plan.numbers()));
    return readBack.gives(cells, row);
  }
}
