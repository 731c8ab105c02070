package org.midex.validation.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.Problem;
import org.midex.model.Receipt;
import org.midex.schema.Catalogue;
import org.midex.schema.Severity;
import org.midex.schema.ValueType;

/** The rules on what a receipt says: MDX-E01 to E03. */
public final class ReceiptRules {
  private static final String NONE = "—";
  private static final ValueType RULE = ValueType.of(ValueType.Kind.IDENTIFIER);

  private final Catalogue catalogue;
  private final Reporter reporter;

  public ReceiptRules(Catalogue catalogue, Reporter reporter) {
    this.catalogue = catalogue;
    this.reporter = reporter;
  }

  /** Judges a message with a receipt. */
  public void check(MessageHead head) {
    Node receipt = Objects.requireNonNull(head.receipt());
    List<Node> findings =
        receipt.children().stream().filter(part -> part.name().equals("Finding")).toList();
    checkOutcome(receipt, findings);
    checkMessage(head, receipt);
    List<String> extensions = head.header().texts("Extension");
    findings.forEach(finding -> checkRule(finding, extensions));
  }

  private void checkOutcome(Node receipt, List<Node> findings) {
    String stated = receipt.first("Outcome").orElse("");
    if (Receipt.Outcome.ofCode(stated).isEmpty()) {
      return;
    }
    long errors = count(findings, Severity.ERROR);
    long warnings = count(findings, Severity.WARNING);
    if (!Receipt.Outcome.of(errors, warnings).code().equals(stated)) {
      reporter.onHead(
          Problem.of("MDX-E01", "Outcome"),
          stated,
          () -> null,
          () -> Map.of("errors", Long.toString(errors), "warnings", Long.toString(warnings)));
    }
  }

  /** How many groups of findings of a severity there are that hold any. */
  private static long count(List<Node> findings, Severity severity) {
    return findings.stream()
        .filter(f -> f.first("Severity").filter(severity.code()::equals).isPresent())
        .filter(f -> f.first("Count").filter(count -> count.matches("[1-9][0-9]*")).isPresent())
        .count();
  }

  private void checkMessage(MessageHead head, Node receipt) {
    String answered = head.header().first("InReplyTo").orElse(NONE);
    String about = receipt.first("Message").orElse(NONE);
    if (!answered.equals(about)) {
      reporter.onHead(
          Problem.of("MDX-E02", "InReplyTo"), answered, () -> null, () -> Map.of("message", about));
    }
  }

  private void checkRule(Node finding, List<String> extensions) {
    String rule = finding.first("Rule").orElse("");
    boolean known =
        !Lexical.matchesPattern(RULE, rule)
            || catalogue.core().ruleIds().contains(rule)
            || extensions.stream().anyMatch(e -> isOf(rule, e));
    if (!known) {
      reporter.onHead(Problem.of("MDX-E03", "Rule"), rule, () -> null, Map::of);
    }
  }

  /** Whether a rule is one of an extension, by its prefix. */
  private static boolean isOf(String rule, String extension) {
    int colon = extension.indexOf(':');
    return colon > 0 && rule.startsWith(extension.substring(0, colon) + "-");
  }
}
