package org.midex.tabular.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.midex.model.io.LineSorter;
import org.midex.tabular.internal.export.WideRows.WideRow;

class WideRowsTest {
  private static Line line(int group, int place, int figure) {
    List<Cell> cells = new ArrayList<>(Collections.nCopies(5, Cell.EMPTY));
    cells.set(0, Cell.of("group " + group));
    cells.set(3, Cell.of("\u00E9".repeat(group)));
    return new Line(cells, place, new Cell(Integer.toString(figure), figure % 2 == 0));
  }

  /** Rows by a map: what the sorting must give, whatever fits in memory. */
  private static List<WideRow> expected(List<Integer> numbers) {
    Map<List<Cell>, List<WideRow>> rows = new LinkedHashMap<>();
    List<WideRow> inOrder = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      Line line = lineOf(numbers, i);
      List<Cell> cells = line.cells();
      List<WideRow> same = rows.computeIfAbsent(cells, c -> new ArrayList<>());
      WideRow last = same.isEmpty() ? null : same.get(same.size() - 1);
      if (last == null || last.figures().containsKey(line.place())) {
        last = new WideRow(i + 1L, cells, new java.util.TreeMap<>());
        same.add(last);
        inOrder.add(last);
      }
      last.figures().put(line.place(), line.figure());
    }
    return inOrder;
  }

  private static Line lineOf(List<Integer> numbers, int i) {
    int number = numbers.get(i);
    return line(number % 4, List.of(1, 2, 4).get(number / 4 % 3), i);
  }

  @Property(tries = 60)
  void joinsWhatBelongsTogetherHoweverFarApart(
      @ForAll @Size(max = 60) List<@IntRange(max = 11) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 2_000) int runBytes)
      throws IOException {
    List<WideRow> rows = new ArrayList<>();
    try (WideRows wide = new WideRows(new LineSorter(runBytes), new LineSorter(runBytes))) {
      for (int i = 0; i < numbers.size(); i++) {
        wide.add(lineOf(numbers, i), i + 1L);
      }
      wide.finish(rows::add);
    }
    List<WideRow> expected = expected(numbers);
    if (isFreeOfRepetitions(numbers)) {
      assertThat(rows).isEqualTo(expected);
    }
    assertThat(rows.stream().mapToInt(r -> r.figures().size()).sum()).isEqualTo(numbers.size());
    assertThat(rows.stream().map(WideRow::first).toList()).isSorted();
  }

  private static boolean isFreeOfRepetitions(List<Integer> numbers) {
    return Set.copyOf(numbers).size() == numbers.size();
  }
}
