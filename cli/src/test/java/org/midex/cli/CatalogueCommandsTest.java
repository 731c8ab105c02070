package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueCommandsTest {
  @Nested
  class Codes {
    @Test
    void sayThatOneSpellingIsTwoCountries() {
      Run run = Run.midex("codes", "AUS");
      assertThat(run.code()).isZero();
      assertThat(run.out().lines())
          .satisfiesExactly(
              l -> assertThat(l).startsWith("AUS  Australia").contains("code of this list"),
              l -> assertThat(l).startsWith("AUT  Austria").contains("unhcr AUS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"austria", "AUTRICHE", "040", "aut", "AT"})
    void areFoundByNameInAnyLanguageAndByAnyScheme(String asked) {
      assertThat(Run.midex("codes", "--list", "CL_AREA", asked).out()).contains("AUT  Austria");
    }

    @Test
    void areFoundWithoutAccents() {
      assertThat(Run.midex("codes", "cote d'ivoire").out()).contains("CIV");
    }

    @Test
    void areFoundByPartsOfNamesWhenNothingMatchesExactly() {
      assertThat(Run.midex("codes", "guin").out()).contains("GIN", "GNB", "PNG");
    }

    @Test
    void ofAListAreShownInFull() {
      assertThat(Run.midex("codes", "--list", "CL_SEX").out().lines().count())
          .isGreaterThanOrEqualTo(5);
    }

    @Test
    void thatDoNotExistGiveExitCodeOne() {
      Run run = Run.midex("codes", "zzzzzz");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("nothing found for “zzzzzz”");
    }

    @Test
    void ofAnUnknownListAreWrongUsage() {
      Run run = Run.midex("codes", "x", "--list", "CL_SEXX");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("no code list 'CL_SEXX'; did you mean CL_SEX?");
    }
  }

  @Nested
  class Explain {
    @ParameterizedTest
    @ValueSource(strings = {"MDX-V01", "mdx-v12", "ASYLUM_APP", "CL_AREA", "CITIZENSHIP"})
    void rulesThemesListsAndConcepts(String id) {
      Run run = Run.midex("explain", id);
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWithIgnoringCase(id + "  ")
          .contains("Source")
          .doesNotContain("{");
    }

    @Test
    void anUnknownIdIsWrongUsage() {
      Run run = Run.midex("explain", "MDX-V0I");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("did you mean MDX-V01?");
    }
  }

  @Nested
  class Publish {
    @Test
    void writesSchemasStructuresAndPagesOfTheStandardAndItsExtension(@TempDir Path folder)
        throws IOException {
      Run run =
          Run.midex(
              "catalogue",
              "publish",
              "--catalogue",
              "../examples/extension",
              "-o",
              folder.toString());
      assertThat(run.code()).as(run.err()).isZero();
      for (String file :
          new String[] {
            "midex.xsd",
            "RVR_TRANSHUMANCE.xsd",
            "avro/MIG_STOCK.avsc",
            "docs/themes/MIG_STOCK.md",
            "sdmx/concepts.xml",
            "sdmx/datastructures/MIG_STOCK.xml",
            "sdmx/RVR/datastructures/RVR_TRANSHUMANCE.xml"
          }) {
        assertThat(folder.resolve(file)).isNotEmptyFile();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(run.out()).startsWith(files.filter(Files::isRegularFile).count() + " files");
      }
    }
  }

  @Nested
  class Catalogue {
    @Test
    void listsThemesAndCodeLists() {
      assertThat(Run.midex("catalogue").out())
          .contains("ASYLUM_APP", "MIG_STOCK", "REFUGEE_POP", "CL_AREA");
    }

    @Test
    void showsAListWithItsCodes() {
      assertThat(Run.midex("catalogue", "show", "CL_AREA").out()).contains("AUT", "unhcr AUS");
    }

    @Test
    void showsATheme() {
      assertThat(Run.midex("catalogue", "show", "refugee_pop").out())
          .contains("POP_TYPE", "CL_POP_TYPE", "MDX-V25");
    }

    @Test
    void doesNotKnowEverything() {
      assertThat(Run.midex("catalogue", "show", "ASILUM_APP").code()).isEqualTo(2);
    }
  }
}
