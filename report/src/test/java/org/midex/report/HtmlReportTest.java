package org.midex.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.midex.model.Comparison;
import org.midex.model.Finding;
import org.midex.model.FindingSink;
import org.midex.model.Judgement;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Spread;
import org.midex.model.Verdict;
import org.midex.model.Waiver;
import org.midex.schema.Catalogue;
import org.midex.schema.Severity;

class HtmlReportTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");
  private static final List<String> EMPTY = List.of("meta", "input");
  private static final ReportSettings ENGLISH =
      ReportSettings.of(Catalogue.standard(), "0.1.0").made(Instant.EPOCH);

  private static String html(Result... results) {
    return Written.written(Reports.Format.HTML, ENGLISH, List.of(results));
  }

  private static String in(String language, String html) {
    int start = html.indexOf("<main id=\"m-" + language + "\"");
    return html.substring(start, html.indexOf("</main>", start));
  }

  private static Result.Group group(String field, Severity severity, long count, long rows) {
    Problem problem = Problem.of("MDX-V01", field);
    Finding first = new Finding(problem, severity, Location.ofRecord(1), "x", null, Map.of());
    return new Result.Group(
        problem,
        severity,
        count,
        List.of(),
        0,
        List.of(new Result.Sample(first, null, -1, 0)),
        new Spread(rows, true, 1, List.of(count)));
  }

  private static Result groups(Result.Group... groups) {
    return SampleResults.result(
        "f.xml", Verdict.NOT_CONFORMANT, 1_000_000, List.of(groups), List.of());
  }

  @Test
  void saysWhatWasJudgedByWhatAndWhen() {
    String english = in("en", html(SampleResults.manyUnknownCodes()));
    assertThat(english)
        .contains("NOT CONFORMANT")
        .contains("data/asylum-2023.xml")
        .contains(SampleResults.SHA)
        .contains("ASYLUM_APP 1.0")
        .contains("1\u202F000\u202F000, read to the end")
        .contains("edition " + Catalogue.standard().edition().date())
        .contains("1970-01-01 00:00:00 UTC")
        .contains("MIDEX 0.1.0");
  }

  @Test
  void marksTheValueInItsRowAndSaysWhereItIs() {
    String english = in("en", html(SampleResults.manyUnknownCodes()));
    assertThat(english)
        .contains("CITIZENSHIP=&quot;<mark>FR</mark>&quot;")
        .contains("tokens: {&quot;FR&quot;: &quot;FRA&quot;, &quot;UK&quot;: &quot;GBR&quot;}")
        .contains("2\u202F410");
    assertThat(english.replaceAll("</?bdi>", ""))
        .contains("source Sheet1!C33190 · line 33190 · column 31 · observation 33188");
  }

  @Test
  void aLanguageFromRightToLeftIsWrittenSo() {
    Catalogue extended = Catalogue.standard().extended(Path.of("../examples/extension"));
    String html =
        Written.written(
            Reports.Format.HTML,
            ReportSettings.of(extended, "0.1.0").in("ar"),
            List.of(SampleResults.manyUnknownCodes()));
    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\"");
    assertThat(html).contains("<main id=\"m-ar\" lang=\"ar\" dir=\"rtl\"");
    assertThat(html).contains("<main id=\"m-en\" lang=\"en\" dir=\"ltr\"");
  }

  @Test
  void isInAllLanguagesAndShowsTheOneAskedForFirst() {
    String html =
        Written.written(
            Reports.Format.HTML, ENGLISH.in("fr"), List.of(SampleResults.manyUnknownCodes()));
    assertThat(in("en", html)).contains("Repair these first");
    assertThat(in("fr", html)).contains("NON CONFORME").contains("À réparer d’abord");
    assertThat(in("es", html)).contains("NO CONFORME").contains("Repare primero esto");
    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"fr\"");
    assertThat(html).contains("checked id=\"l-fr\"");
  }

  @Test
  void ranksBySeverityAndThenByTheRowsThatAreCleared() {
    String english =
        in(
            "en",
            html(
                groups(
                    group("MANY_FINDINGS", Severity.ERROR, 900, 10),
                    group("MANY_ROWS", Severity.ERROR, 500, 500),
                    group("A_WARNING", Severity.WARNING, 1_000, 1_000))));
    assertThat(english.indexOf("MANY_ROWS")).isLessThan(english.indexOf("MANY_FINDINGS"));
    assertThat(english.indexOf("MANY_FINDINGS")).isLessThan(english.indexOf("A_WARNING"));
  }

  @Test
  void drawsWhereInTheFileTheFindingsAre() {
    Spread spread = new Spread(500, true, 10_000, List.of(100L, 0L, 400L));
    Result.Group group =
        new Result.Group(
            SampleResults.UNKNOWN_CODE, Severity.ERROR, 500, List.of(), 0, List.of(), spread);
    assertThat(in("en", html(groups(group))))
        .contains("400 between observations 20001 and 30000")
        .contains("d=\"M0 40v-14h12v14zM24 40v-40h12v40z\"");
  }

  @Test
  void saysWhenTheNumberOfRowsIsOnlyTheLeast() {
    Spread spread = new Spread(7, false, 1, List.of(9L));
    Result.Group group =
        new Result.Group(
            SampleResults.UNKNOWN_CODE, Severity.ERROR, 9, List.of(), 0, List.of(), spread);
    assertThat(in("en", html(groups(group)))).contains("Observations concerned: at least 7");
  }

  @Test
  void staysBelowItsLimitWhateverIsFound() {
    Result.Group[] groups =
        IntStream.range(0, 10_000)
            .mapToObj(i -> group("F".repeat(500) + i, Severity.ERROR, 10_000 - i, 10_000 - i))
            .toArray(Result.Group[]::new);
    String one = html(groups(groups));
    assertThat(one.getBytes(UTF_8).length).isLessThan(HtmlReport.LARGEST);
    assertThat(in("en", one)).contains("Further kinds of problems that are not shown here: ");
    String many =
        html(Collections.nCopies(3_000, SampleResults.manyUnknownCodes()).toArray(Result[]::new));
    assertThat(many.getBytes(UTF_8).length).isLessThan(HtmlReport.LARGEST);
    assertThat(in("en", many)).contains("Files that are not shown here: ");
  }

  @Test
  void tellsOfAFileThatCouldNotBeRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Report report = Reports.open(Reports.Format.HTML, bytes, ENGLISH, 1)) {
      report.failed("gone.xml", "no such file");
    }
    assertThat(in("en", bytes.toString(UTF_8)))
        .contains("COULD NOT FINISH")
        .contains("no such file")
        .doesNotContain("CONFORMANT<");
  }

  @Test
  void nothingOfTheDataIsEverMarkup() {
    for (String hostile :
        List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</pre></main><script>alert(1)</script>",
            "javascript:alert(1)",
            "--><!--",
            "]]>&#60;script&#62;")) {
      String html = html(SampleResults.hostile(hostile));
      assertThat(skeleton(html)).isEqualTo(skeleton(html(SampleResults.hostile("harmless"))));
      assertThat(html).doesNotContain("<img").doesNotContain("href=\"javascript");
      assertThat(html.split("<script", -1)).hasSize(2);
    }
  }

  /** Names of all tags and of their attributes. */
  private static List<String> skeleton(String html) {
    return TAG.matcher(html)
        .results()
        .map(MatchResult::group)
        .map(t -> t.replaceAll("\"[^\"]*\"", "").replaceAll("=", ""))
        .toList();
  }

  @Test
  void everyElementIsClosedAndEveryLinkLeadsSomewhere() {
    String html = html(SampleResults.manyUnknownCodes(), SampleResults.conformant("good.xml"));
    List<String> open = new ArrayList<>();
    TAG.matcher(html.replaceAll("(?s)<(style|script)>.*?</\\1>", ""))
        .results()
        .filter(t -> !EMPTY.contains(t.group(2)))
        .forEach(
            t -> {
              if (t.group(1).isEmpty()) {
                open.add(t.group(2));
              } else {
                assertThat(open.remove(open.size() - 1)).isEqualTo(t.group(2));
              }
            });
    assertThat(open).isEmpty();
    Pattern.compile("href=\"#([^\"]*)\"")
        .matcher(html)
        .results()
        .forEach(l -> assertThat(html).contains("id=\"" + l.group(1) + "\""));
  }

  @Test
  void loadsNothing() {
    assertThat(html(SampleResults.manyUnknownCodes()))
        .contains("default-src &#39;none&#39;")
        .doesNotContain("src=")
        .doesNotContain("url(")
        .doesNotContain("@import")
        .doesNotContain("<link");
  }

  @Test
  void hidesWhatMayTellOfAPerson() {
    ReportSettings masked = ENGLISH.masking("CITIZENSHIP"::equals);
    String html =
        Written.written(Reports.Format.HTML, masked, List.of(SampleResults.manyUnknownCodes()));
    assertThat(html).doesNotContain("FR&quot;").contains("values that may tell of a person");
  }

  @Test
  void findsFewFaultsWithoutAnotherReport() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Report report = Reports.open(Reports.Format.HTML, bytes, ENGLISH, 1)) {
      FindingSink sink = report.begin("data/asylum-2023.xml");
      for (int i = 1; i <= 5_000; i++) {
        Location at = new Location(i, i, 20L + i, 1, null);
        sink.report(SampleResults.UNKNOWN_CODE, Occurrence.at(at, "V" + i, Map.of()));
      }
      report.add(SampleResults.manyUnknownCodes());
    }
    assertThat(in("en", bytes.toString(UTF_8)).replaceAll("<[^>]*>", ""))
        .contains("Further places (31 of 2\u202F960)")
        .contains("line 52: V32")
        .doesNotContain("V33");
  }

  @Test
  void namesTheCodesOfAShortListWhenItIsNotKnownWhichWasMeant() {
    Problem problem = new Problem("MDX-V01", "SEX", Map.of("list", "CL_SEX"));
    Result.Group unknown =
        new Result.Group(
            problem,
            Severity.ERROR,
            1,
            List.of(SampleResults.value("?", 1, null)),
            0,
            List.of(),
            Spread.UNKNOWN);
    assertThat(in("en", html(groups(unknown))).replaceAll("<[^>]*>", ""))
        .contains("· M Male · F Female · ");
    assertThat(in("en", html(SampleResults.manyUnknownCodes()))).doesNotContain("Codes of CL_AREA");
  }

  @Test
  void saysHowTheFileWasRead() {
    Invocation asked =
        new Invocation(List.of("--map", "my map.yaml", "--rules", "r.yaml"), FailOn.ERROR, false);
    String html =
        Written.written(
            Reports.Format.HTML,
            ENGLISH.invocation(asked),
            List.of(SampleResults.manyUnknownCodes()));
    assertThat(in("en", html))
        .contains(
            "midex validate data/asylum-2023.xml --map &quot;my map.yaml&quot; --rules r.yaml")
        .contains("midex show data/asylum-2023.xml --record N");
  }

  @Test
  void whatALanguageLacksIsMarkedAsEnglish() {
    Catalogue extended = Catalogue.standard().extended(Path.of("../examples/extension"));
    String html =
        Written.written(
            Reports.Format.HTML,
            ReportSettings.of(extended, "0.1.0"),
            List.of(SampleResults.manyUnknownCodes()));
    assertThat(in("ar", html)).contains("<bdi lang=\"en\" dir=\"ltr\">Expected a code");
    assertThat(in("fr", html)).doesNotContain("lang=\"en\"");
  }

  @Test
  void staysBelowItsLimitWithManyWaiversAndChanges() {
    String long500 = "w".repeat(500);
    List<Judgement.Waived> waived =
        IntStream.range(1, 2_000)
            .mapToObj(
                i ->
                    new Judgement.Waived(
                        new Waiver(
                            i,
                            "MDX-V01",
                            null,
                            new TreeMap<>(),
                            long500,
                            long500,
                            LocalDate.of(2027, 1, 1)),
                        SampleResults.manyUnknownCodes().groups().subList(0, 1)))
            .toList();
    List<Judgement.Change> changes =
        Collections.nCopies(
            5_000,
            new Judgement.Change("MDX-V12", Judgement.Kind.DISABLED, null, null, null, long500));
    List<Comparison.Group> compared =
        Collections.nCopies(
            5_000,
            new Comparison.Group(
                "MDX-V01", long500, Severity.ERROR, Comparison.By.COUNTS, 1, 2, 3));
    Judgement judgement =
        new Judgement(
            new Judgement.RuleSetUse(long500, SampleResults.SHA, changes),
            List.of(),
            waived,
            new Comparison(long500, true, compared));
    Result judged = SampleResults.manyUnknownCodes().withJudgement(judgement);
    String html = html(Collections.nCopies(20, judged).toArray(Result[]::new));
    assertThat(html.getBytes(UTF_8).length).isLessThan(HtmlReport.LARGEST);
    assertThat(in("en", html)).contains("Further lines that are not shown here: ");
  }

  private static String strip(List<Long> buckets) {
    Result result = SampleResults.manyUnknownCodes();
    Result.Group group = result.groups().get(0);
    return in(
        "en",
        html(
            result.withGroups(
                List.of(
                    new Result.Group(
                        group.problem(),
                        group.severity(),
                        group.count(),
                        group.values(),
                        group.otherValues(),
                        group.samples(),
                        new Spread(100, true, 1_000, buckets))))));
  }

  @Test
  void saysWhereFindingsAreOnlyWhereTheyAreTogether() {
    assertThat(strip(List.of(0L, 0L, 20L, 30L, 0L, 0L, 0L, 0L)))
        .contains("All of them between observations 2001 and 4000");
    assertThat(strip(List.of(5L, 0L, 20L, 0L, 0L, 0L, 0L, 5L)))
        .contains("Most of them in one place: 20 between observations 2001 and 3000");
    assertThat(strip(List.of(5L, 5L, 9L, 5L, 5L, 0L, 5L, 5L)))
        .doesNotContain("All of them", "Most of them");
    assertThat(strip(List.of(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L)))
        .doesNotContain("All of them", "Most of them");
  }

  @Test
  void lookalikesOfOtherAlphabetsAreShownAsWhatTheyAre() {
    Result.Group group =
        new Result.Group(
            SampleResults.UNKNOWN_CODE,
            Severity.ERROR,
            2,
            List.of(
                new Result.ValueCount("\u0410FG", 1, "AFG"),
                new Result.ValueCount("\u0410\u0412\u0421", 1, null)),
            0,
            List.of(),
            Spread.UNKNOWN);
    assertThat(in("en", html(SampleResults.manyUnknownCodes().withGroups(List.of(group)))))
        .contains(">\\u0410FG<")
        .doesNotContain("\u0410FG")
        .contains(">\u0410\u0412\u0421<");
  }

  /** What a file is called must not run when the command is copied. */
  @Test
  void commandsQuoteTheNamesOfFiles() {
    assertThat(Invocation.PLAIN.again("a b.xml")).isEqualTo("midex validate \"a b.xml\"");
    assertThat(Invocation.PLAIN.again("$(touch it).xml"))
        .isEqualTo("midex validate '$(touch it).xml'");
    assertThat(Invocation.show("`it's`")).isEqualTo("midex show '`it'\\''s`' --record N");
  }

  /** Short values have no such line, and take no place of those that have one. */
  @Test
  void perhapsIsSaidOfTheValuesThatHaveOne() {
    List<Result.ValueCount> values =
        Stream.of("*", "-", "..", "0", "?", "n/a", "Qqqqq", "Bosnia", "Korea")
            .map(value -> SampleResults.value(value, 1, null))
            .toList();
    Result.Group group =
        new Result.Group(
            SampleResults.UNKNOWN_CODE,
            Severity.ERROR,
            values.size(),
            values,
            0,
            List.of(),
            Spread.UNKNOWN);
    assertThat(in("en", html(groups(group))).replaceAll("<[^>]*>", ""))
        .contains("BIH Bosnia and Herzegovina")
        .contains("KOR Republic of Korea")
        .contains("PRK Democratic People&#39;s Republic of Korea");
  }

  @Test
  void unusualSpacesAndLookalikesAreSeenInTheSentenceToo() {
    Result.Group group =
        new Result.Group(
            SampleResults.UNKNOWN_CODE,
            Severity.ERROR,
            2,
            List.of(SampleResults.value("S\u0423R\u00A0", 2, "SYR")),
            0,
            List.of(),
            Spread.UNKNOWN);
    Result result = groups(group);
    assertThat(in("en", html(result))).contains("S\\u0423R\\u00A0").doesNotContain("S\u0423R");
    assertThat(Written.text(ENGLISH, result))
        .contains("S\\u0423R\\u00A0")
        .doesNotContain("S\u0423R", "\u00A0");
  }
}
