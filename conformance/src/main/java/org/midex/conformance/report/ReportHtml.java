package org.midex.conformance.report;

import static org.midex.conformance.report.Xml.text;

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
    String name = text(run.claims().name() + " " + run.claims().version());
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.append(
        "<meta name=\"viewport\" content=\"width=device-width\"><title>MIDEX conformance: ");
    html.append(name).append("</title><style>\n").append(STYLE).append("</style></head><body>\n");
    html.append("<h1>MIDEX conformance: ").append(name).append("</h1>\n");
    banner();
    profiles();
    wrong();
    everything();
    return html.append("</body></html>\n").toString();
  }

  private void banner() {
    html.append("<p class=\"banner ").append(run.isSuccess() ? "ok\">" : "bad\">");
    html.append(
        run.isSuccess()
            ? "<strong>Passed</strong>: conformant in all that it claims and that was run."
            : "<strong>Failed</strong>: not conformant in what it claims.");
    html.append("<br>Standard ").append(Suite.VERSION).append("; suite <code>");
    html.append(run.suite().digest()).append("</code><br>Claims: ");
    html.append(text(String.join(", ", run.claims().profiles().stream().sorted().toList())));
    html.append("; ");
    html.append(text(String.join(", ", run.claims().syntaxes().stream().sorted().toList())));
    html.append("; written in ").append(text(run.claims().language()));
    if (run.farewell() != null) {
      html.append("<br><span class=\"bad\">At the end: ");
      html.append(text(run.farewell().in(wording))).append("</span>");
    }
    html.append("</p>\n");
  }

  private void profiles() {
    html.append(
        "<h2>By area</h2>\n<div class=\"wide\"><table><tr><th>profile</th><th>area</th><th></th>");
    for (Status status : Status.values()) {
      html.append("<th class=\"n\">").append(status).append("</th>");
    }
    html.append("</tr>\n");
    for (Map.Entry<String, Tally> group :
        Tally.by(one -> one.vector().profile() + "/" + one.vector().area(), run).entrySet()) {
      Tally tally = group.getValue();
      String[] names = group.getKey().split("/", 2);
      html.append("<tr><td>").append(text(names[0])).append("</td><td>").append(text(names[1]));
      html.append("</td><td class=\"").append(colour(tally.word())).append("\">");
      html.append(tally.word()).append("</td>");
      for (Status status : Status.values()) {
        html.append("<td class=\"n\">").append(tally.count(status)).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</table></div>\n");
  }

  private static String colour(String word) {
    return switch (word) {
      case "passed" -> "ok";
      case "failed" -> "bad";
      default -> "off";
    };
  }

  private void wrong() {
    List<VectorResult> wrong = run.results().stream().filter(one -> !one.isFine()).toList();
    html.append("<h2>What did not pass</h2>\n");
    if (wrong.isEmpty()) {
      html.append("<p>Nothing.</p>\n");
    }
    for (VectorResult result : wrong) {
      html.append("<h3><span class=\"bad\">").append(result.status()).append("</span> <code>");
      html.append(text(result.vector().path())).append("</code></h3>\n<p>");
      html.append(text(result.vector().title())).append(" <span class=\"off\">(");
      html.append(text(String.join(" ", result.vector().clauses()))).append(")</span><br>");
      html.append(text(result.vector().why())).append("</p>\n<pre>");
      html.append(text(String.join("\n", result.problems(wording))).replace("&#10;", "\n"));
      html.append("</pre>\n");
    }
  }

  private void everything() {
    html.append("<h2>Everything</h2>\n");
    for (Map.Entry<String, Tally> group :
        Tally.by(one -> one.vector().profile() + "/" + one.vector().area(), run).entrySet()) {
      html.append("<details><summary>").append(text(group.getKey())).append(" (");
      html.append(group.getValue().results().size())
          .append(")</summary>\n<div class=\"wide\"><table>\n");
      for (VectorResult result : group.getValue().results()) {
        html.append("<tr><td class=\"");
        html.append(
            result.status() == Status.PASS ? "ok" : result.status() == Status.SKIP ? "off" : "bad");
        html.append("\">").append(result.status()).append("</td><td><code>");
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
