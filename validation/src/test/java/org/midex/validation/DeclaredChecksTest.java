package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.model.Lexical;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;

/** Every check that any theme declares finds what it is for, and is silent where all is well. */
class DeclaredChecksTest {
  private static final int PART = 10;

  static Stream<Arguments> sums() {
    return checks(Check.Kind.SUM, Check.Kind.AT_MOST);
  }

  static Stream<Arguments> comparisons() {
    return checks(Check.Kind.DIFFER, Check.Kind.SAME);
  }

  private static Stream<Arguments> checks(Check.Kind... kinds) {
    return Dataset.CATALOGUE.themes().stream()
        .flatMap(
            theme ->
                theme.theme().checks().stream()
                    .filter(check -> List.of(kinds).contains(check.kind()))
                    .map(check -> Arguments.of(theme, check)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sums")
  void aSumThatHoldsIsSilentAndOneThatDoesNotIsFound(RowType theme, Check check) {
    int parts = allParts(check).size();
    assertThat(sum(theme, check, parts * PART).check().rules()).doesNotContain(check.rule());
    boolean atMost = check.kind() == Check.Kind.AT_MOST;
    assertThat(sum(theme, check, atMost ? 1 : parts * PART + 100).check().rules())
        .contains(check.rule());
  }

  private static Dataset sum(RowType theme, Check check, int total) {
    String dimension = check.dimensions().get(0);
    Dataset dataset = dataset(theme.id());
    add(dataset, theme, check, Map.of(dimension, String.valueOf(check.total())), total);
    for (String part : allParts(check)) {
      add(dataset, theme, check, Map.of(dimension, part), PART);
    }
    return dataset;
  }

  private static List<String> allParts(Check check) {
    List<String> parts = new ArrayList<>(check.parts());
    parts.addAll(check.optional());
    return parts;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("comparisons")
  void aComparisonIsMadeOfPlainCodes(RowType theme, Check check) {
    boolean differ = check.kind() == Check.Kind.DIFFER;
    assertThat(compared(theme, check, "AUT", "AUT").check().rules().contains(check.rule()))
        .isEqualTo(differ);
    assertThat(compared(theme, check, "AUT", "SYR").check().rules().contains(check.rule()))
        .isEqualTo(!differ);
    assertThat(compared(theme, check, "_U", "_U").check().rules()).doesNotContain(check.rule());
  }

  static Stream<Arguments> stated() {
    return checks(Check.Kind.STATED);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("stated")
  void whatMustBeStatedIsACodeThatNamesSomething(RowType theme, Check check) {
    String dimension = check.dimensions().get(0);
    CodeList list = Objects.requireNonNull(theme.field(dimension).type().list());
    for (String nothing : List.of(CodeList.TOTAL, CodeList.UNKNOWN, "_Z")) {
      assertThat(stated(theme, check, nothing, PART).check().rules()).contains(check.rule());
      assertThat(stated(theme, check, nothing, 0).check().rules()).doesNotContain(check.rule());
    }
    String named = list.codes().stream().filter(c -> c.flags().isEmpty()).toList().get(2).id();
    assertThat(stated(theme, check, named, PART).check().rules()).doesNotContain(check.rule());
  }

  static Stream<Arguments> bounds() {
    return checks(Check.Kind.WITHIN);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("bounds")
  void aNumberOutsideItsBoundsIsFound(RowType theme, Check check) {
    String field = check.dimensions().get(0);
    int scale = theme.field(field).type().scale();
    long unit = Math.round(Math.pow(10, scale));
    for (int side = 0; side < 2; side++) {
      long bound = Long.parseLong(check.parts().get(side)) * unit;
      String inside = Lexical.text(bound, scale);
      String outside = Lexical.text(side == 0 ? bound - 1 : bound + 1, scale);
      assertThat(dataset(theme.id()).row(field, inside).check().rules())
          .doesNotContain(check.rule());
      assertThat(dataset(theme.id()).row(field, outside).check().rules()).contains(check.rule());
    }
  }

  private static Dataset stated(RowType theme, Check check, String code, int figure) {
    Dataset dataset = dataset(theme.id());
    add(dataset, theme, check, Map.of(check.dimensions().get(0), code), figure);
    return dataset;
  }

  private static Dataset compared(RowType theme, Check check, String first, String second) {
    Dataset dataset = dataset(theme.id());
    Map<String, String> codes =
        Map.of(check.dimensions().get(0), first, check.dimensions().get(1), second);
    add(dataset, theme, check, codes, PART);
    return dataset;
  }

  private static void add(
      Dataset dataset, RowType theme, Check check, Map<String, String> codes, int figure) {
    Map<String, String> row = new LinkedHashMap<>();
    check.where().forEach((dimension, allowed) -> row.put(dimension, allowed.get(0)));
    row.putAll(codes);
    int scale = theme.measure().orElseThrow().type().scale();
    row.put("OBS_VALUE", Lexical.text(figure * Math.round(Math.pow(10, scale)), scale));
    dataset.row(
        row.entrySet().stream()
            .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("org.midex.validation.DeclaredChecksTest#themes")
  void aRowOfTotalsBreaksNoCheck(RowType theme) {
    List<String> declared = theme.theme().checks().stream().map(Check::rule).toList();
    assertThat(dataset(theme.id()).row().check().rules()).doesNotContainAnyElementsOf(declared);
  }

  static Stream<RowType> themes() {
    return Dataset.CATALOGUE.themes().stream()
        .filter(t -> !t.theme().checks().isEmpty())
        .filter(t -> t.theme().checks().stream().noneMatch(c -> c.kind() == Check.Kind.SAME))
        .filter(t -> t.key().stream().allMatch(DeclaredChecksTest::hasTotal));
  }

  private static boolean hasTotal(org.midex.schema.Field field) {
    CodeList list = field.type().list();
    return list == null || list.find(CodeList.TOTAL).isPresent();
  }
}
