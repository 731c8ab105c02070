package org.midex.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.model.Judgement.Change;
import org.midex.model.Judgement.RuleSetUse;
import org.midex.model.Waiver;
import org.midex.report.wording.Columns;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Texts;

/** Says which rule set and vendors' rules were used, what they changed, and what is waived. */
final class JudgementText {
  private static final String INDENT = "   ";
  private static final int LONGEST = 300;
  private static final int DIGITS = 12;

  private final Texts texts;
  private final int width;

  JudgementText(Texts texts, int width) {
    this.texts = texts;
    this.width = width;
  }

  /** What the file was judged by, besides the standard. */
  List<String> terms(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    for (Judgement.VendorJar jar : judgement.vendors()) {
      Map<String, String> values =
          Map.of("jar", plain(jar.name()), "rules", plain(String.join(", ", jar.rules())));
      add(lines, "", texts.ui("report.withVendorRules", values));
    }
    RuleSetUse ruleSet = judgement.ruleSet();
    if (ruleSet != null) {
      Map<String, String> values =
          Map.of(
              "name", plain(ruleSet.name()), "digest", ruleSet.sha256().substring(0, DIGITS) + "…");
      add(lines, "", texts.ui("report.withRuleSet", values));
      ruleSet.changes().forEach(change -> add(lines, INDENT, text(change)));
    }
    return lines;
  }

  private String text(Change change) {
    Map<String, String> values =
        Map.of(
            "rule", change.rule(),
            "parameter", plain(Objects.requireNonNullElse(change.parameter(), "")),
            "from", plain(Objects.requireNonNullElse(change.from(), "")),
            "to", plain(Objects.requireNonNullElse(change.to(), "")));
    String text =
        switch (change.kind()) {
          case DISABLED -> texts.ui("report.change.disabled", values);
          case PARAMETER -> texts.ui("report.change.parameter", values);
          case SEVERITY ->
              texts.ui(
                  "report.change.severity",
                  Map.of(
                      "rule",
                      change.rule(),
                      "from",
                      texts.ui("report." + change.from()),
                      "to",
                      texts.ui("report." + change.to())));
        };
    return change.reason() == null ? text : text + ": " + plain(change.reason());
  }

  /** What is waived, one paragraph a waiver. */
  List<String> waived(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    for (Judgement.Waived waived : judgement.waived()) {
      Waiver waiver = waived.waiver();
      Map<String, String> values =
          Map.of(
              "n", Figures.of(waived.count()),
              "scope", plain(waiver.scope()),
              "owner", plain(waiver.owner()),
              "date", waiver.expires().toString(),
              "reason", plain(waiver.reason()));
      lines.addAll(Columns.wrap(texts.ui("report.waived", values), width));
    }
    return lines;
  }

  /** What is new, persisting and fixed: the sums, then the rules of which something changed. */
  List<String> compared(Judgement judgement) {
    Comparison comparison = judgement.baseline();
    if (comparison == null) {
      return List.of();
    }
    Map<String, String> values =
        Map.of(
            "report", plain(comparison.baseline()),
            "fresh", Figures.of(comparison.sum(Comparison.Group::fresh)),
            "persisting", Figures.of(comparison.sum(Comparison.Group::persisting)),
            "fixed", Figures.of(comparison.sum(Comparison.Group::fixed)));
    String key = comparison.known() ? "report.baseline" : "report.baseline.unknown";
    List<String> lines = new ArrayList<>(Columns.wrap(texts.ui(key, values), width));
    for (Comparison.Group group : comparison.groups()) {
      if (group.fresh() + group.fixed() > 0 && comparison.known()) {
        add(lines, "", text(group));
      }
    }
    return lines;
  }

  private String text(Comparison.Group group) {
    String field = group.field();
    return texts.ui(
        "report.baseline.group",
        Map.of(
            "rule", group.rule() + (field == null ? "" : " " + plain(field)),
            "fresh", Figures.of(group.fresh()),
            "persisting", Figures.of(group.persisting()),
            "fixed", Figures.of(group.fixed()),
            "by", texts.ui("report.baseline." + group.by().name().toLowerCase(Locale.ROOT))));
  }

  private void add(List<String> lines, String indent, String text) {
    String start = INDENT + indent;
    Columns.wrap(text, width - start.length()).forEach(line -> lines.add(start + line));
  }

  private static String plain(String text) {
    return Plain.start(text, LONGEST);
  }
}
