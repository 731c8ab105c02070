package org.midex.report.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.midex.model.Result;
import org.midex.report.Invocation;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Texts;

/** The part of a report in HTML on what is to be repaired, the most useful first. */
final class FindingsHtml {
  private static final int LISTED = 100;
  private static final int ROW = 300;

  /** Formats of which {@code midex show} gives an observation. */
  private static final Set<String> SHOWABLE = Set.of("xml", "avro");

  private final Texts texts;
  private final GroupHtml groups;
  private final Explanations explanations;

  FindingsHtml(Texts texts, GroupHtml groups, Explanations explanations) {
    this.texts = texts;
    this.groups = groups;
    this.explanations = explanations;
  }

  /**
   * Writes as many groups as there is room for, and counts the others.
   *
   * @param places the file's first findings
   * @param id id of what is written of the file
   * @param again command that judges the file again
   * @param room bytes that may be written, with the explanations of the rules
   */
  void write(Markup html, Result result, Places places, String id, String again, long room) {
    if (result.groups().isEmpty()) {
      if (result.readToEnd()) {
        html.block("p", texts.ui("report.html.nothing"), "class", "nothing");
      }
      return;
    }
    List<Result.Group> ranked = Ranking.of(result);
    Markup details = new Markup();
    long used = 0;
    int shown = 0;
    for (Result.Group group : ranked) {
      String rule = group.problem().rule();
      String own = id + "-g" + (shown + 1);
      Markup written =
          groups.write(
              group,
              places.of(group.problem()),
              own,
              id + "-list",
              explanations.id(rule),
              result.rows());
      used += written.bytes() + ROW + explanations.cost(rule);
      if (used > room) {
        break;
      }
      explanations.add(rule);
      details.add(written);
      shown++;
    }
    html.open("section", "class", "findings", "id", id + "-list", "tabindex", "-1");
    html.block("h2", texts.ui("report.html.repairFirst"));
    html.block("p", texts.ui("report.html.repairLead"), "class", "note");
    list(html, ranked.subList(0, Math.min(shown, LISTED)), id);
    html.add(details);
    more(html, ranked.subList(shown, ranked.size()));
    html.open("p", "class", "again").text(texts.ui("report.html.again", Map.of("command", "")));
    html.inline("code", again, "dir", "ltr").close("p");
    if (SHOWABLE.contains(String.valueOf(result.format()))) {
      String show = Invocation.show(Plain.clip(result.file(), ROW));
      html.open("p", "class", "again").text(texts.ui("report.html.show", Map.of("command", "")));
      html.inline("code", show, "dir", "ltr").close("p");
    }
    html.close("section");
  }

  private void more(Markup html, List<Result.Group> left) {
    if (!left.isEmpty()) {
      long count = left.stream().mapToLong(Result.Group::count).sum();
      Map<String, String> values = Map.of("n", Figures.of(left.size()), "count", Figures.of(count));
      html.block("p", texts.ui("report.html.more", values), "class", "more");
    }
  }

  private void list(Markup html, List<Result.Group> shown, String id) {
    Table table =
        new Table(html, "list")
            .word(texts.ui("report.html.severity"))
            .heading(texts.ui("report.html.problem"))
            .figures(texts.ui("report.html.findings"))
            .figures(texts.ui("report.html.observations"));
    table.rows();
    int i = 0;
    for (Result.Group group : shown) {
      html.open("tr").open("td");
      groups.severity(html, group.severity());
      html.end("td").open("td");
      html.open("a", "href", "#" + id + "-g" + ++i);
      groups.message(html, group);
      html.end("a").end("td");
      Table.figure(html, group.count());
      html.inline("td", rows(group), "class", "n").close("tr");
    }
    table.close();
  }

  private String rows(Result.Group group) {
    if (Ranking.ofMessage(group)) {
      return "–";
    }
    String rows = Figures.of(Ranking.rows(group));
    return group.spread().exact() ? rows : texts.ui("report.html.atLeast", Map.of("n", rows));
  }
}
