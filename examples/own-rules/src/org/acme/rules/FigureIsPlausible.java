package org.acme.rules;

import java.util.Map;
import org.midex.model.MessageHead;
import org.midex.schema.RowType;
import org.midex.schema.Severity;
import org.midex.validation.RuleTexts;
import org.midex.validation.VendorCheck;
import org.midex.validation.VendorRule;

/** A rule that needs one row at a time: no figure is above what the office thinks possible. */
final class FigureIsPlausible implements VendorRule {
  @Override
  public String id() {
    return "ACME-V01";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Map<String, RuleTexts> texts() {
    return Map.of(
        "en",
        new RuleTexts(
            "{field}: more than the office thinks possible",
            "Found {value}, at most {most} are expected",
            "Figures above the office's limit were typing errors in every case of the last years.",
            "Check the figure against the register"),
        "fr",
        new RuleTexts(
            "{field} : plus que ce que l’office croit possible",
            "Trouvé {value}, au plus {most} sont attendus",
            "Les chiffres au-dessus de la limite de l’office étaient toujours des fautes de frappe.",
            "Vérifier le chiffre dans le registre"));
  }

  /** A rule set can set it otherwise. */
  @Override
  public Map<String, String> parameters() {
    return Map.of("most", "1000000");
  }

  @Override
  public VendorCheck start(MessageHead head, RowType theme, Map<String, String> parameters) {
    String most = parameters.get("most");
    long limit = Long.parseLong(most);
    int measure = theme.measure().orElseThrow().slot();
    String name = theme.field(measure).name();
    return (row, found) -> {
      if (row.valid(measure) && row.number(measure) > limit) {
        found.report(name, row.text(measure), Map.of("most", most));
      }
    };
  }
}
