package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.tabular.Imported.mapping;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("once")
class AccountPropertyTest {
  private static final Mapping MAPPING = mapping(TableReaderTest.OFFICE);
  private static final String HEADINGS = "Year;Country;Women;Office;Men;Flag;Clerk\n";

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.oneOf(
            Arbitraries.of("2024", "SYR", "", ":", "0", "1 234", "p", "dp", "Nowhere", "12", " "),
            Arbitraries.strings().withChars("aA1,. \"\n\u00E9").ofMaxLength(4));
    Arbitrary<List<String>> likely =
        Arbitraries.of(
            List.of("2024", "SYR", "1", "Linz", "2", "p", ""),
            List.of("2024", "IRQ", ":", "", "", "", "Ann"),
            List.of("2024Q1", "?", "7", "", "8", "z", "Ann"),
            List.of("2023", "AFG", "x", "", "9", "q", "Ann"));
    return Arbitraries.oneOf(likely, cell.list().ofMinSize(1).ofMaxSize(9)).list().ofMaxSize(12);
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  @Property(tries = 2_000)
  void everyCellOfAnyTableIsAccountedForOnce(@ForAll("tables") List<List<String>> rows) {
    StringBuilder table = new StringBuilder(HEADINGS);
    for (List<String> row : rows) {
      table.append(String.join(";", row.stream().map(c -> quoted(c)).toList())).append('\n');
    }
    Imported imported = Imported.of(MAPPING, table.toString());
    Account account = imported.requireAccount();
    List<List<String>> filled =
        rows.stream().filter(r -> !r.stream().allMatch(String::isBlank)).toList();
    assertThat(imported.stopped()).isNull();
    assertThat(account.addsUp()).isTrue();
    assertThat(account.rows()).isEqualTo(filled.size());
    assertThat(account.blankLines()).isEqualTo(rows.size() - filled.size());
    assertThat(account.cells()).isEqualTo(filled.stream().mapToLong(List::size).sum());
    assertThat(account.observations()).isEqualTo(imported.observations().size());
    long whole = filled.stream().filter(r -> r.size() == 7).count();
    assertThat(account.ignored()).isEqualTo(whole);
    assertThat(account.findings()).isGreaterThanOrEqualTo(whole);
  }

  @Property(tries = 500)
  void everyObservationHasAWholeKeyAndASoundFigure(@ForAll("tables") List<List<String>> rows) {
    StringBuilder table = new StringBuilder(HEADINGS);
    for (List<String> row : rows) {
      table.append(String.join(";", row.stream().map(c -> quoted(c)).toList())).append('\n');
    }
    Imported imported = Imported.of(MAPPING, table.toString());
    imported
        .observations()
        .forEach(
            o -> {
              o.type().key().forEach(f -> assertThat(o.valid(f.slot())).as(f.name()).isTrue());
              boolean figure = o.fields().containsKey("OBS_VALUE");
              assertThat(figure || o.fields().containsKey("OBS_STATUS")).isTrue();
            });
  }
}
