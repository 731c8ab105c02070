package org.midex;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.Arrival.Letter;
import org.midex.Receipts.Checked;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.Occurrence;
import org.midex.model.Party;
import org.midex.model.Problem;
import org.midex.model.Receipt;
import org.midex.model.Result;
import org.midex.validation.FindingCollector;

/** Judges receipts beside what was sent. */
final class ReceiptCheck {
  private static final String NONE = "—";

  private final Midex midex;
  private final Arrival sent;

  /**
   * @param sent what was sent
   */
  ReceiptCheck(Midex midex, Arrival sent) {
    this.midex = midex;
    this.sent = sent;
  }

  Checked of(Letter letter, Arrival arrived) {
    FindingCollector found = new FindingCollector(midex.catalogue());
    MessageHead head = letter.head();
    Receipt receipt = null;
    if (head != null && !head.isReceipt()) {
      found.report(
          Problem.of("MDX-S07", Receipt.NAME),
          Occurrence.at(Location.ofMessage(), null, Map.of("parent", "Message")));
    } else if (head != null && letter.digest() != null) {
      receipt = Receipt.of(Objects.requireNonNull(head.receipt()));
      check(letter, receipt, found);
    }
    Result result = Arrival.with(letter.result(), found);
    boolean sound = receipt != null && Replies.errors(List.of(result)) == 0;
    return new Checked(
        receipt,
        arrived.results(result),
        sound && !arrived.undecided(),
        sound && arrived.undecided());
  }

  private void check(Letter letter, Receipt receipt, FindingCollector found) {
    Letter about = about(receipt);
    if (receipt.message() != null && about == null) {
      String ids = String.join(", ", sent.letters().stream().map(ReceiptCheck::id).toList());
      differs("Message", receipt.message(), ids, found);
    } else if (about != null && receipt.digest() != null) {
      String digest = about.digest() == null ? NONE : about.digest();
      if (!receipt.digest().equals(digest)) {
        differs("Digest", receipt.digest(), digest, found);
      }
    } else if (!receipt.sha256().equals(sent.sha256())) {
      differs("Sha256", receipt.sha256(), sent.sha256(), found);
    }
    Letter one = about == null ? sent.letters().get(0) : about;
    checkSender(letter, one, found);
    Addressees.check(letter, one.sender(), found);
    if (about != null) {
      Addressees.checkTest(letter.isTest(), about.isTest(), id(about), found);
    }
  }

  /** The message that a receipt names. Of several with its id one with its digest, if there is. */
  private @Nullable Letter about(Receipt receipt) {
    List<Letter> named =
        sent.letters().stream()
            .filter(letter -> letter.id() != null && letter.id().equals(receipt.message()))
            .toList();
    return named.stream()
        .filter(letter -> Objects.equals(letter.digest(), receipt.digest()))
        .findFirst()
        .orElse(named.isEmpty() ? null : named.get(0));
  }

  private static String id(Letter letter) {
    String id = letter.id();
    return id == null ? NONE : id;
  }

  private static void checkSender(Letter letter, Letter about, FindingCollector found) {
    List<Party> receivers = about.receivers();
    Party sender = letter.sender();
    if (sender != null && !receivers.isEmpty() && !receivers.contains(sender)) {
      Correspondence.report(
          "MDX-E21",
          "Sender",
          sender.toString(),
          Map.of("receivers", Party.names(receivers)),
          found);
    }
  }

  private static void differs(
      String field, @Nullable String value, String expected, FindingCollector found) {
    Correspondence.report("MDX-E20", field, value, Map.of("expected", expected), found);
  }
}
