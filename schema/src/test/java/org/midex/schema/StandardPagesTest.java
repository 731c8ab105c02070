package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clauses of {@code docs/standard} and the catalogue's rules name one another. */
class StandardPagesTest {
  private static final Path FOLDER = Path.of("../docs/standard");

  /** What one message, package, sealed file or receipt can break. */
  private static final Set<String> OF_ONE_FILE =
      Set.of("message", "dataset", "receipt", "package", "sealing");

  private static final Pattern HEADING =
      Pattern.compile("### ([A-Z]+-[1-9][0-9]*) · (MUST|SHOULD)");
  private static final Pattern RULES =
      Pattern.compile("Rules: (MDX-[A-Z][0-9]{2}(, MDX-[A-Z][0-9]{2})*)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

  private static final Map<String, List<String>> PAGES = new TreeMap<>();
  private static final List<String> CLAUSES = new ArrayList<>();
  private static final List<String> NAMED = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        PAGES.put(file.getFileName().toString(), Files.readAllLines(file));
      }
    }
    PAGES.values().forEach(StandardPagesTest::readClauses);
  }

  private static void readClauses(List<String> lines) {
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        CLAUSES.add(heading.group(1));
      }
      Matcher rules = RULES.matcher(line);
      if (rules.matches()) {
        NAMED.addAll(List.of(rules.group(1).split(", ")));
      }
    }
  }

  @Test
  void everyHeadingOfTheThirdLevelIsAClause() {
    PAGES.forEach(
        (page, lines) ->
            assertThat(lines.stream().filter(line -> line.startsWith("###")))
                .as(page)
                .allMatch(line -> HEADING.matcher(line).matches()));
  }

  @Test
  void linesOfRulesHoldIdsOnlyAndEndAClause() {
    PAGES.forEach(
        (page, lines) -> {
          for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("Rules:")) {
              assertThat(lines.get(i)).as(page).matches(RULES);
              assertThat(followers(lines, i)).as("%s: behind %s", page, lines.get(i)).isTrue();
            }
          }
        });
  }

  /** Whether a heading or the end of the page follows. */
  private static boolean followers(List<String> lines, int at) {
    return lines.stream()
        .skip(at + 1L)
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> line.startsWith("#"))
        .orElse(true);
  }

  @Test
  void clausesAreNumberedFromOneAndOnce() {
    Map<String, List<Integer>> areas =
        CLAUSES.stream()
            .collect(
                Collectors.groupingBy(
                    id -> id.substring(0, id.indexOf('-')),
                    TreeMap::new,
                    Collectors.mapping(
                        id -> Integer.valueOf(id.substring(id.indexOf('-') + 1)),
                        Collectors.toList())));
    assertThat(areas).hasSizeGreaterThan(10);
    areas.forEach(
        (area, numbers) ->
            assertThat(numbers)
                .as(area)
                .isEqualTo(Stream.iterate(1, n -> n + 1).limit(numbers.size()).toList()));
  }

  @Test
  void rulesThatClausesNameExist() {
    assertThat(NAMED).isNotEmpty().allMatch(id -> Catalogue.standard().findRule(id).isPresent());
  }

  @Test
  void everyRuleThatOneFileCanBreakIsNamedByAClause() {
    assertThat(
            Catalogue.standard().rules().stream()
                .filter(rule -> OF_ONE_FILE.contains(rule.appliesTo()))
                .map(Rule::id))
        .isNotEmpty()
        .isSubsetOf(NAMED);
  }

  @Test
  void linksLeadToFiles() {
    PAGES.forEach(
        (page, lines) ->
            lines.forEach(
                line -> {
                  Matcher link = LINK.matcher(line);
                  while (link.find()) {
                    assertThat(FOLDER.resolve(link.group(1))).as(page).exists();
                  }
                }));
  }
}
