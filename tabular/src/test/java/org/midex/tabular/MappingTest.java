package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.midex.tabular.Imported.CATALOGUE;
import static org.midex.tabular.Imported.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.Action;
import org.midex.model.Node;
import org.midex.schema.CatalogueException;

class MappingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "theme: ASYLUM_APP | theme: ASYLUM_AP | test.yaml:5: no theme ASYLUM_AP; did you mean ASYLUM_APP?",
        "licence: | licens: | test.yaml:4: 'licens' is not known here; did you mean 'licence'?",
        "field: CITIZENSHIP | field: CITZENSHIP | did you mean CITIZENSHIP?",
        "REF_AREA: AUT | REF_AREA: AT | test.yaml:11: 'AT' is no value of REF_AREA: expected a code of CL_AREA; did you mean AUT?",
        "Nowhere: XXA | Nowhere: XXZ | test.yaml:15: no code XXZ in CL_AREA",
        "iso2] | iso3] | test.yaml:15: CL_AREA knows no scheme 'iso3'; did you mean iso2?",
        "labels: eurostat | labels: eurstat | CL_AREA knows no labels 'eurstat'; did you mean eurostat?",
        "[yyyy, | [jjjj, | test.yaml:14: 'jjjj' is no period format",
        "[yyyy, | [yyyyyyyy, | has a part twice",
        "format: csv | format: cvs | test.yaml:6: expected csv, sdmx-csv or xlsx, found 'cvs'",
        "separator: \";\" | separator: \";;\" | test.yaml:6: expected one character",
        "separator: \";\" | encoding: UTF8000 | test.yaml:6: 'UTF8000' is no encoding",
        "separator: \";\" | heading_row: 0 | expected a row from 1 to 1000",
        "decimal: \",\" | decimal: \" \" | thousands mark and decimal mark are the same",
        "\"\": empty | \"\": none | test.yaml:9: expected empty",
        "Area: AUT | Area: XYZ | test.yaml:21: 'XYZ' is no value of Area",
        "Authority: BFA | Authorty: BFA | did you mean 'Authority'?",
        ", Authority: BFA | '' | 'Authority' is missing",
        "{SEX: M} | {SEX: F} | 'Men' has the same key as another column of figures",
        "{SEX: M} | {} | test.yaml:17: columns of figures must name the same fields: 'Men' does not name SEX",
        "AGE: _T, | '' | AGE is part of the key, but no column, constant or combination gives it",
        "AGE: _T, | AGE: _T, SEX: _T, | SEX is given by more than one column or constant",
        "combined: COMMENT | combined: OBS_STATUS | OBS_STATUS is no free text",
        "{CONF_STATUS: N} | {AGE: _T} | AGE is no attribute",
        "ignore: name | ignor: name | did you mean 'ignore'?",
        "period: [ | absent: [x], period: [ | TIME_PERIOD is part of the key and cannot be absent",
        "period: [ | language: xx, period: [ | no names of months are known in 'xx'",
        "Country: { | Country: {prefix: [''], | an empty text is no mark",
        "Year: { | Year: {scheme: iso2, | TIME_PERIOD is not coded; 'scheme' means nothing here",
        "Clerk: {ignore: name of the clerk} | Clerk: {only: name, absent: x} | 'absent' is not known here",
        "Clerk: {ignore: name of the clerk} | 'Clerk: {pattern: \"{COMENT}\"}' | test.yaml:19: ASYLUM_APP has no field COMENT; did you mean COMMENT?",
        "Clerk: {ignore: name of the clerk} | 'Clerk: {pattern: \"a, b\"}' | test.yaml:19: the column gives no field",
        "Clerk: {ignore: name of the clerk} | 'Clerk: {pattern: \"{OBS_VALUE}\"}' | a figure cannot be part of a text",
        "Clerk: {ignore: name of the clerk} | 'Clerk: {pattern: \"{COMMENT}\", fields: {AGE: {}}}' | has no place for AGE",
        "Clerk: {ignore: name of the clerk} | 'Clerk: {fields: [AGE, COMMENT], tokens: {a: {COMMENT: x}}}' | test.yaml:19: AGE is part of the key and missing here",
        "Clerk: {ignore: name of the clerk} | 'Clerk: {fields: [COMMENT], tokens: {a: {OBS_STATUS: P}}}' | OBS_STATUS is not among the column's fields",
        "Clerk: {ignore: name of the clerk} | 'Clerk: {fields: {COMMENT: {scheme: x}}}' | COMMENT is not coded",
        "header: | 'matrix: {field: TIME_PERIOD, period: yyyy}\nheader:' | test.yaml:20: columns of figures must name the same fields: '{TIME_PERIOD}' does not name SEX",
        "header: | 'skip: {column: Contry, cells: x, why: y}\nheader:' | test.yaml:20: 'Contry' is not among the columns; did you mean 'Country'?",
        "header: | 'skip: {column: Country, why: y}\nheader:' | test.yaml:20: expected one of 'cells', 'except' and 'from'",
        "header: | 'skip: {column: Country, from: \"\", why: y}\nheader:' | every cell begins with an empty text",
        "header: | 'marks: {\"1\": ignore}\nheader:' | test.yaml:20: '1' cannot be told from a figure",
        "header: | 'marks: {x: nothing}\nheader:' | test.yaml:20: expected ignore, or attributes",
        "header: | 'above: {pattern: \"{SEXX}\"}\nheader:' | ASYLUM_APP has no field SEXX; did you mean SEX?",
        "header: | 'above: Title\nheader:' | test.yaml:20: nothing stands above headings in row 1; say where they are with heading_row",
        "numbers: { | 'numbers: {factor: 0, ' | expected a number above zero",
        "format: csv | 'format: csv, structure: X' | only sdmx-csv names its structure",
        "scheme: eurostat, tokens | scheme: eurostta, tokens | CL_OBS_STATUS knows no scheme 'eurostta'; did you mean eurostat?",
      })
  void aFaultNamesFileLineAndRemedy(String text, String fault, String message) {
    assertThat(TableReaderTest.OFFICE).contains(text);
    String faulty = TableReaderTest.OFFICE.replace(text, fault);
    assertThatThrownBy(() -> mapping(faulty))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith("test.yaml:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a: \"open", "id: \u0001", "- a list", "id: [\n"})
  void whatIsNoMappingIsAFault(String text) {
    assertThatThrownBy(() -> mapping(text))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("test.yaml:");
  }

  @Test
  void deepNestingIsAFault() {
    assertThatThrownBy(() -> mapping("[".repeat(200_000)))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("test.yaml:");
  }

  @Test
  void isLoadedFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("office.yaml"), TableReaderTest.OFFICE);
    Mapping mapping = Mapping.load(CATALOGUE, file);
    assertThat(mapping.title()).isEqualTo("An office's table");
    assertThat(mapping.theme().id()).isEqualTo("ASYLUM_APP");
    assertThat(mapping.action()).isEqualTo(Action.APPEND);
    assertThatThrownBy(() -> Mapping.load(CATALOGUE, folder.resolve("none.yaml")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void columnsMayBeReadTogether() {
    Mapping mapping =
        mapping(
            TableReaderTest.OFFICE
                .replaceFirst("  Year: .*\n", "")
                .replace(
                    "columns:",
                    "combined:\n  - {columns: [Year, Month], field: TIME_PERIOD, period: yyyy M}\ncolumns:"));
    Imported imported =
        Imported.of(
            mapping, "Year;Month;Country;Women;Men;Flag\n2024;7;SYR;1;2;\n2024;x;SYR;1;2;\n");
    assertThat(imported.column("TIME_PERIOD")).containsExactly("2024-07", "2024-07");
    assertThat(imported.rules()).containsExactly("MDX-I03");
    assertThat(imported.findings().get(0).field()).isEqualTo("Year, Month");
    assertThat(imported.findings().get(0).value()).isEqualTo("2024 x");
    assertThat(imported.requireAccount().addsUp()).isTrue();
  }

  @Test
  void theSendersHeaderGoesBeforeTheMappings() throws IOException {
    Mapping mapping = mapping(TableReaderTest.OFFICE);
    Path file =
        Files.writeString(
            folder.resolve("h.yaml"), "Sender: {Area: DEU, Authority: BAMF}\nTest: true\n");
    Node own = ImportHeader.load(CATALOGUE, file);
    Node header =
        ImportHeader.complete(CATALOGUE, mapping, own, Instant.parse("2026-01-02T03:04:05.678Z"));
    assertThat(header.first("Sender", "Area")).contains("DEU");
    assertThat(header.first("Prepared")).contains("2026-01-02T03:04:05Z");
    assertThat(header.first("Edition")).contains(CATALOGUE.edition().date().toString());
    assertThat(header.children().stream().map(Node::name))
        .containsExactly("Edition", "Prepared", "Sender", "Test");
  }

  @Test
  void aHeaderWithoutSenderIsRefused() {
    Mapping mapping = mapping(TableReaderTest.OFFICE.replaceFirst("header:\n.*\n", ""));
    assertThatThrownBy(() -> ImportHeader.complete(CATALOGUE, mapping, null, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Sender");
  }

  @Test
  void aFaultyHeaderFileNamesItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("h.yaml"), "Test: yes\n");
    assertThatThrownBy(() -> ImportHeader.load(CATALOGUE, file))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("h.yaml:1: 'yes' is no value of Test");
  }

  @Test
  void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
    String faulty =
        TableReaderTest.OFFICE
            .replace("licence:", "licens:")
            .replace("REF_AREA: AUT", "REF_AREA: AT")
            .replace("AGE: _T,", "")
            .replace("iso2]", "iso3]")
            .replace("Nowhere: XXA", "Nowhere: XXZ")
            .replace("ignore: name", "ignor: name")
            .replace("Authority: BFA", "Authorty: BFA");
    assertThatThrownBy(() -> mapping(faulty))
        .isInstanceOfSatisfying(
            CatalogueException.class,
            e ->
                assertThat(e.faults())
                    .extracting(fault -> fault.replaceFirst("(test.yaml:\\d+: .{20}).*", "$1"))
                    .containsExactly(
                        "test.yaml:1: 'licence' is missing",
                        "test.yaml:4: 'licens' is not know",
                        "test.yaml:11: 'AT' is no value of ",
                        "test.yaml:14: AGE is part of the k",
                        "test.yaml:15: CL_AREA knows no sch",
                        "test.yaml:15: no code XXZ in CL_AR",
                        "test.yaml:19: 'ignor' is not known",
                        "test.yaml:21: 'Authority' is missi",
                        "test.yaml:21: 'Authorty' is not kn"));
  }

  @Test
  void aFaultyColumnIsNotSaidToBeMissing() {
    String faulty =
        TableReaderTest.OFFICE
            .replace("[yyyy,", "[jjjj,")
            .replace("{SEX: F}", "{SEXX: F}")
            .replace("field: CITIZENSHIP", "field: CITZENSHIP");
    assertThatThrownBy(() -> mapping(faulty))
        .isInstanceOfSatisfying(
            CatalogueException.class,
            e ->
                assertThat(e.faults())
                    .hasSize(3)
                    .noneMatch(fault -> fault.contains("no column, constant or combination")));
  }

  @Test
  void veryManyFaultsAreCounted() {
    String faulty = TableReaderTest.OFFICE + "x: 1\n";
    StringBuilder many = new StringBuilder(faulty);
    for (int i = 0; i < 1_000; i++) {
      many.append("y").append(i).append(": 1\n");
    }
    assertThatThrownBy(() -> mapping(many.toString()))
        .isInstanceOfSatisfying(
            CatalogueException.class,
            e -> assertThat(e.faults()).hasSize(51).last().isEqualTo("and 951 more"));
  }
}
