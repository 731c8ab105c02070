package org.midex.report.internal;

import java.util.Set;
import java.util.TreeSet;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Texts;

/** The part of a report in HTML that explains the rules of which it tells, each once. */
final class Explanations {
  private static final int LONGEST = 300;

  private final Catalogue catalogue;
  private final Texts texts;
  private final Wording wording;
  private final Set<String> rules = new TreeSet<>();
  private long bytes;

  Explanations(Catalogue catalogue, Wording wording, Texts texts) {
    this.catalogue = catalogue;
    this.texts = texts;
    this.wording = wording;
  }

  /** The id of the element that explains a rule. */
  String id(String rule) {
    return texts.language() + "-rule-" + rule;
  }

  /** Bytes that explaining a rule adds; none when it is explained already. */
  int cost(String rule) {
    return rules.contains(rule) ? 0 : explain(rule).bytes();
  }

  void add(String rule) {
    bytes += cost(rule);
    rules.add(rule);
  }

  /** Bytes of all explanations. */
  long bytes() {
    return bytes;
  }

  void write(Markup html) {
    if (!rules.isEmpty()) {
      html.open("section", "class", "rules").block("h2", texts.ui("report.html.rules"));
      rules.forEach(rule -> html.add(explain(rule)));
      html.close("section");
    }
  }

  private Markup explain(String id) {
    Markup html = new Markup();
    html.open("section", "class", "rule", "id", id(id), "tabindex", "-1");
    html.open("h3").inline("bdi", Plain.clip(id, LONGEST)).close("h3");
    catalogue
        .findRule(id)
        .ifPresent(
            rule -> {
              boolean translated = wording.translated(id, "explanation");
              html.block("p", texts.explanation(rule), Markup.language(translated));
              html.open("p", "class", "note")
                  .text(texts.ui("explain.source"))
                  .text(texts.ui("report.colon") + " ");
              html.inline("bdi", rule.source()).close("p");
            });
    return html.close("section");
  }
}
