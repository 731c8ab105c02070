package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.midex.model.Action;
import org.midex.model.Node;

/** What a sender says now beside what it said before. */
class RevisionTest {
  private static Dataset message(String id, String day) {
    return dataset("ASYLUM_APP").from("AUT", "A").id("urn:m:" + id).prepared(day);
  }

  private static Dataset old() {
    return message("old", "01-01")
        .row("SEX", "F", "OBS_VALUE", "3")
        .row("SEX", "M", "OBS_VALUE", "4");
  }

  private static Companion companion(Dataset dataset) {
    return dataset.companion("old.xml");
  }

  @Test
  void aFigureThatChangedWithoutAWordIsFound() {
    Dataset now =
        message("new", "02-01").row("SEX", "F", "OBS_VALUE", "5").row("SEX", "M", "OBS_VALUE", "4");
    Found found = now.beside(companion(old()));
    assertThat(found.places("MDX-V31")).containsExactly("1: OBS_VALUE");
    assertThat(found.details("MDX-V31").get(0))
        .containsEntry("here", "5")
        .containsEntry("there", "3")
        .containsEntry("record", "1")
        .containsEntry("file", "old.xml");
    assertThat(found.rules()).hasSize(1);
  }

  @Test
  void aChangeThatIsSaidIsFine() {
    Dataset now =
        message("new", "02-01")
            .row("SEX", "F", "OBS_VALUE", "5", "COMMENT", "late entries")
            .row("SEX", "M", "OBS_VALUE", "9", "OBS_STATUS", "B");
    assertThat(now.beside(companion(old())).rules()).isEmpty();
  }

  @Test
  void aProvisionalFigureMayChange() {
    Dataset before = message("old", "01-01").row("OBS_VALUE", "3", "OBS_STATUS", "P");
    assertThat(message("new", "02-01").row("OBS_VALUE", "5").beside(companion(before)).rules())
        .isEmpty();
  }

  @Test
  void whatIsLostIsNamed() {
    Found found =
        message("new", "02-01").row("SEX", "F", "OBS_VALUE", "3").beside(companion(old()));
    assertThat(found.rules()).containsExactly("MDX-V66");
    assertThat(found.only().value()).isEqualTo("AUT:_T:_T:_T:_T:M:_T:_T:_T:2023");
    assertThat(found.only().details())
        .containsEntry("file", "old.xml")
        .containsEntry("record", "2");
  }

  @Test
  void whatIsOutsideTheCoverageIsNotLost() {
    Dataset now = message("new", "02-01").coverage(Node.leaf("Area", "DEU")).row("REF_AREA", "DEU");
    assertThat(now.beside(companion(old())).rules()).isEmpty();
  }

  @Test
  void whatIsAddedLosesNothing() {
    Dataset now = message("new", "02-01").action(Action.APPEND).row("SEX", "X");
    assertThat(now.beside(companion(old())).rules()).isEmpty();
  }

  @Test
  void anUnreadableKeyMayBeAnyOfThem() {
    Dataset now = message("new", "02-01").row("SEX", "F", "OBS_VALUE", "3").row("SEX", "Q");
    Found found = now.beside(companion(old()));
    assertThat(found.rules()).doesNotContain("MDX-V66");
    assertThat(found.notRun()).containsKey("MDX-V66 unknownCode");
  }

  @Test
  void ofAnUnknownCodeTheCodeIsToldToBeUnknown() {
    Dataset now =
        message("new", "02-01").row("SEX", "F", "OBS_VALUE", "3").row("CITIZENSHIP", "XX");
    assertThat(now.beside(companion(old())).notRun()).containsKey("MDX-V66 unknownCode");
  }

  @Test
  void aRowThatIsThereTwiceHidesNothing() {
    Dataset now =
        message("new", "02-01").row("SEX", "F", "OBS_VALUE", "3").row("SEX", "F", "OBS_VALUE", "3");
    assertThat(now.beside(companion(old())).rules()).containsExactly("MDX-V03", "MDX-V66");
  }

  @Test
  void whatBreaksOffIsHalfAHistory() {
    Companion broken = old().breaksOff().companion("old.xml");
    Dataset now = message("new", "02-01").row("SEX", "F", "OBS_VALUE", "5");
    Found found = now.beside(broken);
    assertThat(found.rules()).as("the figure that was read").containsExactly("MDX-V31");
    assertThat(found.notRun())
        .containsEntry("MDX-V31 otherUnreadable", 1)
        .containsEntry("MDX-V66 otherUnreadable", 1);
    Dataset withdrawn =
        message("new", "02-01").action(Action.DELETE).row("SEX", "X", "OBS_VALUE", "");
    assertThat(withdrawn.beside(broken).notRun()).containsEntry("MDX-V65 otherUnreadable", 1);
    assertThat(withdrawn.beside(broken).rules()).isEmpty();
  }

  @Test
  void aFigureThatCouldNotBeReadIsNotCompared() {
    Dataset before = message("old", "01-01").row("OBS_VALUE", "11,962");
    Found found = message("new", "02-01").row("OBS_VALUE", "11962").beside(companion(before));
    assertThat(found.rules()).isEmpty();
    assertThat(found.notRun()).containsEntry("MDX-V31 malformed", 1);
  }

  @Test
  void whatEndsInTheMiddleIsNotCompared() {
    Dataset now = message("new", "02-01").row("SEX", "F", "OBS_VALUE", "3").breaksOff();
    assertThat(now.beside(companion(old())).notRun())
        .containsEntry("MDX-V31 brokenOff", 1)
        .containsEntry("MDX-V66 brokenOff", 1);
  }

  @Test
  void whichIsTheEarlierMustBeKnown() {
    Dataset undated = dataset("ASYLUM_APP").from("AUT", "A").id("urn:m:old").row();
    Found found = message("new", "02-01").row("OBS_VALUE", "9").beside(companion(undated));
    assertThat(found.rules()).isEmpty();
    assertThat(found.notRun()).containsEntry("MDX-V31 headerMissing", 1);
  }

  @Test
  void onlyWhatWasSentIsWithdrawn() {
    Dataset now =
        message("new", "02-01")
            .action(Action.DELETE)
            .row("SEX", "F", "OBS_VALUE", "")
            .row("SEX", "X", "OBS_VALUE", "");
    Found found = now.beside(companion(old()));
    assertThat(found.places("MDX-V65")).containsExactly("2: null");
  }

  @Test
  void earlierMessagesCountInTheOrderInWhichTheyWereMade() {
    Companion first = old().companion("1.xml");
    Companion second =
        message("second", "01-15")
            .action(Action.APPEND)
            .row("SEX", "F", "OBS_VALUE", "8")
            .companion("2.xml");
    Companion third =
        message("third", "01-20")
            .action(Action.DELETE)
            .row("SEX", "M", "OBS_VALUE", "")
            .companion("3.xml");
    Dataset now = message("new", "02-01").row("SEX", "F", "OBS_VALUE", "8");
    assertThat(now.beside(third, second, first).rules()).isEmpty();
    assertThat(now.beside(second, first).rules()).containsExactly("MDX-V66");
    now = message("new", "02-01").row("SEX", "F", "OBS_VALUE", "3");
    assertThat(now.beside(third, second, first).details("MDX-V31").get(0))
        .containsEntry("there", "8")
        .containsEntry("file", "2.xml");
  }

  @Test
  void whatWasWithdrawnIsGone() {
    Companion first = old().companion("1.xml");
    Companion second =
        message("second", "01-15")
            .action(Action.DELETE)
            .row("SEX", "M", "OBS_VALUE", "")
            .companion("2.xml");
    Dataset again =
        message("again", "02-01").action(Action.DELETE).row("SEX", "M", "OBS_VALUE", "");
    assertThat(again.beside(first, second).rules()).containsExactly("MDX-V65");
    Dataset anew = message("anew", "02-01").action(Action.APPEND).row("SEX", "M", "OBS_VALUE", "9");
    assertThat(anew.beside(first, second).rules()).isEmpty();
  }

  @Test
  void aReplaceTakesThePlaceOfWhatItCoversOnly() {
    Companion first =
        message("first", "01-01")
            .row("TIME_PERIOD", "2022", "OBS_VALUE", "1")
            .row("OBS_VALUE", "2")
            .companion("1.xml");
    Companion second =
        message("second", "01-15")
            .coverage(Node.leaf("From", "2023"), Node.leaf("Until", "2023"))
            .row("SEX", "F", "OBS_VALUE", "2")
            .companion("2.xml");
    Dataset now = message("now", "02-01").action(Action.APPEND).row("OBS_VALUE", "9");
    assertThat(now.beside(first, second).rules()).as("withdrawn by the second").isEmpty();
    now.row("TIME_PERIOD", "2022", "OBS_VALUE", "9");
    assertThat(now.beside(first, second).places("MDX-V31")).containsExactly("2: OBS_VALUE");
  }

  @Test
  void whatIsForInformationIsNoRevision() {
    Dataset now =
        message("new", "02-01").action(Action.INFORMATION).row("SEX", "F", "OBS_VALUE", "9");
    assertThat(now.beside(companion(old())).rules()).isEmpty();
  }

  @Test
  void aYoungerMessageIsNoHistoryEvenIfItIsToBeComparedWith() {
    Companion later =
        message("later", "03-01").row("SEX", "F", "OBS_VALUE", "8").companion("l.xml");
    Dataset now = message("new", "02-01").row("SEX", "F", "OBS_VALUE", "3");
    assertThat(now.check(new Companions(null, List.of(later), List.of(), List.of())).rules())
        .isEmpty();
  }

  @Test
  void aLaterMessageIsNoHistory() {
    Companion later =
        message("later", "03-01").row("SEX", "F", "OBS_VALUE", "8").companion("l.xml");
    assertThat(message("new", "02-01").row("SEX", "F", "OBS_VALUE", "3").beside(later).rules())
        .isEmpty();
  }

  @Test
  void anotherSenderIsNoHistory() {
    Companion other =
        dataset("ASYLUM_DEC")
            .from("DEU", "B")
            .prepared("01-01")
            .row("OBS_VALUE", "8")
            .companion("o.xml");
    Dataset now = dataset("ASYLUM_DEC").from("AUT", "A").prepared("02-01").row("OBS_VALUE", "8");
    assertThat(now.beside(other).rules()).isEmpty();
  }

  @Test
  void aSeriesJumpsFromAnEarlierMessageToo() {
    Companion before =
        message("old", "01-01")
            .row("TIME_PERIOD", "2022", "OBS_VALUE", "303436")
            .companion("o.xml");
    Dataset now = message("new", "02-01").action(Action.APPEND).row("OBS_VALUE", "320");
    assertThat(now.beside(before).places("MDX-V30")).containsExactly("1: OBS_VALUE");
    Companion small =
        message("old", "01-01").row("TIME_PERIOD", "2022", "OBS_VALUE", "320").companion("o.xml");
    now = message("new", "02-01").action(Action.APPEND).row("OBS_VALUE", "303436");
    assertThat(now.beside(small).places("MDX-V30")).containsExactly("1: OBS_VALUE");
  }

  @Test
  void earlierMessagesSayHowManyUsuallyReport() {
    Dataset before = message("old", "01-01").action(Action.APPEND);
    for (String month : List.of("2023-01", "2023-02", "2023-03")) {
      for (String area : List.of("AUT", "BEL", "CHE", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR")) {
        before.row("REF_AREA", area, "TIME_PERIOD", month);
      }
    }
    Dataset now = message("new", "02-01").action(Action.APPEND).row("TIME_PERIOD", "2023-04");
    assertThat(now.check().rules()).isEmpty();
    assertThat(now.beside(before.companion("o.xml")).details("MDX-V34").get(0))
        .containsEntry("count", "1")
        .containsEntry("usual", "9");
  }
}
