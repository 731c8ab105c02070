package org.midex.report.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.midex.model.Result;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Texts;

/** The part of a report in HTML on what was not judged, and why. */
final class NotJudgedHtml {
  private static final int LISTED = 50;
  private static final int LONGEST = 600;

  private final Texts texts;
  private final Wording wording;

  NotJudgedHtml(Wording wording, Texts texts) {
    this.texts = texts;
    this.wording = wording;
  }

  /** Rules that were not run equally often for the same reason share a line. */
  private record Cause(String why, long count) {}

  void write(Markup html, Result result) {
    html.open("section", "class", "notjudged");
    html.block("h2", texts.ui("report.html.notJudged"));
    if (result.notRun().isEmpty()) {
      String key =
          result.isOfSignatures()
              ? "report.signatures"
              : result.readToEnd() ? "report.html.allJudged" : "report.html.stopped";
      html.block("p", texts.ui(key)).close("section");
      return;
    }
    Table table =
        new Table(html, "notjudged")
            .heading(texts.ui("report.html.reason"))
            .figures(texts.ui("report.html.times"))
            .heading(texts.ui("report.html.rule"));
    table.rows();
    Map<Cause, Set<String>> rules = new LinkedHashMap<>();
    for (Result.NotRun n : result.notRun()) {
      Cause cause = new Cause(wording.why(n.why()), n.count());
      rules.computeIfAbsent(cause, c -> new LinkedHashSet<>()).add(n.rule());
    }
    for (Map.Entry<Cause, Set<String>> cause : rules.entrySet().stream().limit(LISTED).toList()) {
      html.open("tr").inline("td", cause.getKey().why());
      Table.figure(html, cause.getKey().count());
      String ids = Plain.clip(String.join(", ", cause.getValue()), LONGEST);
      html.open("td").inline("bdi", ids, "dir", "ltr").end("td").close("tr");
    }
    table.close();
    html.close("section");
  }
}
