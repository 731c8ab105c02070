package org.acme.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.RowType;
import org.midex.schema.Severity;
import org.midex.validation.RuleTexts;
import org.midex.validation.VendorCheck;
import org.midex.validation.VendorFindings;
import org.midex.validation.VendorRule;

/** A rule that needs the whole dataset: each area states a figure for both sexes together. */
final class EveryAreaHasATotal implements VendorRule {
  @Override
  public String id() {
    return "ACME-V02";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Map<String, RuleTexts> texts() {
    return Map.of(
        "en",
        new RuleTexts(
            "{field}: areas without a figure for both sexes together",
            "{value} has figures by sex only",
            "The office publishes totals and does not add up what was sent.",
            "Send the total too, under SEX _T"));
  }

  @Override
  public Set<String> themes() {
    return Set.of("REFUGEE_POP", "ASYLUM_APP");
  }

  @Override
  public VendorCheck start(MessageHead head, RowType theme, Map<String, String> parameters) {
    int area = theme.field(theme.theme().reporter()).slot();
    int sex = theme.field("SEX").slot();
    return new VendorCheck() {
      /** First row of each area that has no total so far; 0 once it has one. */
      private final Map<String, Long> areas = new LinkedHashMap<>();

      @Override
      public void row(RowView row, VendorFindings found) {
        if ("_T".equals(row.text(sex))) {
          areas.put(row.text(area), 0L);
        } else {
          areas.putIfAbsent(row.text(area), found.record());
        }
      }

      @Override
      public void finish(VendorFindings found) {
        areas.forEach(
            (code, first) -> {
              if (first > 0) {
                found.report(first, theme.theme().reporter(), code, Map.of());
              }
            });
      }
    };
  }
}
