package org.midex.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.model.Judgement.Change;
import org.midex.model.Waiver;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Texts;

/**
 * Sentences on what a file was judged by besides the standard, and on what that made of its
 * findings. What they quote is harmless and cut.
 */
final class JudgementWords {
  private static final int LONGEST = 300;
  private static final int DIGITS = 12;

  private final Texts texts;

  JudgementWords(Texts texts) {
    this.texts = texts;
  }

  /** Whose rules were run too, and which rule set was used: a sentence each. */
  List<String> terms(Judgement judgement) {
    List<String> terms = new ArrayList<>();
    for (Judgement.VendorJar jar : judgement.vendors()) {
      Map<String, String> values =
          Map.of("jar", plain(jar.name()), "rules", plain(String.join(", ", jar.rules())));
      terms.add(texts.ui("report.withVendorRules", values));
    }
    Judgement.RuleSetUse ruleSet = judgement.ruleSet();
    if (ruleSet != null) {
      String digest = Plain.start(ruleSet.sha256(), DIGITS);
      Map<String, String> values = Map.of("name", plain(ruleSet.name()), "digest", digest);
      terms.add(texts.ui("report.withRuleSet", values));
    }
    return terms;
  }

  /** What a rule set changes of a rule, and why. */
  String change(Change change) {
    boolean grades = change.kind() == Judgement.Kind.SEVERITY;
    Map<String, String> values =
        Map.of(
            "rule",
            plain(change.rule()),
            "parameter",
            plain(orNothing(change.parameter())),
            "from",
            grades ? severity(change.from()) : plain(orNothing(change.from())),
            "to",
            grades ? severity(change.to()) : plain(orNothing(change.to())));
    String key = "report.change." + change.kind().name().toLowerCase(Locale.ROOT);
    String text = texts.ui(key, values);
    return change.reason() == null
        ? text
        : text + texts.ui("report.colon") + " " + plain(change.reason());
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The word for a severity; what is none stays as it is. */
  private String severity(@Nullable String word) {
    return Words.isSeverity(word) ? texts.ui("report." + word) : plain(orNothing(word));
  }

  /** What is waived by whom until when and why. */
  String waived(Judgement.Waived waived) {
    Waiver waiver = waived.waiver();
    return texts.ui(
        "report.waived",
        Map.of(
            "n", Figures.of(waived.count()),
            "scope", plain(waiver.scope()),
            "owner", plain(waiver.owner()),
            "date", waiver.expires().toString(),
            "reason", plain(waiver.reason())));
  }

  /** How many findings are new, persisting and fixed. */
  String compared(Comparison comparison) {
    String key = comparison.known() ? "report.baseline" : "report.baseline.unknown";
    return texts.ui(
        key,
        Map.of(
            "report", plain(comparison.baseline()),
            "fresh", Figures.of(comparison.sum(Comparison.Group::fresh)),
            "persisting", Figures.of(comparison.sum(Comparison.Group::persisting)),
            "fixed", Figures.of(comparison.sum(Comparison.Group::fixed))));
  }

  /** The same of one rule and field. */
  String compared(Comparison.Group group) {
    return texts.ui(
        "report.baseline.group",
        Map.of(
            "rule", subject(group),
            "fresh", Figures.of(group.fresh()),
            "persisting", Figures.of(group.persisting()),
            "fixed", Figures.of(group.fixed()),
            "by", by(group)));
  }

  /** Rule and field. */
  static String subject(Comparison.Group group) {
    String field = group.field();
    return plain(group.rule()) + (field == null ? "" : " " + plain(field));
  }

  /** By what a group was compared. */
  String by(Comparison.Group group) {
    return texts.ui("report.baseline." + group.by().name().toLowerCase(Locale.ROOT));
  }

  private static String plain(String text) {
    return Plain.start(text, LONGEST);
  }
}
