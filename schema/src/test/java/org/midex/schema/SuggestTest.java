package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
    "CL_AGE, Y15_T19, Y15T19",
    "CL_AGE, YLT18, Y_LT18",
    "CL_AGE, y_lt_18, Y_LT18",
    "CL_ESTIMATE_IND, P2.5, P2_5",
    "CL_SUBDIVISION, AT 1, AT-1",
    "CL_SUBDIVISION, at_1, AT-1",
    "CL_SUBDIVISION, AT1, AT-1",
    "CL_AREA, M49-155, M49_155",
    "CL_AREA, \u0405\u0443ria, SYR",
    "CL_AREA, syr\u0456a, SYR",
    "CL_AREA, \u0406reland, IRL",
    "CL_AREA, S\u0423R, SYR",
    "CL_AREA, \u0423KR, UKR",
    "CL_AREA, \uFF33\uFF39\uFF32, SYR",
    "CL_AREA, 'AUT\u00A0', AUT",
    "CL_AREA, 'A\u200BUT', AUT",
    "CL_AREA, 40, AUT",
    "CL_AREA, Germny, DEU",
    "CL_AREA, Ukraien, UKR",
    "CL_AREA, Guinea Ecuadorial, GNQ",
    "CL_AREA, Guinee Bissau, GNB",
    "CL_AREA, Venezuela, VEN",
    "CL_AREA, Republic of Moldva, MDA",
    "CL_DURATION_CRITERION, PERMANANT, PERMANENT"
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
  @ValueSource(
      strings = {
        "EU27",
        "Congo-Z",
        "Korea",
        "M49_999",
        "Guinea Ecuadorial y otra",
        "",
        "Isle",
        "Isla",
        "INDO",
        "PERS",
        "East",
        "AUX",
        "ATU",
        "A-UT",
        "Slovania",
        "Guyan",
        "Guyane",
        "Micronesa",
        "Tahiti",
        "Yalta",
        "American",
        "Dutch",
        "Turks",
        "Micronesia",
        "4",
        "999",
        "EU28_2020"
      })
  void whatIsNotClearIsNotGuessed(String text) {
    assertThat(CATALOGUE.suggest(CATALOGUE.codeList("CL_AREA"), text)).isEmpty();
  }

  /** Neither another number nor the opposite, and no other country's part. */
  @ParameterizedTest
  @CsvSource({
    "CL_AGE, <18",
    "CL_AGE, Y5T8",
    "CL_AGE, Y5-8",
    "CL_AGE, Y1T4",
    "CL_AGE, Y6T0",
    "CL_AGE, Y65+",
    "CL_AGE, Y_LE18",
    "CL_AGE, Y_GT18",
    "CL_AGE, Y-18",
    "CL_AGE, -18",
    "CL_PERMIT_DURATION, M_LT12",
    "CL_PERMIT_DURATION, M_LE12",
    "CL_DETENTION_FLOW_IND, DUR_GE12",
    "CL_ESTIMATE_IND, P25",
    "CL_ESTIMATE_IND, P2-5",
    "CL_RESP_LEGAL_BASIS, M_8",
    "CL_RESP_LEGAL_BASIS, M-8",
    "CL_RESP_LEGAL_BASIS, D_25",
    "CL_RESP_LEGAL_BASIS, D_18_1_E",
    "CL_SUBDIVISION, AT-10",
    "CL_SUBDIVISION, AT-09",
    "CL_SUBDIVISION, AE-02",
    "CL_SUBDIVISION, TA-9",
    "CL_SUBDIVISION, US-CAL",
    "CL_SUBDIVISION, Salzburk",
    "CL_UNIT, EUR",
    "CL_UNIT, PERS",
    "CL_UNIT, P S"
  })
  void anotherNumberOrSignIsNeverGuessed(String list, String text) {
    CodeList codes = CATALOGUE.codeList(list);
    assertThat(CATALOGUE.suggest(codes, text)).isEmpty();
    assertThat(codes.suggest(text)).isEmpty();
  }

  /**
   * Over all lists: of a code with a digit or sign more, or the opposite one, there is no guess.
   */
  @Test
  void noCodeIsGuessedFromOneWithAnotherSign() {
    List<String> wrong = new ArrayList<>();
    for (CodeList list : CATALOGUE.codeLists()) {
      for (Code code : list.codes().subList(0, Math.min(400, list.codes().size()))) {
        String id = code.id();
        for (String other : List.of(id + "1", id + "+", "<" + id, id.replace("_LT", "_GE"))) {
          if (list.find(other).isEmpty() && list.suggest(other).isPresent()) {
            wrong.add(list.id() + " " + other);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
