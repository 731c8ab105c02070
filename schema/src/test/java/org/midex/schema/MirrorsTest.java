package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mirror of the standard names dimensions and codes of its partner, and is stated there. */
class MirrorsTest {
  private static final Catalogue CATALOGUE = Catalogue.standard().loadAll();

  static Stream<Arguments> mirrors() {
    return CATALOGUE.themes().stream()
        .flatMap(t -> t.theme().mirrors().stream().map(m -> Arguments.of(t, m)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mirrors")
  void itsDimensionsHaveTheSameListsButForNamedCodes(RowType theme, RowType.Mirror mirror) {
    RowType partner = CATALOGUE.theme(mirror.theme());
    mirror
        .dimensions()
        .forEach(
            (own, other) -> {
              CodeList here = list(theme, own);
              CodeList there = list(partner, other);
              Map<String, String> named = mirror.codes().getOrDefault(own, Map.of());
              assertThat(named.values()).allMatch(code -> there.find(code).isPresent());
              if (!here.equals(there)) {
                assertThat(mirror.where().getOrDefault(own, List.of()))
                    .as("codes of %s that both lists have", own)
                    .isNotEmpty()
                    .allMatch(code -> there.find(named.getOrDefault(code, code)).isPresent());
              }
            });
    mirror
        .there()
        .forEach(
            (other, codes) ->
                assertThat(codes).allMatch(code -> list(partner, other).find(code).isPresent()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mirrors")
  void itIsStatedFromBothSides(RowType theme, RowType.Mirror mirror) {
    assertThat(CATALOGUE.theme(mirror.theme()).theme().mirrors())
        .anySatisfy(back -> assertThat(back).matches(b -> isBack(theme, mirror, b)));
  }

  private static boolean isBack(RowType theme, RowType.Mirror mirror, RowType.Mirror back) {
    return back.theme().equals(theme.id())
        && back.dimensions().equals(turned(mirror.dimensions()))
        && mirror.codes().entrySet().stream()
            .allMatch(
                e ->
                    turned(e.getValue())
                        .equals(back.codes().get(mirror.dimensions().get(e.getKey()))));
  }

  private static Map<String, String> turned(Map<String, String> map) {
    return map.entrySet().stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  private static CodeList list(RowType theme, String dimension) {
    return Objects.requireNonNull(theme.field(dimension).type().list());
  }

  @Test
  void whatIsInHereIsOutThere() {
    assertThat(CATALOGUE.theme("RESPONSIBILITY").theme().mirrors())
        .singleElement()
        .satisfies(
            m ->
                assertThat(m.codes()).containsEntry("DIRECTION", Map.of("IN", "OUT", "OUT", "IN")));
  }

  @Test
  void aMirrorMayHoldForSomeRowsOnly() {
    assertThat(CATALOGUE.theme("DISP_RETURN").theme().mirrors())
        .anySatisfy(
            m -> {
              assertThat(m.where()).containsEntry("SOLUTION", List.of("RETURN"));
              assertThat(m.there()).containsEntry("POP_TYPE", List.of("RDP"));
            });
  }
}
