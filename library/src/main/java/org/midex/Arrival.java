package org.midex;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.codec.DigestWriter;
import org.midex.codec.Digests;
import org.midex.codec.pack.Verifier;
import org.midex.model.FindingSink;
import org.midex.model.Lexical;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Occurrence;
import org.midex.model.Party;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;
import org.midex.schema.Severity;
import org.midex.schema.ValueType;
import org.midex.validation.FindingCollector;

/**
 * A file that arrived: verified, taken out of its package and judged.
 *
 * @param sha256 of its bytes
 * @param verification what came of verifying it; empty when signatures were not looked at
 * @param outcome of the verification; passed when signatures were not looked at
 * @param letters the messages in it; none when it must not be believed
 */
record Arrival(
    String sha256, List<Result> verification, Outcome outcome, List<Arrival.Letter> letters) {
  private static final ValueType URN = ValueType.of(ValueType.Kind.URN);

  Arrival {
    verification = List.copyOf(verification);
    letters = List.copyOf(letters);
  }

  /**
   * One message.
   *
   * @param head null when it cannot be read
   * @param digest its message digest; null when it has none
   */
  record Letter(@Nullable MessageHead head, @Nullable String digest, Result result) {
    /** The message's id; null when it is missing or malformed. */
    @Nullable String id() {
      String id = head == null ? null : head.id();
      return id != null && Lexical.matches(URN, id) ? id : null;
    }

    @Nullable Party sender() {
      return head == null ? null : Party.sender(head).orElse(null);
    }

    List<Party> receivers() {
      return head == null ? List.of() : Party.receivers(head);
    }

    boolean isTest() {
      return head != null && head.header().first("Test").filter("true"::equals).isPresent();
    }

    /** What a receiver tells content by: the message digest, or the SHA-256 where there is none. */
    String identity() {
      return digest == null ? result.sha256() : digest;
    }
  }

  /**
   * Opens a file.
   *
   * @param verifier null not to look at signatures
   * @throws IllegalArgumentException when it is a package and there is no verifier
   */
  static Arrival open(Midex midex, Path file, @Nullable Verifier verifier) throws IOException {
    boolean isPackage = Packages.isPackage(file);
    if (verifier == null) {
      if (isPackage) {
        throw new IllegalArgumentException(file + " is a package, which is verified first");
      }
      return unverified(midex, file);
    }
    if (!isPackage && !verifier.wantsSignature() && !Files.exists(Packages.beside(file))) {
      return unverified(midex, file);
    }
    Packages packages = new Packages(midex);
    Verification found = packages.verify(file, null, verifier);
    List<Letter> letters =
        found.outcome() == Outcome.FAILED ? List.of() : letters(midex, file, isPackage);
    return new Arrival(
        sha256(file), List.of(packages.result(file, found)), found.outcome(), letters);
  }

  /** Opens a file without looking at signatures. */
  static Arrival unverified(Midex midex, Path file) throws IOException {
    List<Letter> letters = letters(midex, file, Packages.isPackage(file));
    return new Arrival(sha256(file), List.of(), Outcome.PASSED, letters);
  }

  boolean believed() {
    return outcome != Outcome.FAILED;
  }

  boolean undecided() {
    return outcome == Outcome.INDETERMINATE;
  }

  /** What was found in the file and one of its messages. */
  List<Result> results(Result letter) {
    return Stream.concat(verification.stream(), Stream.of(letter)).toList();
  }

  private static List<Letter> letters(Midex midex, Path file, boolean isPackage)
      throws IOException {
    List<Source> sources =
        isPackage ? new Packages(midex).messages(file) : List.of(Source.of(file));
    List<Letter> letters = new ArrayList<>();
    try {
      for (Source source : sources) {
        letters.add(letter(midex, source));
      }
    } finally {
      for (Source source : sources) {
        source.close();
      }
    }
    return letters.isEmpty() ? List.of(nothing(midex, file)) : letters;
  }

  private static Letter letter(Midex midex, Source source) throws IOException {
    Result result = midex.validate(Input.message(source), Exchange.NONE, Positions.SAMPLES);
    Digests digests = midex.digest(source, FindingSink.ignoring());
    return new Letter(head(midex, source), digests == null ? null : digests.message(), result);
  }

  private static @Nullable MessageHead head(Midex midex, Source source) throws IOException {
    try (MessageReader reader = midex.read(source, FindingSink.ignoring())) {
      return reader.head();
    } catch (MalformedMessageException e) {
      return null;
    }
  }

  /** A package without messages is answered too. */
  private static Letter nothing(Midex midex, Path file) throws IOException {
    FindingCollector found = new FindingCollector(midex.catalogue());
    found.report(
        Problem.of("MDX-S05"),
        Occurrence.at(
            Location.ofMessage(), null, Map.of("reason", "The package has no message in it")));
    Result empty =
        new Result(
            file.toString(),
            sha256(file),
            null,
            null,
            null,
            null,
            Verdict.CONFORMANT,
            0,
            true,
            Map.of(),
            List.of(),
            List.of());
    return new Letter(null, null, with(empty, found));
  }

  /** An outcome with more findings. */
  static Result with(Result result, FindingCollector more) {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, result.count(severity) + more.counts().getOrDefault(severity, 0L));
    }
    List<Result.Group> groups =
        Stream.concat(result.groups().stream(), more.groups().stream())
            .sorted(Comparator.comparing(Result.Group::severity))
            .toList();
    return new Result(
        result.file(),
        result.sha256(),
        result.format(),
        result.type(),
        result.version(),
        result.edition(),
        more.verdict() == Verdict.CONFORMANT ? result.verdict() : more.verdict(),
        result.rows(),
        result.readToEnd(),
        counts,
        groups,
        result.notRun(),
        result.judgement());
  }

  /** What is kept for long: how often each rule was broken, without values and places. */
  static Result counts(Result result) {
    return result.withGroups(
        result.groups().stream()
            .map(
                group ->
                    new Result.Group(
                        group.problem(),
                        group.severity(),
                        group.count(),
                        List.of(),
                        group.otherValues()
                            + group.values().stream().mapToLong(Result.ValueCount::count).sum(),
                        List.of()))
            .toList());
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), DigestWriter.sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }
}
