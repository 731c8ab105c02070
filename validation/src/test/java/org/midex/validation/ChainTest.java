package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.validation.Dataset.dataset;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which message replaces which. */
class ChainTest {
  private static final String DIGEST = "digest of old.xml";

  private static Dataset message(String id, String day) {
    return dataset("ASYLUM_APP").from("AUT", "A").id("urn:m:" + id).prepared(day).row();
  }

  private static Companion old() {
    return message("old", "01-01").companion("old.xml");
  }

  @Test
  void aChainThatHoldsIsSilent() {
    Dataset now = message("new", "02-01").replaces("urn:m:old", DIGEST);
    assertThat(now.beside(old()).rules()).isEmpty();
    assertThat(now.check().rules()).isEmpty();
  }

  @Test
  void anotherDigestIsAnotherMessage() {
    Found found = message("new", "02-01").replaces("urn:m:old", "0").beside(old());
    assertThat(found.rules()).containsExactly("MDX-V56");
    assertThat(found.only().details())
        .containsEntry("found", DIGEST)
        .containsEntry("expected", "0");
  }

  @Test
  void ofTwoWithTheIdTheOneWithTheDigestIsMeant() {
    Companion other = message("old", "01-01").companion("other.xml");
    Dataset now = message("new", "02-01").replaces("urn:m:old", DIGEST);
    assertThat(now.beside(other, old()).rules()).isEmpty();
  }

  @Test
  void anotherSendersOrThemesMessageIsNotReplaced() {
    Dataset now = message("new", "02-01").replaces("urn:m:old", DIGEST);
    Companion sender =
        message("old", "01-01").from("DEU", "B").id("urn:m:old").companion("old.xml");
    assertThat(now.beside(sender).rules()).containsExactly("MDX-V57");
    Companion theme =
        dataset("MIG_STOCK")
            .from("AUT", "A")
            .id("urn:m:old")
            .prepared("01-01")
            .companion("old.xml");
    assertThat(now.beside(theme).rules()).containsExactly("MDX-V57");
  }

  @Test
  void aLinkThatIsMissingIsToldWhereOthersAreAtHand() {
    Dataset now = message("new", "02-01").replaces("urn:m:middle", DIGEST);
    assertThat(now.beside(old()).rules()).containsExactly("MDX-V58");
    assertThat(now.beside(old()).only().details()).containsEntry("known", "urn:m:old");
    Companion other = dataset("MIG_STOCK").from("AUT", "A").id("urn:m:x").companion("x.xml");
    assertThat(now.beside(other).rules()).isEmpty();
  }

  @Test
  void nothingReplacesWhatIsYounger() {
    Dataset now = message("new", "01-01").replaces("urn:m:old", DIGEST);
    Companion younger = message("old", "02-01").companion("old.xml");
    assertThat(now.beside(younger).rules()).containsExactly("MDX-V59");
  }

  @Test
  void aCircleHasNoEnd() {
    Dataset now = message("new", "02-01").replaces("urn:m:old", DIGEST);
    Companion back = message("old", "01-01").replaces("urn:m:new", "1").companion("old.xml");
    assertThat(now.beside(back).rules()).containsExactly("MDX-V59");
  }

  @Test
  void aCircleNeedsNoDates() {
    Dataset now =
        dataset("ASYLUM_APP").from("AUT", "A").id("urn:m:new").row().replaces("urn:m:old", DIGEST);
    Companion back =
        dataset("ASYLUM_APP")
            .from("AUT", "A")
            .id("urn:m:old")
            .row()
            .replaces("urn:m:new", "1")
            .companion("old.xml");
    Found found = now.beside(back);
    assertThat(found.rules()).containsExactly("MDX-V59");
    assertThat(found.only().details()).containsEntry("here", "—").containsEntry("there", "—");
  }

  @Test
  void nothingReplacesItself() {
    Dataset now = message("new", "02-01").replaces("urn:m:new", DIGEST);
    assertThat(now.check().rules()).containsExactly("MDX-V59");
    assertThat(now.beside(old()).rules()).containsExactly("MDX-V59");
    assertThat(now.beside(old()).only().details()).containsEntry("file", "this.xml");
  }

  @Test
  void whatBreaksOffHasNoDigestToJudgeBy() {
    Companion broken = message("old", "01-01").breaksOff().companion("old.xml");
    Found found = message("new", "02-01").replaces("urn:m:old", DIGEST).beside(broken);
    assertThat(found.rules()).doesNotContain("MDX-V56");
    assertThat(found.notRun()).containsEntry("MDX-V56 otherUnreadable", 1);
    assertThat(message("new", "02-01").beside(broken).notRun())
        .doesNotContainKey("MDX-V56 otherUnreadable");
  }

  @Test
  void twoCannotReplaceOne() {
    Dataset now = message("new", "02-01").replaces("urn:m:old", DIGEST);
    Companion rival =
        message("rival", "01-15").replaces("urn:m:old", DIGEST).companion("rival.xml");
    assertThat(now.beside(old(), rival).rules()).containsExactly("MDX-V60");
    assertThat(now.beside(old(), rival).only().details()).containsEntry("file", "rival.xml");
    Companions after = new Companions(null, List.of(), List.of(old()), List.of(rival));
    assertThat(now.check(after).rules()).as("told with the younger").containsExactly("MDX-V60");
    Dataset older = message("older", "01-10").replaces("urn:m:old", DIGEST);
    assertThat(older.beside(old(), rival).rules()).as("whatever the order").isEmpty();
  }

  @Test
  void oneIdIsOneMessage() {
    Dataset now = message("same", "02-01");
    assertThat(now.beside(message("same", "01-01").companion("other.xml")).rules())
        .containsExactly("MDX-V64");
    assertThat(now.beside(message("same", "02-01").companion("this.xml")).rules()).isEmpty();
    assertThat(now.beside(message("same", "03-01").companion("younger.xml")).rules()).isEmpty();
  }
}
