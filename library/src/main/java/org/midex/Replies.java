package org.midex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.midex.Arrival.Letter;
import org.midex.codec.DigestWriter;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.Party;
import org.midex.model.Receipt;
import org.midex.model.Receipt.Found;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Severity;

/** Makes receipts of what was found, and messages of receipts. */
final class Replies {
  /** Groups of findings that a receipt holds; beyond it they are grouped by rule alone. */
  private static final int MOST = 1_000;

  private static final int LONGEST_FIELD = 200;

  /** Stands for several fields, or one whose name cannot be written. */
  private static final String SEVERAL = "*";

  private final Catalogue catalogue;
  private final Party as;

  Replies(Catalogue catalogue, Party as) {
    this.catalogue = catalogue;
    this.as = as;
    if (catalogue.findType(Receipt.NAME).isEmpty()) {
      throw new IllegalArgumentException(
          "the edition " + catalogue.edition().date() + " has no receipts");
    }
    if (!canName(as)) {
      throw new IllegalArgumentException(
          as + ": an area of CL_AREA and an identifier are expected");
    }
  }

  /** Whether a header may name a party without being faulty itself. */
  private boolean canName(Party party) {
    RowType type = catalogue.type("Party");
    return isValid(type.field("Area"), party.area())
        && isValid(type.field("Authority"), party.authority());
  }

  private static boolean isValid(Field field, String text) {
    CodeList list = field.type().list();
    return Lexical.matchesPattern(field.type(), text) && (list == null || list.indexOf(text) >= 0);
  }

  /** Whether parts of a message could not be judged. */
  static boolean isIncomplete(Result result) {
    return result.verdict() == Verdict.INCOMPLETE || !result.readToEnd();
  }

  static long errors(List<Result> results) {
    return count(results, Severity.ERROR);
  }

  private static long count(List<Result> results, Severity severity) {
    return results.stream().mapToLong(result -> result.count(severity)).sum();
  }

  /**
   * A receipt.
   *
   * @param letter the message; null when it must not be believed
   */
  Receipt receipt(
      String sha256,
      Instant arrived,
      @Nullable Letter letter,
      List<Result> results,
      boolean incomplete) {
    String id = letter == null ? null : letter.id();
    return new Receipt(
        arrived.truncatedTo(ChronoUnit.SECONDS),
        sha256,
        id,
        letter == null || id == null ? null : letter.digest(),
        Receipt.Outcome.of(errors(results), count(results, Severity.WARNING)),
        incomplete,
        found(results));
  }

  /** What was answered before, for other bytes. */
  Receipt again(Receipt before, String sha256, Instant arrived) {
    return new Receipt(
        arrived.truncatedTo(ChronoUnit.SECONDS),
        sha256,
        before.message(),
        before.digest(),
        before.outcome(),
        before.incomplete(),
        before.findings());
  }

  private static List<Found> found(List<Result> results) {
    Map<Found, Long> counts = counts(results, false);
    if (counts.size() > MOST) {
      counts = counts(results, true);
    }
    List<Found> found = new ArrayList<>();
    counts.forEach(
        (what, count) -> found.add(new Found(what.rule(), what.severity(), what.field(), count)));
    found.sort(
        (one, other) ->
            one.severity() == other.severity()
                ? one.rule().compareTo(other.rule())
                : one.severity().compareTo(other.severity()));
    return found;
  }

  /** How many findings there are, by groups with the count 0. */
  private static Map<Found, Long> counts(List<Result> results, boolean byRule) {
    Map<Found, Long> counts = new LinkedHashMap<>();
    for (Result result : results) {
      for (Result.Group group : result.groups()) {
        String field = byRule ? SEVERAL : field(group.problem().field());
        counts.merge(
            new Found(group.problem().rule(), group.severity(), field, 0),
            group.count(),
            Long::sum);
      }
    }
    return counts;
  }

  /** Names of fields may be anything that a faulty message holds. */
  private static @Nullable String field(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    boolean plain =
        name.length() <= LONGEST_FIELD && name.chars().noneMatch(c -> c < ' ' || c > 0x7E);
    return plain ? name : SEVERAL;
  }

  /**
   * The message that holds a receipt. Its id is made of its content, so that the same receipt is
   * the same message.
   *
   * @param letter what it answers; null when that must not be believed
   */
  MessageHead message(Receipt receipt, @Nullable Letter letter) {
    Node header = Node.group("Header", header(receipt, letter));
    String version = catalogue.edition().standard();
    Node node = receipt.toNode();
    MessageHead unnamed = MessageHead.ofReceipt("urn:midex:receipt", version, header, node);
    return MessageHead.ofReceipt(name(unnamed), version, header, node);
  }

  private List<Node> header(Receipt receipt, @Nullable Letter letter) {
    List<Node> parts = new ArrayList<>();
    parts.add(Node.leaf("Edition", catalogue.edition().date().toString()));
    catalogue.extension().ifPresent(e -> parts.add(Node.leaf("Extension", e.label())));
    parts.add(Node.leaf("Prepared", receipt.arrived().toString()));
    parts.add(party("Sender", as));
    Party sender = letter == null ? null : letter.sender();
    if (sender != null && canName(sender)) {
      parts.add(party("Receiver", sender));
    }
    if (letter != null && letter.isTest()) {
      parts.add(Node.leaf("Test", "true"));
    }
    String about = receipt.message();
    if (about != null) {
      parts.add(Node.leaf("InReplyTo", about));
    }
    return parts;
  }

  private static Node party(String name, Party party) {
    return Node.group(
        name, List.of(Node.leaf("Area", party.area()), Node.leaf("Authority", party.authority())));
  }

  /** A URN of the message's bytes, by a UUID of version 8 (RFC 9562). */
  private String name(MessageHead unnamed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new XmlCodec(catalogue).writer(bytes, unnamed).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer hash = ByteBuffer.wrap(DigestWriter.sha256().digest(bytes.toByteArray()));
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return "urn:uuid:" + new UUID(high, low);
  }
}
