package org.midex.schema.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;
import org.midex.schema.Rule;

class DocsPublisherTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Map<String, String> PAGES = new DocsPublisher(CATALOGUE).files();

  @Test
  void everyLinkLeadsToAPageAndAHeading() {
    PAGES.forEach(
        (page, text) -> LINK.matcher(text).results().forEach(link -> leadsSomewhere(page, link)));
  }

  @Test
  void everyPageIsReachedFromTheIndex() {
    Set<String> reached = new TreeSet<>();
    reach("index.md", reached);
    assertThat(reached).containsExactlyInAnyOrderElementsOf(PAGES.keySet());
  }

  @Test
  void everyRowOfATableHasTheSameNumberOfCells() {
    PAGES.forEach(
        (page, text) -> {
          for (String block : text.split("\n\n", -1)) {
            if (block.startsWith("| ")) {
              assertThat(
                      block
                          .strip()
                          .lines()
                          .map(DocsPublisherTest::cells)
                          .collect(Collectors.toSet()))
                  .as(page + "\n" + block)
                  .hasSize(1);
            }
          }
        });
  }

  @Test
  void aMirrorSaysWhichRowsAndCodesItIsMadeOf() {
    assertThat(PAGES.get("themes/FLOW_MONITOR.md"))
        .contains(
            "The same theme of the other side, with `REF_AREA` as its `TRANSIT`",
            "the same `ORIGIN`, `DESTINATION`",
            "`DIRECTION`: `OUT` here is `IN` there. Only for `DIRECTION` `OUT`. People");
    assertThat(PAGES.get("themes/ASYLUM_PEND.md"))
        .contains("Only for `UNIT_MEASURE` `PS`. Only with its `POP_TYPE` `ASY`. Asylum-seekers");
  }

  @Test
  void everyThemeListRuleAndCodeIsThere() {
    for (RowType theme : CATALOGUE.themes()) {
      assertThat(PAGES.get("themes/" + theme.id() + ".md"))
          .contains("## Key", "## What is checked", "## Example", "<Obs ", "## Sources");
    }
    for (CodeList list : CATALOGUE.codeLists()) {
      String page = String.valueOf(PAGES.get("codelists/" + list.id() + ".md"));
      assertThat(list.codes()).allMatch(c -> page.contains("\n| `" + c.id() + "` | "));
    }
    assertThat(CATALOGUE.rules())
        .extracting(Rule::id)
        .allMatch(id -> String.valueOf(PAGES.get("rules.md")).contains("\n### " + id + "\n"));
  }

  @Test
  void theSameCatalogueGivesTheSameBytes() {
    assertThat(new DocsPublisher(Catalogue.of(Path.of("src/main/catalogue"))).files())
        .isEqualTo(PAGES);
  }

  @Test
  void aThemesChecksAreSentences() {
    assertThat(PAGES.get("themes/REFUGEE_POP.md"))
        .contains(
            "`SEX`: Total (`_T`) equals Female (`F`) + Male (`M`) (and Unspecified (X in the document) (`X`), Unknown (`_U`) where sent). [MDX-V12]")
        .contains(
            "`ORIGIN` and `REF_AREA` are the same, for `POP_TYPE` Internally displaced persons (`IDP`), ");
  }

  @Test
  void plainTextKeepsItsSpecialCharacters() {
    assertThat(Markdown.plain(" a_b *c* <d>\n [e] ")).isEqualTo("a\\_b \\*c\\* \\<d\\> \\[e\\]");
  }

  @Test
  void aTableEscapesBarsAndLeavesOutEmptyColumns() {
    String table =
        new Markdown().table(List.of("A", "B", "C"), List.of(List.of("a|b", "", "c"))).toString();
    assertThat(table).isEqualTo("| A | C |\n|---|---|\n| a\\|b | c |\n");
  }

  private static void leadsSomewhere(String page, MatchResult link) {
    String target = target(page, link);
    assertThat(PAGES).as("%s links to %s", page, link.group()).containsKey(target);
    if (link.group(2) != null) {
      assertThat(
              HEADING
                  .matcher(String.valueOf(PAGES.get(target)))
                  .results()
                  .map(h -> h.group(1).toLowerCase(Locale.ROOT)))
          .as("%s links to %s", page, link.group())
          .contains(link.group(2));
    }
  }

  private static void reach(String page, Set<String> reached) {
    if (reached.add(page)) {
      LINK.matcher(String.valueOf(PAGES.get(page)))
          .results()
          .map(l -> target(page, l))
          .forEach(p -> reach(p, reached));
    }
  }

  private static String target(String page, MatchResult link) {
    return link.group(1).isEmpty()
        ? page
        : Path.of(page).resolveSibling(link.group(1)).normalize().toString().replace('\\', '/');
  }

  private static int cells(String line) {
    return line.replace("\\|", "").split("\\|", -1).length;
  }
}
