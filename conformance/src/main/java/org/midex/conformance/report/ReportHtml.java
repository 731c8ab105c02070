package org.midex.conformance.report;

import static org.midex.conformance.report.Xml.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.wording.Wording;

/** A run as one page that needs nothing else: no network, no script. */
final class ReportHtml {
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
      h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
      table{border-collapse:collapse;width:100%}td,th{overflow-wrap:anywhere;text-align:left;padding:.25rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
      td.n,th.n{text-align:right}code{font-size:.9em}.ok{color:#1a7f37}.bad{color:#b3261e;font-weight:600}.off{color:#666}
      .banner{padding:.8rem 1rem;border-left:.5rem solid;background:#f6f6f6}.banner.ok{border-color:#1a7f37}.banner.bad{border-color:#b3261e}
      pre,p,h1,h3{overflow-wrap:anywhere}.wide{overflow-x:auto}
      pre{white-space:pre-wrap;background:#f6f6f6;padding:.5rem;margin:.3rem 0}summary{cursor:pointer}
      """;

  private final StringBuilder html = new StringBuilder();
  private final RunResult run;
  private final Wording wording;

  private ReportHtml(RunResult run, Wording wording) {
    this.run = run;
    this.wording = wording;
  }

  static String of(RunResult run, Wording wording) {
    return new ReportHtml(run, wording).page();
  }

  private String page() {
    String title = says("title", "name", run.claims().name() + " " + run.claims().version());
    html.append("<!DOCTYPE html>\n<html lang=\"").append(says("language"));
    html.append("\"><head><meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\"><title>").append(title);
    html.append("</title><style>\n").append(STYLE).append("</style></head><body>\n");
    html.append("<h1>").append(title).append("</h1>\n");
    banner();
    profiles();
    wrong();
    everything();
    return html.append("</body></html>\n").toString();
  }

  private void banner() {
    boolean good = run.isSuccess() && run.ranAnything();
    html.append("<p class=\"banner ").append(good ? "ok\">" : "bad\">");
    html.append(says(good ? "success" : run.isSuccess() ? "none" : "failure")).append("<br>");
    html.append(says("suite", "version", Suite.VERSION, "digest", run.suite().digest()));
    html.append("<br>");
    html.append(
        says(
            "claims",
            "profiles",
            sorted(run.claims().profiles()),
            "syntaxes",
            sorted(run.claims().syntaxes()),
            "language",
            run.claims().language()));
    if (run.farewell() != null) {
      html.append("<br><span class=\"bad\">");
      html.append(says("end", "text", run.farewell().in(wording))).append("</span>");
    }
    html.append("</p>\n");
  }

  /** A text of the reports, escaped. */
  private String says(String key, String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return text(wording.text("conformance.report." + key, values));
  }

  private static String sorted(Collection<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private void profiles() {
    html.append("<h2>").append(says("areas")).append("</h2>\n<div class=\"wide\"><table><tr><th>");
    html.append(says("profile")).append("</th><th>").append(says("area")).append("</th><th></th>");
    for (Status status : Status.values()) {
      html.append("<th class=\"n\">").append(text(status.in(wording))).append("</th>");
    }
    html.append("</tr>\n");
    for (Map.Entry<String, Tally> group :
        Tally.by(one -> one.vector().profile() + "/" + one.vector().area(), run).entrySet()) {
      Tally tally = group.getValue();
      String[] names = group.getKey().split("/", 2);
      html.append("<tr><td>").append(text(names[0])).append("</td><td>").append(text(names[1]));
      html.append("</td><td class=\"").append(colour(tally.word())).append("\">");
      html.append(text(tally.word().in(wording))).append("</td>");
      for (Status status : Status.values()) {
        html.append("<td class=\"n\">").append(tally.count(status)).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</table></div>\n");
  }

  private static String colour(Tally.Word word) {
    return switch (word) {
      case PASSED -> "ok";
      case FAILED -> "bad";
      case UNCLAIMED -> "off";
    };
  }

  private void wrong() {
    List<VectorResult> wrong = run.results().stream().filter(one -> !one.isFine()).toList();
    html.append("<h2>").append(says("wrong")).append("</h2>\n");
    if (wrong.isEmpty()) {
      html.append("<p>").append(says("nothing")).append("</p>\n");
    }
    for (VectorResult result : wrong) {
      html.append("<h3><span class=\"bad\">").append(text(result.status().in(wording)));
      html.append("</span> <code>")
          .append(text(result.vector().path()))
          .append("</code></h3>\n<p>");
      html.append(text(result.vector().title())).append(" <span class=\"off\">(");
      html.append(text(String.join(" ", result.vector().clauses()))).append(")</span><br>");
      html.append(text(result.vector().why())).append("</p>\n<pre>");
      html.append(text(String.join("\n", result.problems(wording))).replace("&#10;", "\n"));
      html.append("</pre>\n");
    }
  }

  private void everything() {
    html.append("<h2>").append(says("everything")).append("</h2>\n");
    for (Map.Entry<String, Tally> group :
        Tally.by(one -> one.vector().profile() + "/" + one.vector().area(), run).entrySet()) {
      html.append("<details><summary>").append(text(group.getKey())).append(" (");
      html.append(group.getValue().results().size())
          .append(")</summary>\n<div class=\"wide\"><table>\n");
      for (VectorResult result : group.getValue().results()) {
        html.append("<tr><td class=\"");
        html.append(
            result.status() == Status.PASS ? "ok" : result.status() == Status.SKIP ? "off" : "bad");
        html.append("\">").append(text(result.status().in(wording))).append("</td><td><code>");
        html.append(text(result.vector().id())).append("</code></td><td>");
        html.append(text(result.vector().title())).append("</td><td>");
        html.append(text(String.join(" ", result.vector().clauses())))
            .append("</td><td class=\"n\">");
        html.append(String.format(Locale.ROOT, "%.3f s", result.time().toMillis() / 1e3));
        html.append("</td></tr>\n");
      }
      html.append("</table></div></details>\n");
    }
  }
}
