package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.Node;

/** The header sheet comes back as the message's header. */
class TemplateHeaderTest {
  private static final byte[] TEMPLATE = ReadTemplate.workbook("REFUGEE_POP", "fr", Map.of());

  private final FilledBook book = FilledBook.withSender(TEMPLATE);

  private static MessageHead head(ReadTemplate read) {
    return Objects.requireNonNull(read.imported().head());
  }

  @Test
  void everyPartComesBack() {
    book.header("Sender.Name", "Statistik „Österreich“")
        .header("Receiver.Area", "DEU Allemagne", "CHE")
        .header("Receiver.Authority", "BAMF", "SEM")
        .header("Receiver.Name", "", "Secrétariat")
        .header("Coverage.Area", "AUT", "Liechtenstein")
        .header("Coverage.From", "2023")
        .header("Classification", "RESTRICTED")
        .header("RetainUntil", "2030-12-31")
        .header("Test", "true oui")
        .header("Rounding.Method", "NEAREST")
        .header("Rounding.Base", "5")
        .header("Sharing.PassOnTo.Area", "ITA")
        .header("Sharing.PassOnTo.Authority", "ISTAT")
        .header("Prepared", "2026-11-02T09:00:00Z")
        .header("DataSource", "Register", "Survey", "5-11")
        .header("Action", "Replace Remplacer")
        .header("UNIT_MEASURE", "PS");
    ReadTemplate read = ReadTemplate.of(book.bytes());
    assertThat(read.imported().findings()).isEmpty();
    assertThat(read.whole()).isTrue();
    Node header = head(read).header();
    assertThat(header.texts("Sender", "Area")).containsExactly("AUT");
    assertThat(header.texts("Sender", "Name")).containsExactly("Statistik „Österreich“");
    assertThat(header.texts("Receiver", "Area")).containsExactly("DEU", "CHE");
    assertThat(header.texts("Receiver", "Name")).containsExactly("Secrétariat");
    assertThat(header.children().stream().filter(n -> n.name().equals("Receiver"))).hasSize(2);
    assertThat(header.texts("Coverage", "Area")).containsExactly("AUT", "LIE");
    assertThat(header.texts("Test")).containsExactly("true");
    assertThat(header.texts("Sharing", "PassOnTo", "Authority")).containsExactly("ISTAT");
    assertThat(header.texts("Prepared")).containsExactly("2026-11-02T09:00:00Z");
    assertThat(header.texts("DataSource")).containsExactly("Register", "Survey", "5-11");
    assertThat(header.texts("Edition"))
        .containsExactly(Imported.CATALOGUE.edition().date().toString());
    assertThat(head(read).action()).isEqualTo(Action.REPLACE);
    assertThat(head(read).attributes()).containsEntry("UNIT_MEASURE", "PS");
  }

  @Test
  void whatIsNotFilledInIsNotSaid() {
    ReadTemplate read = ReadTemplate.of(book.bytes());
    assertThat(read.whole()).isTrue();
    assertThat(head(read).action()).isEqualTo(Action.APPEND);
    assertThat(head(read).header().children())
        .extracting(Node::name)
        .containsExactly("Edition", "Prepared", "Sender");
  }

  @Test
  void aMessageNeedsASender() {
    ReadTemplate read = ReadTemplate.of(new FilledBook(TEMPLATE).bytes());
    assertThat(read.rules()).containsExactly("MDX-I32", "MDX-I32");
    assertThat(read.imported().findings())
        .extracting(Imported.Found::field)
        .containsExactly("Sender.Area", "Sender.Authority");
    assertThat(read.imported().findings().get(0).location().source()).startsWith("En-tête!D");
    assertThat(read.whole()).isFalse();
  }

  @Test
  void aGroupThatIsBegunIsWhole() {
    ReadTemplate read = ReadTemplate.of(book.header("Rounding.Base", "5").bytes());
    assertThat(read.finding().rule()).isEqualTo("MDX-I32");
    assertThat(read.finding().field()).isEqualTo("Rounding.Method");
    assertThat(read.whole()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Classification,TOP SECRET,MDX-I10",
    "RetainUntil,31/12/2030,MDX-I36",
    "Rounding.Base,five,MDX-I13",
    "Test,TRUE!,MDX-I10",
    "Coverage.From,Mar-24,MDX-I12",
    "Action,Change,MDX-I10",
    "UNIT_MEASURE,#REF!,MDX-I15",
    "SEX,7,MDX-I10"
  })
  void aHeaderThatCannotBeReadKeepsTheMessageFromBeingWritten(String id, String text, String rule) {
    ReadTemplate read = ReadTemplate.of(book.header(id, text).bytes());
    assertThat(read.finding().rule()).isEqualTo(rule);
    assertThat(read.finding().field()).isEqualTo(id);
    assertThat(read.whole()).isFalse();
  }

  @Test
  void aTruthValueIsOneHere() {
    FilledBook truth = FilledBook.withSender(TEMPLATE).header("Test", "x");
    truth.inHeader("t=\"inlineStr\"><is><t xml:space=\"preserve\">x</t></is>", "t=\"b\"><v>1</v>");
    ReadTemplate read = ReadTemplate.of(truth.bytes());
    assertThat(read.imported().findings()).isEmpty();
    assertThat(head(read).header().texts("Test")).containsExactly("true");
  }

  @Test
  void aValueWithoutPlaceIsAFinding() {
    ReadTemplate read = ReadTemplate.of(book.header("Classification", "PUBLIC", "SECRET").bytes());
    assertThat(read.finding().rule()).isEqualTo("MDX-I31");
    assertThat(read.finding().value()).isEqualTo("SECRET");
    assertThat(read.finding().location().source()).startsWith("En-tête!E");
  }

  @Test
  void anIdThatNobodyKnowsIsAFindingWithASuggestion() {
    book.header("Purpose", "asylum statistics")
        .replace("xl/sharedStrings.xml", "<t[^>]*>Purpose</t>", "<t>Purposes</t>");
    ReadTemplate read = ReadTemplate.of(book.bytes());
    assertThat(read.finding().rule()).isEqualTo("MDX-I31");
    assertThat(read.finding().suggestion()).isEqualTo("Purpose");
  }
}
