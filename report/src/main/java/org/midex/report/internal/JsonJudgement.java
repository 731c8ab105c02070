package org.midex.report.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.model.Waiver;

/** The members that {@link JudgementJson} writes, as a judgement again. */
final class JsonJudgement {
  private JsonJudgement() {}

  static Judgement judgement(JsonLine json) {
    return new Judgement(
        json.has("ruleSet") ? ruleSet(json.object("ruleSet")) : null,
        json.objects("vendorRules").stream().map(JsonJudgement::vendor).toList(),
        json.objects("waived").stream().map(JsonJudgement::waived).toList(),
        json.has("baseline") ? comparison(json.object("baseline")) : null,
        BesideJson.read(json));
  }

  private static Judgement.RuleSetUse ruleSet(JsonLine json) {
    return new Judgement.RuleSetUse(
        json.text("name", ""),
        json.text("sha256", ""),
        json.objects("changes").stream().map(JsonJudgement::change).toList());
  }

  /** A change of an unknown kind is told as a parameter. */
  private static Judgement.Change change(JsonLine json) {
    return new Judgement.Change(
        json.text("rule", ""),
        word(Judgement.Kind.values(), json.text("change", ""), Judgement.Kind.PARAMETER),
        json.text("parameter"),
        json.text("from"),
        json.text("to"),
        json.text("reason"));
  }

  private static Judgement.VendorJar vendor(JsonLine json) {
    return new Judgement.VendorJar(
        json.text("jar", ""), json.text("sha256"), json.strings("rules"));
  }

  private static Judgement.Waived waived(JsonLine json) {
    return new Judgement.Waived(
        waiver(json.object("waiver")),
        json.objects("groups").stream().map(JsonResult::group).toList());
  }

  /** A day that cannot be read is the first of all, so that nothing is waived for ever. */
  static Waiver waiver(JsonLine json) {
    JsonLine conditions = json.object("where");
    SortedMap<String, List<String>> where = new TreeMap<>();
    conditions.members().keySet().forEach(name -> where.put(name, conditions.strings(name)));
    return new Waiver(
        (int) json.number("number", 0),
        json.text("rule", ""),
        json.text("field"),
        where,
        json.text("reason", ""),
        json.text("owner", ""),
        day(json.text("expires", "")));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return LocalDate.MIN;
    }
  }

  private static Comparison comparison(JsonLine json) {
    return new Comparison(
        json.text("report", ""),
        json.is("known"),
        json.objects("groups").stream()
            .map(
                g ->
                    new Comparison.Group(
                        g.text("rule", ""),
                        g.text("field"),
                        JsonResult.severity(g),
                        word(
                            Comparison.By.values(), g.text("comparedBy", ""), Comparison.By.COUNTS),
                        g.number("new", 0),
                        g.number("persisting", 0),
                        g.number("fixed", 0)))
            .toList());
  }

  private static <E extends Enum<E>> E word(E[] known, String word, E otherwise) {
    return Arrays.stream(known)
        .filter(e -> e.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(otherwise);
  }
}
