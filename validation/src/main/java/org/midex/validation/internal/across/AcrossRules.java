package org.midex.validation.internal.across;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Balance;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.validation.Companion;
import org.midex.validation.Companions;
import org.midex.validation.internal.Heads;
import org.midex.validation.internal.Reporter;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyTable;

/** All rules on a message's rows that need other messages. */
public final class AcrossRules {
  private static final String DEFINITIONS = "MDX-V36";

  private final List<AcrossRule> rules = new ArrayList<>();
  private final @Nullable RevisionRule revision;
  private final KeyHash hash;

  /** Of rows with the same key only the first is judged. */
  private final KeyTable seen = new KeyTable();

  /**
   * Reads of the other messages what the rules need.
   *
   * @param history what the sender said before
   * @param hash of the rows that are judged, set by them
   */
  public AcrossRules(
      Catalogue catalogue,
      MessageHead head,
      RowType type,
      Companions companions,
      History history,
      KeyHash hash,
      Reporter reporter)
      throws IOException {
    this.hash = hash;
    revision =
        history.isEmpty() || head.action() == Action.INFORMATION
            ? null
            : new RevisionRule(catalogue, head, type, history, hash, reporter);
    if (revision != null) {
      rules.add(revision);
    }
    if (!history.isOrdered() && head.action() != Action.INFORMATION) {
      reporter.notRun(RevisionRule.CHANGED, "headerMissing");
    }
    if (head.action() == Action.DELETE) {
      return;
    }
    List<Companion> current = Heads.current(companions.all(), head);
    for (Companion other : companions.earlier().stream().filter(current::contains).toList()) {
      addMirrors(catalogue, head, type, other, reporter);
    }
    List<Companion> own = current.stream().filter(c -> Heads.sameSender(c.head(), head)).toList();
    for (Balance balance : type.theme().balances()) {
      if (catalogue.judgesBy(balance.rule()) && BalanceRule.canJudge(type, balance, own)) {
        rules.add(new BalanceRule(catalogue, head, type, balance, own, reporter));
      }
    }
  }

  /** Messages of the same sender on the same theme are revisions, not mirrors. */
  private void addMirrors(
      Catalogue catalogue, MessageHead head, RowType type, Companion other, Reporter reporter)
      throws IOException {
    RowType partner = other.head().type();
    if (partner == null
        || partner.kind() != RowType.Kind.OBSERVATION
        || (partner.equals(type) && Heads.sameSender(head, other.head()))) {
      return;
    }
    for (RowType.Mirror mirror : type.theme().mirrors()) {
      if (mirror.theme().equals(partner.id()) && !sendersAreKnown(head, other)) {
        reporter.notRun(Mirror.GAP, "headerMissing");
      } else if (mirror.theme().equals(partner.id())) {
        rules.add(new Mirror(catalogue, head, type, mirror, other, reporter));
        checkDefinitions(head, other, reporter);
      }
    }
  }

  private static boolean sendersAreKnown(MessageHead head, Companion other) {
    return Heads.sender(head).isPresent() && Heads.sender(other.head()).isPresent();
  }

  private static void checkDefinitions(MessageHead head, Companion other, Reporter reporter) {
    for (String field : List.of("MigrantDefinition", "DurationCriterion")) {
      TreeSet<String> here = new TreeSet<>(head.header().texts(field));
      TreeSet<String> there = new TreeSet<>(other.head().header().texts(field));
      if (!here.isEmpty() && !there.isEmpty() && !here.equals(there)) {
        reporter.onHead(
            Problem.of(DEFINITIONS, field),
            String.join(", ", here),
            () -> null,
            () -> Map.of("there", String.join(", ", there), "file", other.name()));
      }
    }
  }

  /** Hears of a row whose key cannot be told, and why. */
  public void unknownRow(String why) {
    if (revision != null) {
      revision.unknownRow(why);
    }
  }

  /** Whether any rule sees rows. */
  public boolean seesRows() {
    return !rules.isEmpty();
  }

  /** Sees a row whose key is known. */
  public void row(RowView row, long record) {
    if (rules.isEmpty() || seen.add(hash.hi(), hash.lo(), record, 0) < 0) {
      return;
    }
    for (int i = 0; i < rules.size(); i++) {
      rules.get(i).row(row, record);
    }
  }

  /** Hears that there are more rows, which cannot be read. */
  public void breakOff() {
    rules.forEach(AcrossRule::breakOff);
  }

  /** Judges what needs all rows. */
  public void finish() throws IOException {
    for (AcrossRule rule : rules) {
      rule.finish();
    }
  }
}
