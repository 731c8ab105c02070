package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueSource;

/** A language that runs from right to left needs no more than its file of texts. */
class RightToLeftTest {
  private static final String ARABIC =
      """
      key,text,source
      ui.template.sheet.data,البيانات,test
      ui.template.sheet.codes,الرموز,test
      ui.template.sheet.header,الترويسة,test
      ui.template.how,كيفية التعبئة,test
      concept.SEX.name,الجنس,test
      CL_SEX.F,أنثى,test
      CL_AREA.AUT,النمسا,test
      """;

  private static final Catalogue CATALOGUE =
      Catalogue.of(
          new CatalogueSource() {
            private final CatalogueSource standard = CatalogueSource.ofClasspath();

            @Override
            public @Nullable InputStream open(String path) throws IOException {
              return path.equals("names_ar.csv")
                  ? new ByteArrayInputStream(ARABIC.getBytes(StandardCharsets.UTF_8))
                  : standard.open(path);
            }

            @Override
            public List<String> list(String folder) throws IOException {
              List<String> files = new ArrayList<>(standard.list(folder));
              files.add("names_ar.csv");
              return files;
            }
          });

  private static final Map<String, String> CONSTANTS =
      Map.of("AGE", "_T", "LOCATION_TYPE", "_T", "ACCOMMODATION", "_T", "TIME_PERIOD", "2024");

  @Test
  void allSheetsRunFromRightToLeft() {
    FilledBook book =
        new FilledBook(ReadTemplate.workbook(CATALOGUE, "REFUGEE_POP", "ar", CONSTANTS));
    for (int sheet = 1; sheet <= 3; sheet++) {
      assertThat(book.part("xl/worksheets/sheet" + sheet + ".xml"))
          .contains("rightToLeft=\"true\"");
    }
    FilledBook french =
        new FilledBook(ReadTemplate.workbook(CATALOGUE, "REFUGEE_POP", "fr", CONSTANTS));
    assertThat(french.part("xl/worksheets/sheet1.xml")).doesNotContain("rightToLeft");
  }

  @Test
  void namesAreReadInItsScript() {
    FilledBook book =
        FilledBook.withSender(ReadTemplate.workbook(CATALOGUE, "REFUGEE_POP", "ar", CONSTANTS));
    book.row(
        Map.of(
            "REF_AREA", "AUT النمسا",
            "ORIGIN", "SYR",
            "POP_TYPE", "REF",
            "SEX", "أنثى",
            "OBS_VALUE", "5"));
    book.row(Map.of("REF_AREA", "النمسا", "SEX", "رجل", "OBS_VALUE", "5"));
    ReadTemplate read = ReadTemplate.of(CATALOGUE, book.bytes());
    assertThat(read.observations()).hasSize(1);
    assertThat(read.observations().get(0).fields())
        .containsEntry("REF_AREA", "AUT")
        .containsEntry("SEX", "F");
    assertThat(read.rules()).containsOnly("MDX-I10", "MDX-I11");
    assertThat(read.imported().findings().get(0).location().source()).startsWith("البيانات!");
  }
}
