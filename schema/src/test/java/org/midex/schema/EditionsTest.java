package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.schema.internal.EditionSource;

/** A released edition stays what it was. {@code .ci/keep-edition} keeps what is about to change. */
class EditionsTest {
  private static final CatalogueSource SOURCE = CatalogueSource.ofClasspath();
  private static final Catalogue NEWEST = Catalogue.standard();

  static Stream<LocalDate> older() {
    return NEWEST.edition().known().stream().skip(1);
  }

  @ParameterizedTest
  @MethodSource("older")
  void everyFileIsAsItsManifestSays(LocalDate date) throws Exception {
    EditionSource edition = new EditionSource(SOURCE, date, NEWEST.edition().known());
    List<String> lines = EditionSource.manifest(SOURCE, date);
    assertThat(lines).hasSizeGreaterThan(40);
    for (String line : lines) {
      String file = line.substring(66);
      assertThat(sha256(edition, file)).as(file).isEqualTo(line.substring(0, 64));
    }
  }

  private static String sha256(EditionSource edition, String file)
      throws IOException, NoSuchAlgorithmException {
    try (InputStream in = Objects.requireNonNull(edition.open(file), file)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    }
  }

  @ParameterizedTest
  @MethodSource("older")
  void itLoads(LocalDate date) {
    Catalogue edition = NEWEST.at(date).loadAll();
    assertThat(edition.edition().date()).isEqualTo(date);
    assertThat(NEWEST.themeIds()).containsAll(edition.themeIds());
  }

  @Test
  void theFirstEditionHadThreeThemesAndItsOwnWords() {
    Catalogue first = NEWEST.at(LocalDate.parse("2026-11-01"));
    assertThat(first.themeIds()).containsExactly("ASYLUM_APP", "MIG_STOCK", "REFUGEE_POP");
    assertThat(first.findTheme("REMITTANCE")).isEmpty();
    assertThat(first.ruleIds()).doesNotContain("MDX-V54");
    assertThat(first.rule("MDX-V07").detail())
        .isEqualTo("The figure is absent and the status is {status}");
    assertThat(first.texts("en").ui("report.withExtension")).contains("{version}");
  }

  @Test
  void rulesOnReadingAreThoseOfTheProgram() {
    assertThat(NEWEST.at(LocalDate.parse("2026-11-01")).findRule("MDX-S19")).isPresent();
    assertThat(NEWEST.at(LocalDate.parse("2026-11-01")).findRule("MDX-P10")).isPresent();
    assertThat(NEWEST.at(LocalDate.parse("2026-11-01")).findRule("MDX-V54")).isEmpty();
  }

  @Test
  void anUnknownOneIsRefused() {
    assertThatThrownBy(() -> NEWEST.at(LocalDate.parse("2020-01-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-11-01");
  }

  @Test
  void codesAreNeverTakenAway() {
    older()
        .map(NEWEST::at)
        .forEach(
            edition ->
                edition
                    .codeLists()
                    .forEach(
                        list ->
                            assertThat(NEWEST.codeList(list.id()).codes())
                                .as(list.id())
                                .extracting(Code::id)
                                .containsAll(list.codes().stream().map(Code::id).toList())));
  }
}
