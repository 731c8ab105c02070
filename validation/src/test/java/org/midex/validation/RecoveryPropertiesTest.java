package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.midex.model.Finding;

/** What is said of a suppressed figure is true of the figure that was there. */
@Tag("once")
class RecoveryPropertiesTest {
  private static final List<String> SEXES = List.of("F", "M", "_T");
  private static final List<String> AGES = List.of("Y_LT14", "Y14T17", "Y_GE18", "Y_LT18", "_T");

  /** Figures by sex and age, with the sums of both. */
  private static List<Integer> table(List<Integer> figures) {
    int[][] table = new int[SEXES.size()][AGES.size()];
    for (int sex = 0; sex < 2; sex++) {
      for (int age = 0; age < 3; age++) {
        table[sex][age] = figures.get(sex * 3 + age);
      }
      table[sex][3] = table[sex][0] + table[sex][1];
      table[sex][4] = table[sex][3] + table[sex][2];
    }
    List<Integer> all = new ArrayList<>();
    for (int sex = 0; sex < SEXES.size(); sex++) {
      for (int age = 0; age < AGES.size(); age++) {
        all.add(sex < 2 ? table[sex][age] : table[0][age] + table[1][age]);
      }
    }
    return all;
  }

  private static Dataset message(List<Integer> table, List<Boolean> suppressed, int base) {
    Dataset dataset = dataset("ASYLUM_APP").published();
    for (int cell = 0; cell < table.size(); cell++) {
      int rounded = (table.get(cell) + base / 2) / base * base;
      add(dataset, cell, suppressed.get(cell) ? "" : Integer.toString(rounded));
    }
    return dataset;
  }

  /** Adds a cell; without a figure it is suppressed. */
  private static void add(Dataset dataset, int cell, String figure, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "SEX",
                SEXES.get(cell / AGES.size()),
                "AGE",
                AGES.get(cell % AGES.size()),
                "OBS_VALUE",
                figure,
                "OBS_STATUS",
                figure.isEmpty() ? "Q" : "A"));
    fields.addAll(List.of(more));
    dataset.row(fields.toArray(String[]::new));
  }

  private static List<Finding> found(Dataset dataset) {
    return dataset.check().findings().stream()
        .filter(f -> f.problem().rule().equals("MDX-V38"))
        .toList();
  }

  @Property(tries = 500)
  void theFigureIsTheOneThatWasThere(
      @ForAll @Size(6) List<@IntRange(max = 9) Integer> figures,
      @ForAll @Size(15) List<Boolean> suppressed) {
    List<Integer> table = table(figures);
    List<Finding> found = found(message(table, suppressed, 1));
    for (Finding finding : found) {
      int cell = (int) finding.location().record() - 1;
      assertThat(finding.details()).containsEntry("expected", table.get(cell).toString());
    }
    List<Integer> cells = found.stream().map(f -> (int) f.location().record() - 1).toList();
    for (int cell = 0; cell < table.size(); cell++) {
      if (suppressed.get(cell) && isAloneAmongSexes(cell, suppressed)) {
        assertThat(cells).contains(cell);
      }
    }
  }

  private static boolean isAloneAmongSexes(int cell, List<Boolean> suppressed) {
    int age = cell % AGES.size();
    int hidden = 0;
    for (int sex = 0; sex < SEXES.size(); sex++) {
      hidden += suppressed.get(sex * AGES.size() + age) ? 1 : 0;
    }
    return hidden == 1;
  }

  @Property(tries = 500)
  void theRangeHoldsTheFigureThatWasThere(
      @ForAll @Size(6) List<@IntRange(max = 200) Integer> figures,
      @ForAll @Size(15) List<Boolean> suppressed) {
    List<Integer> table = table(figures);
    for (Finding finding : found(message(table, suppressed, 5).rounding("NEAREST", "5"))) {
      String[] range = finding.details().getOrDefault("expected", "").split("–", -1);
      int truth = table.get((int) finding.location().record() - 1);
      assertThat(truth)
          .isBetween(Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]));
    }
  }

  /**
   * Where figures contradict one another, what is found depends on the order of the rows: that of
   * the message, and not the one in which they are kept, which rows of another year change.
   */
  @Property(tries = 500)
  void theOrderIsThatOfTheMessage(
      @ForAll @Size(15) List<@IntRange(max = 9) Integer> figures,
      @ForAll @Size(15) List<Boolean> suppressed) {
    Dataset alone = message(figures, suppressed, 1);
    Dataset behind = dataset("ASYLUM_APP").published();
    for (int cell = figures.size() - 1; cell >= 0; cell--) {
      add(behind, cell, "1", "TIME_PERIOD", "2001");
    }
    for (int cell = 0; cell < figures.size(); cell++) {
      add(behind, cell, suppressed.get(cell) ? "" : figures.get(cell).toString());
    }
    assertThat(found(behind).stream().map(f -> told(f, figures.size())))
        .containsExactlyInAnyOrderElementsOf(found(alone).stream().map(f -> told(f, 0)).toList());
  }

  private static String told(Finding finding, int before) {
    return finding.location().record() - before + " " + finding.value() + finding.details();
  }
}
