package org.midex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.codec.pack.Signing;
import org.midex.codec.pack.Verifier;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.Occurrence;
import org.midex.model.Party;
import org.midex.model.Problem;
import org.midex.model.Receipt;
import org.midex.model.Result;

/**
 * Receipts: makes them for what arrived, writes them, and judges those that come back. Immutable
 * and thread-safe. Whoever has to know what arrived before uses a {@link Correspondence}.
 *
 * <pre>{@code
 * Receipts receipts = new Receipts(Midex.standard());
 * for (Receipts.Answer answer : receipts.answer(file, party, Instant.now(), null)) {
 *   receipts.write(answer, Path.of("receipt.xml"));
 * }
 * }</pre>
 */
public final class Receipts {
  private final Midex midex;

  public Receipts(Midex midex) {
    this.midex = midex;
  }

  /**
   * The answer to one message.
   *
   * @param receipt what it says
   * @param message the receipt as a message, ready to be written
   * @param results what was found: in the signatures, if they were verified, and in the message
   * @param undecided whether nothing but an undecided signature or parts of a newer version keep it
   *     from being accepted without reserve: with a revocation list, an authority or a program more
   *     the answer may be another one
   */
  public record Answer(
      Receipt receipt, MessageHead message, List<Result> results, boolean undecided) {
    public Answer {
      results = List.copyOf(results);
    }
  }

  /**
   * What was found of a receipt that came back.
   *
   * @param receipt what it says; null when it cannot be read or must not be believed
   * @param results what was found: in its signatures, if they were verified, and in the receipt
   *     itself and beside what was sent
   * @param holds whether it is a conformant receipt of what was sent, from somebody who may give it
   * @param undecided whether only an undecided signature keeps it from holding
   */
  public record Checked(
      @Nullable Receipt receipt, List<Result> results, boolean holds, boolean undecided) {
    public Checked {
      results = List.copyOf(results);
    }
  }

  /**
   * Answers a file as if nothing had arrived before it.
   *
   * @param as who received it
   * @param verifier what signatures are verified with; null not to look at any
   * @return an answer for each message in it, one at least
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it is a package and there is no verifier, or a receipt,
   *     which is not answered
   */
  public List<Answer> answer(Path file, Party as, Instant arrived, @Nullable Verifier verifier)
      throws IOException {
    return new Correspondence(midex, as).receive(file, arrived, verifier);
  }

  /**
   * Writes a receipt as a message in canonical form.
   *
   * @param target named {@code .xml}, or {@code .xml.gz}
   * @throws IllegalArgumentException when it has another name
   */
  public void write(Answer answer, Path target) throws IOException {
    midex.write(target, answer.message()).close();
  }

  /**
   * Writes receipts as a signed package.
   *
   * @throws IOException when it cannot be written, or no timestamp is had
   * @throws IllegalArgumentException when a certificate is not one to sign with, or they go to
   *     different parties
   */
  public Packages.Signed sign(List<Answer> answers, Path target, Signing signing)
      throws IOException {
    Path folder = Files.createTempDirectory("midex");
    List<Path> files = new ArrayList<>();
    try {
      for (Answer answer : answers) {
        Path file = folder.resolve(name(files.size(), "receipt.xml"));
        files.add(file);
        write(answer, file);
      }
      return new Packages(midex).sign(files, target, signing, false, false);
    } finally {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    }
  }

  /**
   * What the receipts of several messages are called: {@code receipt.xml}, {@code receipt-2.xml}…
   *
   * @param index from 0
   */
  public static String name(int index, String first) {
    int ending = first.endsWith(".xml.gz") ? first.length() - 7 : first.lastIndexOf('.');
    return index == 0 || ending < 0
        ? first
        : first.substring(0, ending) + "-" + (index + 1) + first.substring(ending);
  }

  /**
   * Judges receipts that came back for something that was sent.
   *
   * @param receipt the file that came back: a receipt, or a package with some
   * @param sent the very file that was sent, message or package
   * @param verifier what signatures of the receipt are verified with; null not to look at any
   * @return what was found of each receipt, one at least
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when the receipt is a package and there is no verifier
   */
  public List<Checked> check(Path receipt, Path sent, @Nullable Verifier verifier)
      throws IOException {
    Arrival arrived = Arrival.open(midex, receipt, verifier);
    if (!arrived.believed()) {
      return List.of(new Checked(null, arrived.verification(), false, false));
    }
    ReceiptCheck check = new ReceiptCheck(midex, Arrival.unverified(midex, sent));
    List<Checked> all = new ArrayList<>();
    for (Arrival.Letter letter : arrived.letters()) {
      all.add(check.of(letter, arrived));
    }
    return all;
  }

  /** Reports that a receipt cannot be written in another form. */
  static void refuse(String form, FindingSink sink) {
    sink.report(Problem.of("MDX-E04"), Occurrence.at(Location.ofMessage(), form, Map.of()));
  }
}
