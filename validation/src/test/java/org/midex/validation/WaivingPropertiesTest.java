package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.CATALOGUE;
import static org.midex.validation.Dataset.dataset;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.midex.model.Judgement;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.model.Waiver;

/** Waiving moves findings and neither loses nor adds any. */
class WaivingPropertiesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final String UNUSED = "MDX-V91";

  @Provide
  Arbitrary<Dataset> datasets() {
    return Combinators.combine(
            Arbitraries.of("_T", "F", "M", "Q9"),
            Arbitraries.of("AUT", "DEU", "FR"),
            Arbitraries.of("2022", "2023", "2023-W54", "2023-S1"),
            Arbitraries.of("-1", "3", "", "10"))
        .as(
            (sex, area, period, figure) ->
                new String[] {
                  "SEX", sex, "REF_AREA", area, "TIME_PERIOD", period, "OBS_VALUE", figure
                })
        .list()
        .ofMaxSize(40)
        .map(
            rows -> {
              Dataset dataset = dataset("ASYLUM_APP");
              rows.forEach(dataset::row);
              return dataset;
            });
  }

  private static FindingCollector check(Dataset dataset, List<Waiver> waivers) {
    RuleSet set = new RuleSet("test", "0".repeat(64), Map.of(), Set.of(), waivers, List.of());
    RuleBook book = RuleBook.of(CATALOGUE).with(set, TODAY);
    FindingCollector found = new FindingCollector(book.catalogue());
    try (ListReader reader = dataset.reader()) {
      new Validator(book).run(reader, found);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  private static Map<String, Long> counts(List<Result.Group> groups) {
    Map<String, Long> counts = new TreeMap<>();
    groups.stream()
        .filter(g -> !g.problem().rule().equals(UNUSED))
        .forEach(g -> counts.merge(g.problem().toString(), g.count(), Long::sum));
    return counts;
  }

  private static List<Result.Group> waivedGroups(FindingCollector found) {
    return found.waived().stream().map(Judgement.Waived::groups).flatMap(List::stream).toList();
  }

  @Property(tries = 100)
  void waivingEveryRuleThatFiredGivesConformantAndLosesNothing(
      @ForAll("datasets") Dataset dataset) {
    FindingCollector plain = check(dataset, List.of());
    List<Waiver> all = new ArrayList<>();
    for (String rule : plain.groups().stream().map(g -> g.problem().rule()).distinct().toList()) {
      all.add(new Waiver(all.size() + 1, rule, null, new TreeMap<>(), "r", "o", TODAY));
    }
    FindingCollector found = check(dataset, all);
    assertThat(found.verdict()).isEqualTo(Verdict.CONFORMANT);
    assertThat(found.groups()).isEmpty();
    assertThat(counts(waivedGroups(found))).isEqualTo(counts(plain.groups()));
  }

  @Property(tries = 100)
  void openAndWaivedFindingsAddUpWhateverIsWaived(
      @ForAll("datasets") Dataset dataset, @ForAll("waivers") List<Waiver> waivers) {
    FindingCollector found = check(dataset, waivers);
    List<Result.Group> both = new ArrayList<>(found.groups());
    both.addAll(waivedGroups(found));
    assertThat(counts(both)).isEqualTo(counts(check(dataset, List.of()).groups()));
  }

  @Provide
  Arbitrary<List<Waiver>> waivers() {
    return Combinators.combine(
            Arbitraries.of("MDX-V01", "MDX-V02", "MDX-V03", "MDX-V04", "MDX-V05", "MDX-V12"),
            Arbitraries.of("area", "period", "value", "SEX"),
            Arbitraries.of("AUT", "DEU", "2023", "2022..2023", "-1", "F"))
        .filter((rule, name, text) -> !name.equals("period") || text.startsWith("2"))
        .as(
            (rule, name, text) ->
                new Waiver(
                    1, rule, null, new TreeMap<>(Map.of(name, List.of(text))), "r", "o", TODAY))
        .list()
        .ofMaxSize(5);
  }
}
