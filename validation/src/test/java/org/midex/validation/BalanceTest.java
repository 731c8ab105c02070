package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.schema.Balance;
import org.midex.schema.RowType;

/** Stocks follow from stocks and flows, as the themes declare it. */
class BalanceTest {
  private static final int TERM = 1_000;

  static Stream<Arguments> balances() {
    return Dataset.CATALOGUE.themes().stream()
        .flatMap(t -> t.theme().balances().stream().map(b -> Arguments.of(t, b)));
  }

  /** Every balance of every theme is judged. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("balances")
  void oneThatHoldsIsSilentAndOneThatDoesNotIsFound(RowType theme, Balance balance) {
    int made = TERM * (balance.plus().size() - balance.minus().size());
    assertThat(stated(theme, balance, made).rules()).doesNotContain(balance.rule());
    assertThat(stated(theme, balance, made + 500).rules()).contains(balance.rule());
    boolean equal = balance.relation() == Balance.Relation.EQUAL;
    Found less = stated(theme, balance, made - 500);
    assertThat(less.rules().contains(balance.rule())).isEqualTo(equal);
    assertThat(
            stated(theme, balance, made + 500, "OBS_STATUS", "B").rules().contains(balance.rule()))
        .isEqualTo(balance.rule().equals("MDX-V27"));
  }

  private static Found stated(RowType theme, Balance balance, int figure, String... more) {
    Dataset own = dataset(theme.id()).from("AUT", "A");
    add(
        own,
        balance.dimensions().stream()
            .collect(LinkedHashMap::new, (m, d) -> m.put(d, d), Map::putAll),
        balance.where(),
        "2023",
        figure,
        more);
    List<Companion> others = new ArrayList<>();
    Stream.of(balance.plus(), balance.minus())
        .flatMap(List::stream)
        .forEach(
            term -> {
              Dataset dataset =
                  term.theme().equals(theme.id()) ? own : dataset(term.theme()).from("AUT", "A");
              add(dataset, term.dimensions(), term.where(), term.before() ? "2022" : "2023", TERM);
              if (dataset != own) {
                others.add(dataset.companion(others.size() + term.theme() + ".xml"));
              }
            });
    return own.beside(others.toArray(Companion[]::new));
  }

  private static void add(
      Dataset dataset,
      Map<String, String> dimensions,
      Map<String, List<String>> where,
      String year,
      int figure,
      String... more) {
    List<String> row = new ArrayList<>();
    dimensions.forEach(
        (own, there) -> {
          if (there.equals("CITIZENSHIP") || there.equals("ORIGIN")) {
            row.addAll(List.of(there, "SYR"));
          }
        });
    if (dimensions.containsValue("UNIT_MEASURE") || where.containsKey("UNIT_MEASURE")) {
      row.addAll(List.of("UNIT_MEASURE", "PS"));
    }
    where.forEach((dimension, codes) -> row.addAll(List.of(dimension, codes.get(0))));
    row.addAll(List.of("TIME_PERIOD", year, "OBS_VALUE", Integer.toString(figure)));
    row.addAll(List.of(more));
    dataset.row(row.toArray(String[]::new));
  }

  private static Dataset pending() {
    return dataset("ASYLUM_PEND")
        .from("AUT", "A")
        .row("DEC_LEVEL", "FIRST", "TIME_PERIOD", "2022-12", "OBS_VALUE", "100")
        .row("DEC_LEVEL", "FIRST", "TIME_PERIOD", "2023-01", "OBS_VALUE", "500");
  }

  private static Companion flow(String theme, String figure, String... more) {
    List<String> row = new ArrayList<>(List.of("TIME_PERIOD", "2023-01", "OBS_VALUE", figure));
    row.addAll(List.of(more));
    return dataset(theme).from("AUT", "A").row(row.toArray(String[]::new)).companion(theme);
  }

  @Test
  void saysWhatItIsMadeOf() {
    Found found =
        pending()
            .beside(
                flow("ASYLUM_APP", "70"),
                flow("ASYLUM_DEC", "20", "DEC_LEVEL", "FIRST"),
                flow("ASYLUM_WITHDRAWN", "5", "DEC_LEVEL", "FIRST"));
    assertThat(found.places("MDX-V21")).containsExactly("2: OBS_VALUE");
    assertThat(found.details("MDX-V21").get(0))
        .containsEntry("found", "500")
        .containsEntry(
            "terms", "ASYLUM_PEND 2022-12 100 + ASYLUM_APP 70 − ASYLUM_DEC 20 − ASYLUM_WITHDRAWN 5")
        .containsEntry("expected", "145")
        .containsEntry("difference", "355");
  }

  @Test
  void isNotJudgedWithoutAllItsTerms() {
    assertThat(pending().beside(flow("ASYLUM_APP", "70")).rules()).isEmpty();
    assertThat(
            pending()
                .beside(
                    flow("ASYLUM_APP", "70"),
                    flow("ASYLUM_DEC", "20", "DEC_LEVEL", "FIRST"),
                    flow("ASYLUM_WITHDRAWN", "5", "DEC_LEVEL", "FIRST", "REF_AREA", "DEU"))
                .rules())
        .isEmpty();
  }

  @Test
  void sumsBeyondTheLargestNumberAreNotJudged() {
    Dataset huge = dataset("ASYLUM_APP").from("AUT", "A");
    for (String level : List.of("FIRST", "NEW", "REPEAT", "BACKLOG")) {
      for (String procedure : List.of("GOV", "UNHCR", "JOINT")) {
        huge.row(
            "TIME_PERIOD",
            "2023-01",
            "OBS_VALUE",
            "9".repeat(18),
            "DEC_LEVEL",
            level,
            "PROCEDURE",
            procedure);
      }
    }
    Found found =
        pending()
            .beside(
                huge.companion("a.xml"),
                flow("ASYLUM_DEC", "20", "DEC_LEVEL", "FIRST"),
                flow("ASYLUM_WITHDRAWN", "5", "DEC_LEVEL", "FIRST"));
    assertThat(found.notRun()).containsEntry("MDX-V21 tooLarge", 1);
    assertThat(found.rules()).isEmpty();
  }

  @Test
  void whatEndsInTheMiddleIsNotJudged() {
    Companion[] flows = {
      flow("ASYLUM_APP", "70"),
      flow("ASYLUM_DEC", "20", "DEC_LEVEL", "FIRST"),
      flow("ASYLUM_WITHDRAWN", "5", "DEC_LEVEL", "FIRST")
    };
    Found found = pending().breaksOff().beside(flows);
    assertThat(found.rules()).doesNotContain("MDX-V21");
    assertThat(found.notRun()).containsEntry("MDX-V21 brokenOff", 1);
  }

  @Test
  void termsAreThoseOfTheNewestMessage() {
    Companion old = app("old", "01-01", "5000", null);
    Companion now = app("new", "02-01", "425", "urn:m:old");
    Companion dec = flow("ASYLUM_DEC", "20", "DEC_LEVEL", "FIRST");
    Companion withdrawn = flow("ASYLUM_WITHDRAWN", "5", "DEC_LEVEL", "FIRST");
    assertThat(pending().beside(old, now, dec, withdrawn).rules()).isEmpty();
    assertThat(pending().beside(now, old, dec, withdrawn).rules()).isEmpty();
    assertThat(pending().beside(old, dec, withdrawn).rules()).containsExactly("MDX-V21");
    Companion unsaid = app("unsaid", "02-01", "425", null);
    assertThat(pending().beside(old, unsaid, dec, withdrawn).rules()).isEmpty();
    assertThat(pending().beside(unsaid, old, dec, withdrawn).rules()).isEmpty();
  }

  private static Companion app(String id, String day, String figure, @Nullable String replaces) {
    Dataset dataset = dataset("ASYLUM_APP").from("AUT", "A").id("urn:m:" + id).prepared(day);
    if (replaces != null) {
      dataset.replaces(replaces, "digest of old");
    }
    return dataset.row("TIME_PERIOD", "2023-01", "OBS_VALUE", figure).companion(id);
  }

  @Test
  void termsAreTheSendersOwn() {
    Companion other =
        dataset("ASYLUM_DEC")
            .from("DEU", "B")
            .row("TIME_PERIOD", "2023-01", "DEC_LEVEL", "FIRST", "OBS_VALUE", "20")
            .companion("b.xml");
    assertThat(
            pending()
                .beside(
                    flow("ASYLUM_APP", "70"),
                    other,
                    flow("ASYLUM_WITHDRAWN", "5", "DEC_LEVEL", "FIRST"))
                .rules())
        .doesNotContain("MDX-V21");
  }
}
