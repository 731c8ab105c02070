package org.midex.tabular.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {
  @ParameterizedTest
  @CsvSource({
    "en,January,1",
    "en,JANUARY,1",
    "en,december,12",
    "fr,août,8",
    "fr,Février,2",
    "es,septiembre,9",
    "de,März,3",
    "tr,Kasım,11",
    "ru,января,1",
    "ru,январь,1",
    "ar,يناير,1"
  })
  void namesAreKnown(String language, String word, int month) {
    assertThat(new Months(language).named(word)).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource({
    "en,Jan,1",
    "en,Sept,9",
    "en,Sep,9",
    "en,May,5",
    "fr,janv.,1",
    "fr,juil,7",
    "fr,juin,6",
    "de,Mär,3",
    "es,sept.,9"
  })
  void abbreviationsAreBeginningsOfOneNameOnly(String language, String word, int month) {
    assertThat(new Months(language).abbreviated(word)).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource({"en,Ju", "en,Janvier", "fr,jui", "fr,ma", "en,J", "en,''"})
  void otherWordsAreNoMonths(String language, String word) {
    assertThat(new Months(language).abbreviated(word)).isNull();
  }

  @Test
  void fullNamesAreNotAbbreviated() {
    assertThat(new Months("en").named("Jan")).isNull();
  }

  @Test
  void namesCanBeWrittenToo() {
    assertThat(new Months("fr").name(8)).isEqualTo("août");
    assertThat(new Months("en").abbreviation(1)).isEqualTo("Jan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "", "english", "zz-ZZ"})
  void aLanguageWithoutNamesIsRefused(String language) {
    assertThatThrownBy(() -> new Months(language)).isInstanceOf(IllegalArgumentException.class);
  }
}
