package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CatalogueFaultsTest {
  private static final String SUM = "sum: {dimension: SEX, total: _T, parts: [F, M]}";
  private static final String THEME = "themes/STOCK.yaml";
  private static final String AREAS = "codelists/CL_AREA.csv";

  @Test
  void aSoundCatalogueLoads() {
    assertThat(Catalogue.of(new SmallCatalogue()).loadAll().theme("STOCK").fields()).hasSize(5);
  }

  @Test
  void anUnknownConceptIsNamedWithItsLine() {
    faulty(
        THEME,
        "  SEX: CL_SEX",
        "  GENDER: CL_SEX",
        "themes/STOCK.yaml:11: 'GENDER' is no concept; add it to concepts.csv");
  }

  @Test
  void anUnknownListIsNamedWithItsLine() {
    faulty(
        THEME,
        "SEX: CL_SEX",
        "SEX: CL_GENDER",
        "themes/STOCK.yaml:11: no code list CL_GENDER in codelists.csv");
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearest() {
    faulty(
        THEME,
        "reporter:",
        "reportr:",
        "themes/STOCK.yaml:8: 'reportr' is not known here; did you mean 'reporter'?");
  }

  @Test
  void anAttributeHasOneLevel() {
    faulty(
        THEME,
        "checks:",
        "dataset:\n  COMMENT: {type: text}\nchecks:",
        "themes/STOCK.yaml:17: COMMENT is stated at dataset and at observation level; choose one");
  }

  @Test
  void aCheckNamesCodesOfItsDimension() {
    faulty(THEME, "[F, M]", "[F, W]", "themes/STOCK.yaml:18: no code W in CL_SEX");
  }

  @Test
  void aThemeHasAsManyChecksOnRowsAsFit() {
    String check = "\n  - rule: MDX-V12\n    stated: {dimension: SEX}";
    faulty(
        THEME,
        "\n  - rule: MDX-V12",
        check.repeat(41) + "\n  - rule: MDX-V12",
        "themes/STOCK.yaml:1: a theme has at most 40 checks on single rows, with those of"
            + " extensions, not 41");
  }

  @Test
  void aCheckNamesARule() {
    faulty(THEME, "MDX-V12", "MDX-V99", "themes/STOCK.yaml:17: no rule MDX-V99 in rules.yaml");
  }

  @Test
  void aCheckNamesADimensionOfTheKey() {
    faulty(
        THEME,
        "dimension: SEX",
        "dimension: AGE",
        "themes/STOCK.yaml:18: 'AGE' is no coded dimension of the key [REF_AREA, SEX]");
  }

  @Test
  void boundsAreOfANumberOfTheRow() {
    within("field: COMMENT, least: 0, most: 9", "'COMMENT' is no number of the row [OBS_VALUE]");
    within("field: OBS_VALUE, least: none, most: 9", "expected a whole number, found 'none'");
    SmallCatalogue sound =
        new SmallCatalogue().with(THEME, SUM, "within: {field: OBS_VALUE, least: -1, most: 9}");
    assertThat(Catalogue.of(sound).loadAll().theme("STOCK").theme().checks().get(0).parts())
        .containsExactly("-1", "9");
  }

  private static void within(String arguments, String message) {
    faulty(THEME, SUM, "within: {%s}".formatted(arguments), "themes/STOCK.yaml:18: " + message);
  }

  @Test
  void unitsAreCodesOfTheUnit() {
    String frequencies = "frequencies: [A]";
    faulty(
        THEME,
        frequencies,
        "units: [F]\n" + frequencies,
        "themes/STOCK.yaml:7: the theme has no UNIT_MEASURE");
    assertThat(withUnits("[F, M]").theme("STOCK").theme().units()).containsExactly("F", "M");
    assertThatThrownBy(() -> withUnits("[F, W]"))
        .hasMessage("themes/STOCK.yaml:7: no code W in CL_SEX");
  }

  private static Catalogue withUnits(String units) {
    SmallCatalogue source =
        new SmallCatalogue()
            .with("concepts.csv", "SEX,Sex", "UNIT_MEASURE,Unit,What,test,1.0\nSEX,Sex")
            .with(THEME, "  SEX: CL_SEX", "  SEX: CL_SEX\n  UNIT_MEASURE: CL_SEX")
            .with(THEME, "frequencies: [A]", "units: " + units + "\nfrequencies: [A]");
    return Catalogue.of(source).loadAll();
  }

  @Test
  void aMirrorNamesDimensionsAndCodesOfTheKey() {
    mirror("{AGE: SEX}", "", "'AGE' is no coded dimension of the key [REF_AREA, SEX]");
    mirror("{SEX: SEX}", "codes: {SEX: {W: F}}", "no code W in CL_SEX");
    mirror(
        "{SEX: SEX}",
        "codes: {REF_AREA: {AUT: DEU}}",
        "'REF_AREA' is not among the mirror's dimensions");
    mirror("{SEX: SEX}", "where: {SEX: [W]}", "no code W in CL_SEX");
  }

  private static void mirror(String dimensions, String more, String message) {
    String mirror = "mirrors: [{theme: STOCK, note: n, dimensions: %s, %s}]\nkey:";
    faulty(THEME, "key:", mirror.formatted(dimensions, more), "themes/STOCK.yaml:9: " + message);
  }

  @Test
  void aDimensionIsACodeListOrAnIdentifier() {
    SmallCatalogue source =
        new SmallCatalogue()
            .with("concepts.csv", "SEX,Sex", "EVENT,Event,What,test,1.0\nSEX,Sex")
            .with(THEME, "  SEX: CL_SEX", "  SEX: CL_SEX\n  EVENT: {type: identifier}");
    RowType stock = Catalogue.of(source).loadAll().theme("STOCK");
    assertThat(stock.field("EVENT").type().kind()).isEqualTo(ValueType.Kind.IDENTIFIER);
    faulty(
        THEME,
        "SEX: CL_SEX",
        "SEX: {type: text}",
        "themes/STOCK.yaml:11: a dimension is a code list or an identifier, found 'text'");
  }

  @Test
  void aCodeStandsOnce() {
    faulty(AREAS, "DEU,Germany", "AUT,Germany", "codelists/CL_AREA.csv:4: code AUT is given twice");
  }

  @Test
  void anAliasMeansOneCode() {
    faulty(
        AREAS, ",DE\n", ",AT\n", "codelists/CL_AREA.csv:4: iso2 alias AT names both AUT and DEU");
  }

  @Test
  void aParentIsACode() {
    faulty(
        AREAS,
        "Austria,_T",
        "Austria,EUR",
        "codelists/CL_AREA.csv:3: AUT refers to EUR, which is not in the list");
  }

  @Test
  void aParentOfAParentIsACodeToo() {
    SmallCatalogue source = new SmallCatalogue().with(AREAS, "World,,", "World,EUR,");
    assertThatThrownBy(() -> Catalogue.of(source).loadAll())
        .hasMessage("codelists/CL_AREA.csv:2: _T refers to EUR, which is not in the list");
  }

  @Test
  void parentsDoNotGoInACircle() {
    faulty(
        AREAS,
        "World,,",
        "World,AUT,",
        "codelists/CL_AREA.csv:2: parents of _T go round in a circle");
  }

  @Test
  void aCodeHasTheFormOfItsList() {
    faulty(
        AREAS,
        "DEU,",
        "deu,",
        "codelists/CL_AREA.csv:4: code deu does not match the list's pattern [A-Z_]{2,5}");
  }

  @Test
  void aRowHasAllCells() {
    faulty(AREAS, "test,,DE\n", "test\n", "codelists/CL_AREA.csv:4: expected 11 cells, found 9");
  }

  @Test
  void aColumnStandsOnce() {
    faulty("codelists.csv", "id,", "name,", "codelists.csv:1: column name is given twice");
  }

  @Test
  void anOpenListHasAPattern() {
    faulty(
        "codelists.csv",
        "true,\"[A-Z_]{2,5}\"",
        "true,",
        "codelists.csv:2: an open list has a pattern, a closed one has none");
  }

  @Test
  void aRuleStandsOnce() {
    faulty(
        "rules.yaml",
        "  source: test\n",
        "  source: test\n- id: MDX-V12\n  severity: error\n",
        "rules.yaml:8: rule MDX-V12 is given twice");
  }

  @Test
  void aRuleStartsWithItsId() {
    faulty(
        "rules.yaml",
        "  source: test\n",
        "  source: test\n- {severity: error, id: MDX-V13}\n",
        "rules.yaml:8: expected a rule that starts with '- id:'");
  }

  @Test
  void aFaultOfYamlItselfHasItsLine() {
    SmallCatalogue source =
        new SmallCatalogue().with("rules.yaml", "  severity: error", "  severity: [error");
    assertThatThrownBy(() -> Catalogue.of(source).loadAll())
        .hasMessageStartingWith("rules.yaml:3: ");
  }

  @Test
  void theHeaderIsReadToo() {
    faulty(
        "types/Header.yaml",
        "definition: Sender",
        "definition: Sender, also",
        "types/Header.yaml:6: 'also' is not known here");
  }

  private static void faulty(String file, String from, String to, String message) {
    SmallCatalogue source = new SmallCatalogue().with(file, from, to);
    assertThatThrownBy(() -> Catalogue.of(source).loadAll())
        .isInstanceOf(CatalogueException.class)
        .hasMessage(message);
  }
}
