package org.midex;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.Arrival.Letter;
import org.midex.Receipts.Answer;
import org.midex.codec.pack.Verifier;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.Occurrence;
import org.midex.model.Party;
import org.midex.model.Problem;
import org.midex.model.Receipt;
import org.midex.model.Result;
import org.midex.validation.FindingCollector;

/**
 * What arrived at one party, in its order, and what each arrival was answered: duplicates,
 * corrections, messages that overtake one another or are meant for others. Kept in memory, a few
 * hundred bytes a message; {@link #remember} fills it from files that arrived earlier. Not
 * thread-safe.
 *
 * <p>Only what may be believed and can be read leaves a trace: nobody can take a message's id, or
 * have it replaced, in somebody else's name.
 */
public final class Correspondence {
  private final Midex midex;
  private final Party as;
  private final Replies replies;

  /** What arrived, by message id. */
  private final Map<String, Known> known = new HashMap<>();

  /** Ids of the messages that took the place of others. */
  private final Map<Replaced, String> replaced = new HashMap<>();

  /**
   * @param as whom messages arrive at
   * @throws IllegalArgumentException when the catalogue does not know its area, or its authority
   *     has not the form of an identifier
   */
  public Correspondence(Midex midex, Party as) {
    this.midex = midex;
    this.as = as;
    this.replies = new Replies(midex.catalogue(), as);
  }

  /**
   * A message that arrived.
   *
   * @param identity see {@link Letter#identity}
   * @param receipt the one that it was first answered with
   */
  private record Known(
      String identity,
      @Nullable String digest,
      @Nullable Party sender,
      boolean test,
      Receipt receipt,
      List<Result> results,
      boolean undecided) {}

  /** A message that a sender replaced, by id; tests and real messages do not touch one another. */
  private record Replaced(String id, @Nullable Party sender, boolean test) {}

  /**
   * Takes note of a file that arrived earlier. Its signatures are not looked at: leave out what was
   * rejected because of them. Receipts are passed over.
   *
   * @throws IOException when it cannot be read
   */
  public void remember(Path file) throws IOException {
    Arrival arrival = Arrival.unverified(midex, file);
    for (Letter letter : toAnswer(arrival)) {
      receive(arrival, letter, Instant.EPOCH);
    }
  }

  /**
   * Answers a file.
   *
   * @param arrived when it arrived; fractions of a second are dropped
   * @param verifier what signatures are verified with; null not to look at any
   * @return an answer for each message in it, one at least; receipts in a package are passed over
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it is a package and there is no verifier, or there are
   *     only receipts in it, which are not answered
   */
  public List<Answer> receive(Path file, Instant arrived, @Nullable Verifier verifier)
      throws IOException {
    Arrival arrival = Arrival.open(midex, file, verifier);
    if (!arrival.believed()) {
      Receipt receipt =
          replies.receipt(arrival.sha256(), arrived, null, arrival.verification(), true);
      return List.of(
          new Answer(receipt, replies.message(receipt, null), arrival.verification(), false));
    }
    List<Letter> letters = toAnswer(arrival);
    if (letters.isEmpty()) {
      throw new IllegalArgumentException(file + " is a receipt, which is not answered");
    }
    List<Answer> answers = new ArrayList<>();
    for (Letter letter : letters) {
      answers.add(receive(arrival, letter, arrived));
    }
    return answers;
  }

  private static List<Letter> toAnswer(Arrival arrival) {
    return arrival.letters().stream()
        .filter(letter -> letter.head() == null || !letter.head().isReceipt())
        .toList();
  }

  private Answer receive(Arrival arrival, Letter letter, Instant arrived) {
    String id = letter.id();
    Known before = id == null ? null : known.get(id);
    if (before != null && before.identity().equals(letter.identity()) && !arrival.undecided()) {
      return again(before, arrival, letter, arrived);
    }
    FindingCollector found = new FindingCollector(midex.catalogue());
    judge(letter, before, found);
    Result result = Arrival.with(letter.result(), found);
    List<Result> results = withTrust(arrival).results(result);
    boolean incomplete = arrival.undecided() || Replies.isIncomplete(result);
    Receipt receipt = replies.receipt(arrival.sha256(), arrived, letter, results, incomplete);
    boolean undecided = incomplete && Replies.errors(List.of(result)) == 0;
    if (id != null && before == null && !arrival.undecided()) {
      remember(id, letter, receipt, results, undecided);
    }
    return new Answer(receipt, replies.message(receipt, letter), results, undecided);
  }

  /** Nothing is accepted while it is not known whether to believe it. */
  private Arrival withTrust(Arrival arrival) {
    if (!arrival.undecided()) {
      return arrival;
    }
    FindingCollector found = new FindingCollector(midex.catalogue());
    found.report(Problem.of("MDX-E17"), Occurrence.at(Location.ofMessage(), null, Map.of()));
    List<Result> verification =
        arrival.verification().stream().map(result -> Arrival.with(result, found)).toList();
    return new Arrival(arrival.sha256(), verification, arrival.outcome(), arrival.letters());
  }

  /** A duplicate changes nothing, whatever arrived in between. */
  private Answer again(Known before, Arrival arrival, Letter letter, Instant arrived) {
    Receipt receipt = replies.again(before.receipt(), arrival.sha256(), arrived);
    return new Answer(
        receipt, replies.message(receipt, letter), before.results(), before.undecided());
  }

  private void remember(
      String id, Letter letter, Receipt receipt, List<Result> results, boolean undecided) {
    boolean accepted = receipt.outcome() != Receipt.Outcome.REJECTED;
    if (!accepted && letter.digest() == null) {
      return; // what has no content that could be named may be sent again under its id
    }
    known.put(
        id,
        new Known(
            letter.identity(),
            letter.digest(),
            letter.sender(),
            letter.isTest(),
            receipt,
            results.stream().map(Arrival::counts).toList(),
            undecided));
    String target = replaces(letter, "Message");
    if (accepted && target != null) {
      replaced.putIfAbsent(new Replaced(target, letter.sender(), letter.isTest()), id);
    }
  }

  private static @Nullable String replaces(Letter letter, String part) {
    MessageHead head = letter.head();
    Node header = head == null ? null : head.header();
    return header == null ? null : header.first("Replaces", part).orElse(null);
  }

  private void judge(Letter letter, @Nullable Known before, FindingCollector found) {
    Addressees.check(letter, as, found);
    String id = letter.id();
    if (id == null) {
      return;
    }
    if (before != null && !before.identity().equals(letter.identity())) {
      report(
          "MDX-E11",
          "id",
          id,
          Map.of("found", before.identity(), "digest", letter.identity()),
          found);
    }
    checkReplaced("id", id, letter, found);
    String target = replaces(letter, "Message");
    if (target != null && !target.equals(id)) {
      checkReplaced("Replaces", target, letter, found);
      checkTarget(target, letter, found);
    }
  }

  private void checkReplaced(String field, String id, Letter letter, FindingCollector found) {
    String by = replaced.get(new Replaced(id, letter.sender(), letter.isTest()));
    if (by != null && !by.equals(letter.id())) {
      report("MDX-E13", field, id, Map.of("by", by), found);
    }
  }

  private void checkTarget(String target, Letter letter, FindingCollector found) {
    Known there = known.get(target);
    if (there == null) {
      report("MDX-E12", "Replaces", target, Map.of(), found);
      return;
    }
    String stated = replaces(letter, "Digest");
    if (stated != null && there.digest() != null && !stated.equals(there.digest())) {
      report(
          "MDX-E14",
          "Replaces",
          target,
          Map.of("expected", stated, "found", there.digest()),
          found);
    }
    if (!String.valueOf(letter.sender()).equals(String.valueOf(there.sender()))) {
      report(
          "MDX-E15",
          "Replaces",
          target,
          Map.of("here", String.valueOf(letter.sender()), "there", String.valueOf(there.sender())),
          found);
    }
    Addressees.checkTest(letter.isTest(), there.test(), target, found);
  }

  static void report(
      String rule,
      String field,
      @Nullable String value,
      Map<String, String> details,
      FindingCollector found) {
    found.report(Problem.of(rule, field), Occurrence.at(Location.ofMessage(), value, details));
  }
}
