package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.midex.model.Finding;
import org.midex.schema.Field;

/** The engines against a plain HashMap, on random small datasets in which keys often meet. */
class KeyPropertiesTest {
  private static final List<Field> KEY = Dataset.CATALOGUE.theme("ASYLUM_APP").key();

  @Provide
  Arbitrary<Dataset> datasets() {
    Arbitrary<String[]> rows =
        Combinators.combine(
                Arbitraries.of("_T", "F", "M", "X", "_U"),
                Arbitraries.of("_T", "FRST", "SSEQ"),
                Arbitraries.of("2022", "2023", "2023-S1"),
                Arbitraries.of("SYR", "AFG"),
                Arbitraries.integers().between(0, 12))
            .as(
                (sex, type, period, citizenship, figure) ->
                    new String[] {
                      "SEX", sex,
                      "APPLICATION_TYPE", type,
                      "TIME_PERIOD", period,
                      "CITIZENSHIP", citizenship,
                      "OBS_VALUE", figure == 12 ? "" : figure.toString(),
                      "OBS_STATUS", figure == 12 ? "O" : "A"
                    });
    return rows.list()
        .ofMaxSize(120)
        .map(
            list -> {
              Dataset dataset = dataset("ASYLUM_APP");
              list.forEach(dataset::row);
              return dataset;
            });
  }

  private static List<String> key(Map<String, String> row) {
    return KEY.stream().map(f -> row.get(f.name())).toList();
  }

  /** The first figure of each key; null where it has none. */
  private static Map<List<String>, Long> firstFigures(Dataset dataset) {
    Map<List<String>, Long> figures = new HashMap<>();
    for (Map<String, String> row : dataset.rows()) {
      if (!figures.containsKey(key(row))) {
        String text = row.get("OBS_VALUE");
        figures.put(key(row), text == null ? null : Long.valueOf(text));
      }
    }
    return figures;
  }

  @Property(tries = 300)
  void duplicatesAreThoseOfAHashMap(@ForAll("datasets") Dataset dataset) {
    Map<List<String>, Integer> first = new HashMap<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < dataset.rows().size(); i++) {
      Integer before = first.putIfAbsent(key(dataset.rows().get(i)), i + 1);
      if (before != null) {
        expected.add((i + 1) + " after " + before);
      }
    }
    assertThat(
            dataset.check().findings().stream()
                .filter(f -> f.problem().rule().equals("MDX-V03"))
                .map(f -> f.location().record() + " after " + f.details().get("first")))
        .containsExactlyElementsOf(expected);
  }

  @Property(tries = 300)
  void sumsAreThoseOfAGroupBy(@ForAll("datasets") Dataset dataset) {
    Map<List<String>, Long> figures = firstFigures(dataset);
    List<String> expected = new ArrayList<>();
    figures.forEach((key, total) -> sumOfSexes(figures, key, total, expected));
    assertThat(
            dataset.check().findings().stream()
                .filter(f -> f.problem().rule().equals("MDX-V12"))
                .map(KeyPropertiesTest::foundAndExpected))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void sumOfSexes(
      Map<List<String>, Long> figures, List<String> key, Long total, List<String> expected) {
    int sex = KEY.stream().map(Field::name).toList().indexOf("SEX");
    if (!key.get(sex).equals("_T") || total == null) {
      return;
    }
    long sum = 0;
    for (String part : List.of("F", "M", "X", "_U")) {
      List<String> sibling = new ArrayList<>(key);
      sibling.set(sex, part);
      Long figure = figures.get(sibling);
      if (figure == null
          && (figures.containsKey(sibling) || part.equals("F") || part.equals("M"))) {
        return;
      }
      sum += figure == null ? 0 : figure;
    }
    if (sum != total) {
      expected.add(total + " is not " + sum);
    }
  }

  private static String foundAndExpected(Finding f) {
    return f.details().get("found") + " is not " + f.details().get("expected");
  }
}
