package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sender of an unknown code probably meant. */
class SuggestTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  @ParameterizedTest
  @CsvSource({
    "CL_AREA, FR, FRA",
    "CL_AREA, aut, AUT",
    "CL_AREA, Syrian Arab Republic, SYR",
    "CL_AREA, syria, SYR",
    "CL_AREA, ' Allemagne', DEU",
    "CL_AREA, COTE D'IVOIRE, CIV",
    "CL_AREA, España, ESP",
    "CL_AREA, \u0410FG, AFG",
    "CL_AREA, \u0392\u0395\u039D, BEN",
    "CL_SEX, femmes, F",
    "CL_SEX, Hombres, M",
    "CL_OBS_STATUS, Provisional value, P",
    "CL_AREA, EU27-2020, EU27_2020",
    "CL_AGE, Y15_T19, Y15T19"
  })
  void codesNamesAndLabelsAreUnderstood(String list, String text, String code) {
    assertThat(CATALOGUE.suggest(CATALOGUE.codeList(list), text).map(Code::id)).contains(code);
  }

  @Test
  void whatBeginsSoMayHaveBeenMeant() {
    CodeList areas = CATALOGUE.codeList("CL_AREA");
    assertThat(new CodeSearch(CATALOGUE).beginning("eu27", areas, 3))
        .extracting(Code::id)
        .containsExactly("EU27_2020", "EU27_2007", "EU27_2020_FOR");
    assertThat(new CodeSearch(CATALOGUE).beginning("république dém", areas, 3))
        .extracting(Code::id)
        .contains("COD");
  }

  /** Between two codes there is no guess, and another number is another thing. */
  @ParameterizedTest
  @ValueSource(strings = {"EU27", "Congo-Z", "Korea", "M49_999", "Guinea Ecuadorial y otra", ""})
  void whatIsNotClearIsNotGuessed(String text) {
    assertThat(CATALOGUE.suggest(CATALOGUE.codeList("CL_AREA"), text)).isEmpty();
  }
}
