package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Node;
import org.midex.model.Receipt;
import org.midex.model.RowView;
import org.midex.schema.Severity;

/** What one receipt can break. */
class ReceiptRulesTest {
  private static final String ID = "urn:ex:m";

  private static Receipt receipt(@Nullable String message, Receipt.Found... findings) {
    long errors = List.of(findings).stream().filter(f -> f.severity() == Severity.ERROR).count();
    return receipt(
        message, Receipt.Outcome.of(errors, findings.length - errors), List.of(findings));
  }

  private static Receipt receipt(
      @Nullable String message, Receipt.Outcome outcome, List<Receipt.Found> findings) {
    Instant arrived = Instant.parse("2026-11-26T12:00:00Z");
    return new Receipt(arrived, "0".repeat(64), message, null, outcome, false, findings);
  }

  private static Receipt.Found found(String rule, Severity severity, long count) {
    return new Receipt.Found(rule, severity, null, count);
  }

  private static Found judge(Receipt receipt, @Nullable String answers, Node... more) {
    List<Node> header = new ArrayList<>(List.of(more));
    if (answers != null) {
      header.add(Node.leaf("InReplyTo", answers));
    }
    MessageHead head =
        MessageHead.ofReceipt("urn:ex:r", "1.0", Node.group("Header", header), receipt.toNode());
    Found found = new Found();
    try {
      new Validator(Dataset.CATALOGUE).run(new WithoutRows(head), found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** A receipt has none. */
  private record WithoutRows(MessageHead head) implements MessageReader {
    @Override
    public boolean next() {
      return false;
    }

    @Override
    public RowView row() {
      throw new IllegalStateException();
    }

    @Override
    public boolean rowIsSound() {
      return false;
    }

    @Override
    public long number() {
      return 0;
    }

    @Override
    public Location location() {
      return Location.ofMessage();
    }

    @Override
    public void close() {}
  }

  @Test
  void aReceiptThatFitsIsSilent() {
    assertThat(judge(receipt(ID), ID).rules()).isEmpty();
    assertThat(judge(receipt(null, found("MDX-S01", Severity.ERROR, 1)), null).rules()).isEmpty();
    assertThat(judge(receipt(ID, found("MDX-V52", Severity.WARNING, 3)), ID).rules()).isEmpty();
  }

  /** Each line: the outcome stated, errors and warnings found, and whether that fits. */
  @ParameterizedTest
  @CsvSource({
    "accepted, 0, 0, true",
    "accepted, 0, 1, false",
    "accepted, 2, 0, false",
    "acceptedWithWarnings, 0, 2, true",
    "acceptedWithWarnings, 0, 0, false",
    "acceptedWithWarnings, 1, 1, false",
    "rejected, 1, 0, true",
    "rejected, 1, 5, true",
    "rejected, 0, 0, false",
    "rejected, 0, 1, false",
  })
  void theOutcomeFollowsFromTheFindings(String outcome, long errors, long warnings, boolean fits) {
    Receipt stated =
        receipt(
            ID,
            Receipt.Outcome.ofCode(outcome).orElseThrow(),
            List.of(
                found("MDX-V01", Severity.ERROR, errors),
                found("MDX-V52", Severity.WARNING, warnings),
                found("MDX-V91", Severity.INFO, 7)));
    Found found = judge(stated, ID);
    assertThat(found.places("MDX-E01")).hasSize(fits ? 0 : 1);
    assertThat(found.rules()).hasSize(fits ? 0 : 1);
  }

  @Test
  void headerAndReceiptNameTheSameMessage() {
    assertThat(judge(receipt(ID), "urn:ex:other").rules()).containsExactly("MDX-E02");
    assertThat(judge(receipt(ID), null).rules()).containsExactly("MDX-E02");
    assertThat(judge(receipt(null), ID).rules()).containsExactly("MDX-E02");
  }

  @Test
  void rulesAreKnown() {
    Receipt unknown = receipt(ID, found("MDX-V99", Severity.ERROR, 1));
    assertThat(judge(unknown, ID).rules()).containsExactly("MDX-E03");
    Receipt extended = receipt(ID, found("SADC-V01", Severity.ERROR, 1));
    assertThat(judge(extended, ID).rules()).containsExactly("MDX-E03");
    Node extension = Node.leaf("Extension", "SADC:2026-11-01");
    assertThat(judge(extended, ID, extension).places("MDX-E03")).isEmpty();
    assertThat(judge(unknown, ID, extension).places("MDX-E03")).hasSize(1);
    Receipt none = receipt(ID, found("MDX V99", Severity.ERROR, 1));
    assertThat(judge(none, ID).rules()).isEmpty();
    Node malformed = Node.leaf("Extension", "SADC");
    assertThat(judge(extended, ID, malformed).places("MDX-E03")).hasSize(1);
  }
}
