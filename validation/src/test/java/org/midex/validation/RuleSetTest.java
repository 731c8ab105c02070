package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.validation.Dataset.CATALOGUE;
import static org.midex.validation.Dataset.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Judgement;
import org.midex.model.Judgement.Kind;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.CatalogueException;
import org.midex.schema.Severity;

class RuleSetTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @TempDir private Path folder;

  private RuleSet load(String yaml) throws IOException {
    return RuleSet.load(Files.writeString(folder.resolve("office.yaml"), yaml), CATALOGUE);
  }

  private FindingCollector check(Dataset dataset, String yaml) throws IOException {
    RuleBook book = RuleBook.of(CATALOGUE).with(load(yaml), TODAY);
    FindingCollector found = new FindingCollector(book.catalogue());
    try (ListReader reader = dataset.reader()) {
      new Validator(book).run(reader, found);
    }
    return found;
  }

  private static List<String> rules(FindingCollector found) {
    return found.groups().stream().map(g -> g.problem().rule()).toList();
  }

  /** A waiver with a reason, an owner and a day that is to come. */
  private static String waiver(String scope) {
    return """
        name: test
        waivers:
          - %s
            reason: registry is being repaired
            owner: J. Doe
            expires: 2026-11-25
        """
        .formatted(scope);
  }

  private static Dataset negative() {
    return dataset("ASYLUM_APP")
        .row("CITIZENSHIP", "SYR", "OBS_VALUE", "-1")
        .row("CITIZENSHIP", "AFG", "OBS_VALUE", "-2", "TIME_PERIOD", "2020");
  }

  @Nested
  class OfARule {
    @Test
    void theSeverityCanBeChangedAndTheVerdictFollows() throws IOException {
      FindingCollector found =
          check(negative(), "name: test\nrules: {MDX-V05: {severity: info, reason: known}}");
      assertThat(found.counts()).isEqualTo(Map.of(Severity.INFO, 2L));
      assertThat(found.verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void nothingIsHeardWhenItIsOff() throws IOException {
      String off = "name: test\nrules: {MDX-V05: {disabled: true}, MDX-V12: {disabled: true}}";
      FindingCollector found = check(negative().row("SEX", "Q9").row("CITIZENSHIP", "XX"), off);
      assertThat(rules(found)).doesNotContain("MDX-V05").contains("MDX-V01");
      assertThat(found.notRun())
          .extracting(Result.NotRun::rule)
          .doesNotContain("MDX-V12")
          .contains("MDX-V03");
    }

    @Test
    void settingsReachIt() throws IOException {
      Dataset former = dataset("REFUGEE_POP").row("ORIGIN", "YUG", "TIME_PERIOD", "2020");
      assertThat(rules(check(former, "name: test"))).doesNotContain("MDX-V48");
      String nothingExempt = "name: test\nrules: {MDX-V48: {parameters: {exempt: ''}}}";
      assertThat(rules(check(former, nothingExempt))).contains("MDX-V48");
    }

    @Test
    void everyChangeIsTold() throws IOException {
      RuleSet set =
          load(
              """
              name: test
              rules:
                MDX-V05: {severity: warning}
                MDX-V08: {severity: warning}
                MDX-V15: {disabled: true, reason: not rounded}
                MDX-V48: {parameters: {exempt: [ORIGIN, CITIZENSHIP]}}
              """);
      assertThat(set.use().changes())
          .containsExactly(
              new Judgement.Change("MDX-V05", Kind.SEVERITY, null, "error", "warning", null),
              new Judgement.Change("MDX-V15", Kind.DISABLED, null, null, null, "not rounded"),
              new Judgement.Change(
                  "MDX-V48",
                  Kind.PARAMETER,
                  "exempt",
                  "CITIZENSHIP ORIGIN COUNTRY_BIRTH OTHER_CITIZENSHIP",
                  "ORIGIN CITIZENSHIP",
                  null));
      assertThat(set.sha256()).hasSize(64);
    }

    @Test
    void theStandardStaysAsItIs() throws IOException {
      check(negative(), "name: test\nrules: {MDX-V05: {disabled: true, severity: info}}");
      assertThat(CATALOGUE.rule("MDX-V05").severity()).isEqualTo(Severity.ERROR);
      assertThat(CATALOGUE.judgesBy("MDX-V05")).isTrue();
    }
  }

  @Nested
  class AWaiver {
    @Test
    void takesFindingsOutOfTheVerdictButNotOutOfTheResult() throws IOException {
      FindingCollector found = check(negative(), waiver("rule: MDX-V05"));
      assertThat(found.verdict()).isEqualTo(Verdict.CONFORMANT);
      assertThat(found.groups()).isEmpty();
      Judgement.Waived waived = found.waived().get(0);
      assertThat(waived.count()).isEqualTo(2);
      assertThat(waived.waiver().owner()).isEqualTo("J. Doe");
      assertThat(waived.groups().get(0).samples()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "rule: MDX-V05, field: OBS_VALUE; 2",
          "rule: MDX-V05, field: SEX; 0",
          "rule: MDX-V05, where: {value: '-1'}; 1",
          "rule: MDX-V05, where: {value: ['-1', '-2']}; 2",
          "rule: MDX-V05, where: {theme: ASYLUM_APP}; 2",
          "rule: MDX-V05, where: {theme: MIG_STOCK}; 0",
          "rule: MDX-V05, where: {area: AUT}; 2",
          "rule: MDX-V05, where: {area: DEU}; 0",
          "rule: MDX-V05, where: {period: 2023}; 1",
          "rule: MDX-V05, where: {period: 2021..2024}; 1",
          "rule: MDX-V05, where: {period: 2023-Q1}; 0",
          "rule: MDX-V05, where: {CITIZENSHIP: SYR}; 1",
          "rule: MDX-V05, where: {CITIZENSHIP: SYR, period: 2020}; 0",
          "rule: MDX-V05, where: {ORIGIN: SYR}; 0",
          "rule: MDX-V12; 0"
        })
    void coversOnlyWhatMeetsItsConditions(String scope, long waived) throws IOException {
      String terms = ", reason: r, owner: o, expires: 2026-11-25";
      FindingCollector found = check(negative(), "name: test\nwaivers: [{" + scope + terms + "}]");
      assertThat(found.waived().stream().mapToLong(Judgement.Waived::count).sum())
          .isEqualTo(waived);
      assertThat(found.counts().getOrDefault(Severity.ERROR, 0L)).isEqualTo(2 - waived);
    }

    @Test
    void withConditionsOnRowsCoversWhatIsOnlyKnownAtTheEnd() throws IOException {
      Dataset sums =
          dataset("ASYLUM_APP")
              .row("SEX", "_T", "OBS_VALUE", "10")
              .row("SEX", "F", "OBS_VALUE", "1")
              .row("SEX", "M", "OBS_VALUE", "1")
              .row("REF_AREA", "DEU", "SEX", "_T", "OBS_VALUE", "10")
              .row("REF_AREA", "DEU", "SEX", "F", "OBS_VALUE", "1")
              .row("REF_AREA", "DEU", "SEX", "M", "OBS_VALUE", "1");
      FindingCollector found = check(sums, waiver("rule: MDX-V12\n    where: {area: DEU}"));
      assertThat(found.waived().get(0).count()).isEqualTo(1);
      assertThat(found.waived().get(0).groups().get(0).samples().get(0).finding().location())
          .matches(l -> l.record() == 4);
      assertThat(found.counts().get(Severity.ERROR)).isEqualTo(1);
    }

    @Test
    void waivesOnItsLastDayAndNotAfterIt() throws IOException {
      String yaml = waiver("rule: MDX-V05");
      assertThat(rules(check(negative(), yaml))).isEmpty();
      FindingCollector later =
          check(negative(), yaml.replace("expires: 2026-11-25", "expires: 2026-11-24"));
      assertThat(rules(later)).containsExactly("MDX-V05", "MDX-V90");
      assertThat(later.waived()).isEmpty();
      assertThat(later.groups().get(1).samples().get(0).finding().details())
          .containsEntry("owner", "J. Doe")
          .containsEntry("until", "2026-11-24");
    }

    @Test
    void thatCoversNothingIsAFinding() throws IOException {
      FindingCollector found = check(dataset("ASYLUM_APP").row(), waiver("rule: MDX-V05"));
      assertThat(rules(found)).containsExactly("MDX-V91");
      assertThat(found.verdict()).isEqualTo(Verdict.CONFORMANT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rules: {}|office.yaml:1: 'name' is missing",
        "name: a\\nrule: {}|office.yaml:2: 'rule' is not known here; did you mean 'rules'?",
        "name: a\\nrules: {MDX-V5: {}}|office.yaml:2: no rule 'MDX-V5'; did you mean 'MDX-V",
        "name: a\\nrules: {MDX-S11: {severity: info}}|office.yaml:2: MDX-S11 is about structure",
        "name: a\\nrules: {MDX-S02: {disabled: true}}|office.yaml:2: MDX-S02 is about structure",
        "name: a\\nrules: {MDX-I01: {disabled: true}}|MDX-I01 tells what an import loses",
        "name: a\\nrules: {MDX-V90: {disabled: true}}|MDX-V90 is about rule sets",
        "name: a\\nrules: {MDX-P10: {disabled: true}}|office.yaml:2: MDX-P10 is about packages",
        "name: a\\nrules: {MDX-P31: {severity: info}}|MDX-P31 is about packages",
        "name: a\\nrules: {MDX-V05: {disabled: yes}}|expected true or false, found 'yes'",
        "name: a\\nrules: {MDX-V05: {severity: waring}}|found 'waring'; did you mean 'warning'?",
        "name: a\\nrules: {MDX-V05: {parameters: {x: 1}}}|MDX-V05 has no parameter 'x', it has none",
        "name: a\\nrules:\\n  MDX-V48: {parameters: {exemp: SEX}}|office.yaml:3: MDX-V48 has no parameter 'exemp', it has exempt; did you mean 'exempt'?",
        "name: a\\nrules: {MDX-V48: {parameters: {exempt: CITIZENSIP}}}|no concept 'CITIZENSIP'; did you mean 'CITIZENSHIP'?",
        "name: a\\nrules: {MDX-V12: {parameters: {rounded: MDX-V1}}}|no rule 'MDX-V1'",
        "name: a\\nrules: {MDX-V12: {parameters: {rounded: ''}}}|expected one rule",
        "name: a\\nrules: {MDX-V17: {parameters: {apart: composit}}}|no flag of codes 'composit'; did you mean 'composite'?",
        "name: a\\nwaivers: [{rule: MDX-S11, reason: r, owner: o, expires: 2027-01-01}]|MDX-S11 is about structure",
        "name: a\\nwaivers: [{rule: MDX-V91, reason: r, owner: o, expires: 2027-01-01}]|cannot be waived",
        "name: a\\nwaivers: [{rule: MDX-P30, reason: r, owner: o, expires: 2027-01-01}]|MDX-P30 is about packages",
        "name: a\\nwaivers: [{rule: MDX-V05, owner: o, expires: 2027-01-01}]|'reason' is missing",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, expires: 2027-01-01}]|'owner' is missing",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, owner: o}]|'expires' is missing",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, owner: o, expires: 2027-02-30}]|expected a day such as 2027-03-31",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, owner: o, expires: 2027-01-01, where: {area: AUS}}]|",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, owner: o, expires: 2027-01-01, where: {area: FRANCE}}]|no area 'FRANCE' in CL_AREA",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, owner: o, expires: 2027-01-01, where: {theme: ASYLUM}}]|no theme 'ASYLUM'",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, owner: o, expires: 2027-01-01, where: {period: 2024..2023}}]|ends before it starts",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, owner: o, expires: 2027-01-01, where: {period: May}}]|expected a period",
        "name: a\\nwaivers: [{rule: MDX-V05, reason: r, owner: o, expires: 2027-01-01, where: {ares: AUT}}]|no condition 'ares'; did you mean 'area'?",
        "name: [a|office.yaml:"
      })
  void faultsAreToldWithLineAndSuggestion(String yaml, String said) throws IOException {
    String text = yaml.replace("\\n", "\n");
    if (said == null) {
      assertThat(load(text).waivers()).hasSize(1);
    } else {
      assertThatThrownBy(() -> load(text))
          .isInstanceOf(CatalogueException.class)
          .hasMessageContaining(said);
    }
  }

  @Test
  void hostileFilesAreRefused() {
    assertThatThrownBy(() -> load("name: " + "x".repeat(1_100_000)))
        .hasMessageContaining("larger than 1 MB");
    assertThatThrownBy(() -> load("name: " + "x".repeat(1_001))).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> load("name: " + "[".repeat(100_000)))
        .isInstanceOf(CatalogueException.class);
    assertThatThrownBy(() -> load("a: &a [x]\nname: *a")).isInstanceOf(CatalogueException.class);
    String many = "  - {rule: MDX-V05, reason: r, owner: o, expires: 2027-01-01}\n".repeat(1_001);
    assertThatThrownBy(() -> load("name: a\nwaivers:\n" + many))
        .hasMessageContaining("more than 1000 waivers");
  }
}
