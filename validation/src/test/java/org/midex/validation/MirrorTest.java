package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.model.Action;
import org.midex.model.Lexical;
import org.midex.model.Node;
import org.midex.model.SideBySide;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;

/** Figures of the two sides of a corridor are a pair, and compared as one. */
class MirrorTest {
  private static final String GAP = "MDX-V35";

  private static Dataset eurostat() {
    return dataset("ASYLUM_APP").from("EU27_2020", "ESTAT");
  }

  private static Dataset unhcr() {
    return dataset("ASYLUM_APP").from("_Z", "UNHCR");
  }

  private static Dataset applicants(Dataset dataset, String figure, String... more) {
    String[] row = {"APPLICATION_TYPE", "FRST", "CITIZENSHIP", "SYR", "UNIT_MEASURE", "PS"};
    return dataset.row(
        Stream.of(Stream.of(row), Stream.of("OBS_VALUE", figure), Stream.of(more))
            .flatMap(s -> s)
            .toArray(String[]::new));
  }

  @Test
  void whatIsInHereIsOutThere() {
    Dataset out =
        dataset("FLOW_OUT")
            .from("SYR", "CBS")
            .row("REF_AREA", "SYR", "NEXT_RESIDENCE", "AUT", "OBS_VALUE", "900");
    Dataset in =
        dataset("FLOW_IN").from("AUT", "STAT").row("PREV_RESIDENCE", "SYR", "OBS_VALUE", "1200");
    Found found = in.beside(out.companion("out.xml"));
    assertThat(found.rules()).containsExactly(GAP);
    assertThat(found.only().value()).isEqualTo("AUT");
    assertThat(found.only().location().record()).isEqualTo(1);
    assertThat(found.details(GAP).get(0))
        .containsEntry("here", "1200")
        .containsEntry("there", "900")
        .containsEntry("file", "out.xml")
        .containsEntry("rest", "300")
        .containsEntry("percent", "25");
  }

  @Test
  void aPairIsJudgedOnceWithTheLaterMessage() {
    Dataset here = applicants(eurostat(), "1000");
    Companion there = applicants(unhcr(), "500").companion("unhcr.xml");
    Companions earlier = new Companions(null, List.of(), List.of(), List.of(there));
    assertThat(here.check(earlier).rules()).isEmpty();
    assertThat(here.check(new Companions(null, List.of(there), List.of(), List.of())).rules())
        .containsExactly(GAP);
  }

  @Test
  void equalFiguresAndSmallDifferencesAreFine() {
    Companion there = applicants(unhcr(), "1000").companion("unhcr.xml");
    assertThat(applicants(eurostat(), "1000").beside(there).rules()).isEmpty();
    assertThat(applicants(eurostat(), "1090").beside(there).rules()).isEmpty();
    assertThat(applicants(eurostat(), "1200").beside(there).rules()).containsExactly(GAP);
  }

  @Test
  void aFewPersonsMoreOrLessAreNotTold() {
    Companion there = applicants(unhcr(), "9").companion("unhcr.xml");
    Found few = applicants(eurostat(), "18").beside(there);
    assertThat(few.rules()).as("half of the figure, but 9 persons").isEmpty();
    assertThat(few.beside().get(0).unexplained()).isEqualTo(1);
    assertThat(applicants(eurostat(), "19").beside(there).rules()).containsExactly(GAP);
  }

  @Test
  void reportsOfOneSenderAreRevisionsAndNoMirrors() {
    Companion earlier = applicants(eurostat(), "500").prepared("01-01").companion("old.xml");
    Found found = applicants(eurostat(), "1000").prepared("02-01").beside(earlier);
    assertThat(found.rules()).doesNotContain(GAP, "MDX-V03");
  }

  @Test
  void roundingOfBothSidesIsAllowed() {
    Companion there = applicants(unhcr().rounding("NEAREST", "100"), "100").companion("u.xml");
    Found found = applicants(eurostat().rounding("NEAREST", "5"), "50").beside(there);
    assertThat(found.rules()).doesNotContain(GAP);
    SideBySide beside = found.beside().get(0);
    assertThat(beside.byRounding()).isEqualTo(1);
    assertThat(beside.rounding()).isEqualByComparingTo("50");
    assertThat(beside.rest()).isZero();
  }

  @Test
  void whatTheOtherSideMayCountElsewhereIsADefinition() {
    Dataset there = applicants(unhcr(), "600");
    applicants(there, "300", "APPLICATION_TYPE", "FRST_SSEQ");
    Found found = applicants(eurostat(), "1000").beside(there.companion("unhcr.xml"));
    SideBySide beside = found.beside().get(0);
    assertThat(beside.definitions()).isEqualByComparingTo("300");
    assertThat(beside.rest()).isEqualByComparingTo("100");
    assertThat(beside.unexplained()).isEqualTo(1);
    assertThat(beside.difference()).isEqualByComparingTo("400");
    applicants(there, "150", "APPLICATION_TYPE", "SSEQ");
    assertThat(applicants(eurostat(), "1000").beside(there.companion("u.xml")).rules()).isEmpty();
  }

  @Test
  void whatTheOtherSideMayNotCountIsADefinition() {
    Dataset there = applicants(unhcr(), "600", "DEC_LEVEL", "FIRST", "PROCEDURE", "GOV");
    applicants(there, "500", "DEC_LEVEL", "ADMIN_REVIEW", "PROCEDURE", "GOV");
    Found found = applicants(eurostat(), "600").beside(there.companion("unhcr.xml"));
    assertThat(found.rules()).isEmpty();
    assertThat(found.beside().get(0).there()).isEqualByComparingTo("1100");
    assertThat(found.beside().get(0).definitions()).isEqualByComparingTo("500");
  }

  @Test
  void partsAreAddedUpOnlyWhereThereIsNoTotal() {
    Dataset there = applicants(unhcr(), "400", "DEC_LEVEL", "FIRST");
    applicants(there, "600", "DEC_LEVEL", "NEW");
    assertThat(
            applicants(eurostat(), "1000").beside(there.companion("u.xml")).beside().get(0).equal())
        .isEqualTo(1);
    applicants(there, "2000");
    assertThat(
            applicants(eurostat(), "1000").beside(there.companion("u.xml")).beside().get(0).there())
        .isEqualByComparingTo("2000");
  }

  @Test
  void classesThatMayOverlapAreNeverAddedUp() {
    Dataset there = applicants(unhcr(), "400", "AGE", "Y_LT18");
    applicants(there, "300", "AGE", "Y_LT14");
    Found found = applicants(eurostat(), "1000").beside(there.companion("u.xml"));
    assertThat(found.beside().get(0).pairs()).isZero();
  }

  @Test
  void sumsBeyondTheLargestNumberAreNotCompared() {
    String most = "9".repeat(18);
    Dataset there = unhcr();
    for (String procedure : codes("CL_PROCEDURE")) {
      for (String level : codes("CL_DEC_LEVEL")) {
        applicants(there, most, "PROCEDURE", procedure, "DEC_LEVEL", level);
      }
    }
    assertThat(there.rows()).hasSizeGreaterThan(9);
    Found found = applicants(eurostat(), "1000").beside(there.companion("u.xml"));
    assertThat(found.notRun()).containsEntry(GAP + " tooLarge", 1);
    assertThat(found.beside()).isEmpty();
  }

  private static List<String> codes(String list) {
    return Dataset.CATALOGUE.codeList(list).codes().stream()
        .filter(code -> code.parent() == null && !code.id().equals(CodeList.TOTAL))
        .map(Code::id)
        .toList();
  }

  @Test
  void stocksAreComparedByTheDayAtWhoseEndTheyWereCounted() {
    Dataset year =
        dataset("DISP_IDP").from("SYR", "GOV").row("REF_AREA", "SYR", "TIME_PERIOD", "2023");
    Dataset december =
        dataset("DISP_DTM").from("_Z", "IOM").row("REF_AREA", "SYR", "TIME_PERIOD", "2023-12");
    Dataset november =
        dataset("DISP_DTM").from("_Z", "IOM").row("REF_AREA", "SYR", "TIME_PERIOD", "2023-11");
    assertThat(year.beside(december.companion("d.xml")).beside().get(0).equal()).isEqualTo(1);
    assertThat(year.beside(november.companion("n.xml")).beside().get(0).pairs()).isZero();
  }

  @Test
  void twoReportersOfOneCorridorInOneMessageAreNotAddedUp() {
    Dataset both = dataset("DISP_CROSSBORDER").from("_Z", "HUB");
    for (String reporter : List.of("SYR", "TUR")) {
      both.row("REPORTER", reporter, "ORIGIN", "SYR", "DESTINATION", "TUR", "OBS_VALUE", "70");
    }
    Dataset own =
        dataset("DISP_CROSSBORDER")
            .from("TUR", "GOV")
            .row("REPORTER", "TUR", "ORIGIN", "SYR", "DESTINATION", "TUR", "OBS_VALUE", "70");
    assertThat(own.beside(both.companion("hub.xml")).beside().get(0).equal()).isEqualTo(1);
  }

  @Test
  void aYearAndItsDecemberAreOneStock() {
    Dataset both = dataset("DISP_IDP").from("SYR", "GOV");
    both.row("REF_AREA", "SYR", "TIME_PERIOD", "2023-12").row("REF_AREA", "SYR");
    Dataset tracked =
        dataset("DISP_DTM").from("_Z", "IOM").row("REF_AREA", "SYR", "TIME_PERIOD", "2023-12");
    assertThat(both.beside(tracked.companion("d.xml")).beside().get(0).here())
        .isEqualByComparingTo("10");
  }

  @Test
  void partsAreNoTotalWhereTheThemeDoesNotSaySo() {
    Dataset there = applicants(unhcr(), "400", "SEX", "F");
    Found found = applicants(eurostat(), "1000").beside(there.companion("u.xml"));
    assertThat(found.beside().get(0).pairs()).isZero();
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    Dataset one = applicants(unhcr(), "400", "DEC_LEVEL", "FIRST");
    applicants(one, "700", "PROCEDURE", "GOV");
    Dataset other = applicants(unhcr(), "700", "PROCEDURE", "GOV");
    applicants(other, "400", "DEC_LEVEL", "FIRST");
    Dataset here = applicants(eurostat(), "1000");
    assertThat(here.beside(one.companion("u.xml")).beside())
        .isEqualTo(here.beside(other.companion("u.xml")).beside());
    assertThat(here.beside(one.companion("u.xml")).beside().get(0).there())
        .as("one of two breakdowns, not both")
        .isIn(new BigDecimal("400"), new BigDecimal("700"));
  }

  @Test
  void totalAndNotApplicableAreNotAddedUp() {
    Dataset there = applicants(unhcr(), "1000");
    applicants(there, "1000", "MINOR_STATUS", "_Z");
    assertThat(
            applicants(eurostat(), "1000").beside(there.companion("u.xml")).beside().get(0).equal())
        .isEqualTo(1);
  }

  @Test
  void onlyMessagesThatHoldAreCompared() {
    Companion old = applicants(unhcr().id("urn:m:old"), "5000").companion("old.xml");
    Companion info = applicants(unhcr(), "7000").action(Action.INFORMATION).companion("i.xml");
    Companion now =
        applicants(unhcr().id("urn:m:new").replaces("urn:m:old", "digest of old.xml"), "1000")
            .companion("new.xml");
    Found found = applicants(eurostat(), "1000").beside(old, info, now);
    assertThat(found.rules()).doesNotContain(GAP);
    assertThat(found.beside()).extracting(SideBySide::file).containsExactly("new.xml");
  }

  @Test
  void aMessageThatIsThereTwiceIsComparedOnce() {
    Companion one = applicants(unhcr(), "5000").companion("one.xml");
    Companion copy = applicants(unhcr(), "5000").companion("one.xml");
    assertThat(applicants(eurostat(), "1000").beside(one, copy).beside()).hasSize(1);
  }

  @Test
  void whatEndsInTheMiddleIsNotCompared() {
    Companion there = applicants(unhcr(), "5000").companion("u.xml");
    Found found = applicants(eurostat(), "1000").breaksOff().beside(there);
    assertThat(found.rules()).doesNotContain(GAP);
    assertThat(found.notRun()).containsEntry(GAP + " brokenOff", 1);
  }

  @Test
  void whoSendsMustBeKnown() {
    Companion there = applicants(dataset("ASYLUM_APP").id("urn:m:x"), "1").companion("x.xml");
    Found found = applicants(eurostat(), "1000").beside(there);
    assertThat(found.rules()).doesNotContain(GAP);
    assertThat(found.notRun()).containsKey(GAP + " headerMissing");
  }

  @Test
  void coverageIsToldApart() {
    Dataset there = applicants(unhcr(), "5");
    applicants(there, "7", "CITIZENSHIP", "AFG");
    applicants(there, "11", "REF_AREA", "DEU");
    Dataset here = applicants(eurostat(), "5");
    applicants(here, "13", "CITIZENSHIP", "IRQ");
    applicants(here, "17", "TIME_PERIOD", "2022");
    SideBySide beside = here.beside(there.companion("u.xml")).beside().get(0);
    assertThat(beside.onlyHere().figures()).isEqualTo(2);
    assertThat(beside.onlyHere().sum()).isEqualByComparingTo("30");
    assertThat(beside.onlyHere().uncovered()).isEqualTo(1);
    assertThat(beside.onlyHere().uncoveredSum()).isEqualByComparingTo("17");
    assertThat(beside.onlyThere().figures()).isEqualTo(2);
    assertThat(beside.onlyThere().uncovered()).isEqualTo(1);
    assertThat(beside.onlyThere().uncoveredSum()).isEqualByComparingTo("11");
  }

  @Test
  void coverageIsToldByTheAreaThatBothSidesName() {
    Dataset out =
        dataset("FLOW_OUT")
            .from("SYR", "CBS")
            .row("REF_AREA", "SYR", "NEXT_RESIDENCE", "AUT", "OBS_VALUE", "900");
    Dataset in =
        dataset("FLOW_IN")
            .from("AUT", "STAT")
            .row("PREV_RESIDENCE", "SYR", "OBS_VALUE", "900")
            .row("PREV_RESIDENCE", "IRQ", "OBS_VALUE", "4");
    SideBySide beside = in.beside(out.companion("out.xml")).beside().get(0);
    assertThat(beside.onlyHere().figures()).isEqualTo(1);
    assertThat(beside.onlyHere().uncovered()).as("the other side counts moves to AUT").isZero();
  }

  @Test
  void definitionsThatDifferAreTold() {
    Dataset there = applicants(unhcr().header(Node.leaf("MigrantDefinition", "COB")), "5");
    Dataset here = applicants(eurostat().header(Node.leaf("MigrantDefinition", "COC")), "5");
    assertThat(here.beside(there.companion("u.xml")).rules()).containsExactly("MDX-V36");
    here.header(Node.leaf("MigrantDefinition", "COB"));
    assertThat(here.beside(there.companion("u.xml")).rules()).isEmpty();
  }

  @Test
  void withoutTheBaseOfTheRoundingNothingIsJudged() {
    Companion there = applicants(unhcr().rounding("NEAREST", ""), "5").companion("u.xml");
    Found found = applicants(eurostat(), "1000").beside(there);
    assertThat(found.rules()).doesNotContain(GAP);
    assertThat(found.notRun()).containsEntry(GAP + " headerMissing", 1);
  }

  @Test
  void withdrawnKeysAreNoFigures() {
    Companion there = applicants(unhcr(), "5").action(Action.DELETE).companion("u.xml");
    assertThat(applicants(eurostat(), "1000").beside(there).rules()).doesNotContain(GAP);
  }

  static Stream<Arguments> mirrors() {
    return Dataset.CATALOGUE.themes().stream()
        .flatMap(t -> t.theme().mirrors().stream().map(m -> Arguments.of(t, m)));
  }

  /** Every mirror of every theme is compared, and finds a difference. */
  @ParameterizedTest(name = "{0} beside {1}")
  @MethodSource("mirrors")
  void everyDeclaredMirrorIsCompared(RowType theme, RowType.Mirror mirror) {
    RowType partner = Dataset.CATALOGUE.theme(mirror.theme());
    Map<String, String> here = new LinkedHashMap<>();
    Map<String, String> there = new LinkedHashMap<>();
    mirror.where().forEach((dimension, codes) -> here.put(dimension, codes.get(0)));
    mirror.there().forEach((dimension, codes) -> there.put(dimension, codes.get(0)));
    List<String> areas = new ArrayList<>(List.of("AUT", "SYR", "DEU", "IRQ", "PAK", "CHE"));
    mirror
        .dimensions()
        .forEach(
            (own, other) -> {
              CodeList list = theme.field(own).type().list();
              String code =
                  here.getOrDefault(
                      own,
                      list != null && list.id().equals("CL_AREA")
                          ? areas.remove(0)
                          : mirror.codes().getOrDefault(own, Map.of()).keySet().stream()
                              .findFirst()
                              .orElse(there.getOrDefault(other, "_T")));
              here.put(own, code);
              there.put(other, mirror.codes().getOrDefault(own, Map.of()).getOrDefault(code, code));
            });
    String end = "2023-12-31";
    here.put("TIME_PERIOD", period(theme, partner).orElseGet(() -> ending(theme, end)));
    there.put("TIME_PERIOD", period(theme, partner).orElseGet(() -> ending(partner, end)));
    Dataset own = row(dataset(theme.id()).from("AUT", "A"), theme, here, 200);
    Companion other =
        row(dataset(partner.id()).from("SYR", "B"), partner, there, 100).companion("b");
    Found found = own.beside(other);
    assertThat(found.rules()).contains(GAP);
    assertThat(found.beside()).anySatisfy(b -> assertThat(b.pairs()).isEqualTo(1));
    Companion same =
        row(dataset(partner.id()).from("SYR", "B"), partner, there, 200).companion("b");
    assertThat(own.beside(same).rules()).doesNotContain(GAP);
  }

  /** A period that both themes can have. */
  private static Optional<String> period(RowType one, RowType other) {
    return Stream.of("2023", "2023-S1", "2023-Q1", "2023-01", "2023-01-31")
        .filter(text -> Lexical.matches(one.time().orElseThrow().type(), text))
        .filter(text -> Lexical.matches(other.time().orElseThrow().type(), text))
        .findFirst();
  }

  /** A theme's period that ends with a day; stocks of such periods are compared. */
  private static String ending(RowType theme, String day) {
    return Stream.of("2023", "2023-12", day)
        .filter(text -> Lexical.matches(theme.time().orElseThrow().type(), text))
        .findFirst()
        .orElseThrow();
  }

  private static Dataset row(
      Dataset dataset, RowType theme, Map<String, String> codes, int figure) {
    List<String> row = new ArrayList<>();
    codes.forEach((name, code) -> row.addAll(List.of(name, code)));
    int scale = theme.measure().orElseThrow().type().scale();
    row.add("OBS_VALUE");
    row.add(Lexical.text(figure * Math.round(Math.pow(10, scale)), scale));
    return dataset.row(row.toArray(String[]::new));
  }
}
