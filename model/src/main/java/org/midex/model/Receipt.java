package org.midex.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Severity;

/**
 * What a receiver says of something that arrived. Codes: the list CL_RECEIPT_OUTCOME.
 *
 * @param arrived when it arrived, to the second
 * @param sha256 SHA-256 of the bytes that arrived, in lower-case hexadecimal
 * @param message id of the message; null where it could not be read or must not be believed
 * @param digest its message digest; null where it has none because its structure is faulty
 * @param incomplete whether parts of it or its signature could not be judged
 * @param findings what was found, each rule and field once
 */
public record Receipt(
    Instant arrived,
    String sha256,
    @Nullable String message,
    @Nullable String digest,
    Outcome outcome,
    boolean incomplete,
    List<Found> findings) {
  /** Name of the element. */
  public static final String NAME = "Receipt";

  /** Whether the receiver takes the message. */
  public enum Outcome {
    /** It takes effect. */
    ACCEPTED("accepted"),
    /** It takes effect; something deserves a look. */
    ACCEPTED_WITH_WARNINGS("acceptedWithWarnings"),
    /** It has no effect. */
    REJECTED("rejected");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    /** The code on the wire: {@code acceptedWithWarnings}. */
    public String code() {
      return code;
    }

    public static Optional<Outcome> ofCode(String code) {
      for (Outcome outcome : values()) {
        if (outcome.code.equals(code)) {
          return Optional.of(outcome);
        }
      }
      return Optional.empty();
    }

    /** The outcome that follows from how many errors and warnings there are. */
    public static Outcome of(long errors, long warnings) {
      if (errors > 0) {
        return REJECTED;
      }
      return warnings > 0 ? ACCEPTED_WITH_WARNINGS : ACCEPTED;
    }
  }

  /**
   * All findings of one rule in one field.
   *
   * @param field null where the message, a row or the package as a whole is meant
   * @param count how many, exactly
   */
  public record Found(String rule, Severity severity, @Nullable String field, long count) {}

  public Receipt {
    findings = List.copyOf(findings);
  }

  /**
   * Reads the tree of a receipt.
   *
   * @param receipt of a message without structural findings
   * @throws IllegalArgumentException when a part is missing or malformed
   */
  public static Receipt of(Node receipt) {
    List<Found> findings = new ArrayList<>();
    for (Node part : receipt.children()) {
      if (part.name().equals("Finding")) {
        findings.add(found(part));
      }
    }
    String outcome = required(receipt, "Outcome");
    return new Receipt(
        Instant.parse(required(receipt, "Arrived")),
        required(receipt, "Sha256"),
        receipt.first("Message").orElse(null),
        receipt.first("Digest").orElse(null),
        Outcome.ofCode(outcome)
            .orElseThrow(() -> new IllegalArgumentException("no outcome: " + outcome)),
        receipt.first("Incomplete").filter("true"::equals).isPresent(),
        findings);
  }

  private static Found found(Node part) {
    String severity = required(part, "Severity");
    return new Found(
        required(part, "Rule"),
        Severity.ofCode(severity)
            .orElseThrow(() -> new IllegalArgumentException("no severity: " + severity)),
        part.first("Field").orElse(null),
        Long.parseLong(required(part, "Count")));
  }

  private static String required(Node node, String name) {
    return node.first(name)
        .orElseThrow(() -> new IllegalArgumentException(node.name() + " has no " + name));
  }

  /** The receipt as a tree, ready for {@link MessageHead#ofReceipt}. */
  public Node toNode() {
    List<Node> parts = new ArrayList<>();
    parts.add(Node.leaf("Arrived", arrived.toString()));
    parts.add(Node.leaf("Sha256", sha256));
    add(parts, "Message", message);
    add(parts, "Digest", digest);
    parts.add(Node.leaf("Outcome", outcome.code()));
    if (incomplete) {
      parts.add(Node.leaf("Incomplete", "true"));
    }
    findings.forEach(found -> parts.add(toNode(found)));
    return Node.group(NAME, parts);
  }

  private static Node toNode(Found found) {
    List<Node> parts = new ArrayList<>();
    parts.add(Node.leaf("Rule", found.rule()));
    parts.add(Node.leaf("Severity", found.severity().code()));
    add(parts, "Field", found.field());
    parts.add(Node.leaf("Count", Long.toString(found.count())));
    return Node.group("Finding", parts);
  }

  private static void add(List<Node> parts, String name, @Nullable String text) {
    if (text != null) {
      parts.add(Node.leaf(name, text));
    }
  }
}
