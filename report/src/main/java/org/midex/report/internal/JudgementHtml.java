package org.midex.report.internal;

import java.util.List;
import java.util.Map;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.model.SideBySide;
import org.midex.model.Waiver;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Texts;

/**
 * The parts of a report in HTML on what is waived, on what an earlier report had, and on other
 * messages.
 */
final class JudgementHtml {
  private static final int LONGEST = 300;
  private static final int LISTED = 50;
  private static final int GROUPS = 3;

  private final Texts texts;
  private final Wording wording;
  private final JudgementWords words;
  private final BesideWords besideWords;

  JudgementHtml(Wording wording, Texts texts) {
    this.texts = texts;
    this.wording = wording;
    this.words = new JudgementWords(texts);
    this.besideWords = new BesideWords(texts);
  }

  /**
   * Writes what there is; nothing of what there is not.
   *
   * @param room bytes that may be written of each
   */
  void write(Markup html, Judgement judgement, long room) {
    Comparison comparison = judgement.baseline();
    if (comparison != null) {
      compared(html, comparison, room);
    }
    if (!judgement.beside().isEmpty()) {
      beside(html, judgement.beside(), room);
    }
    if (!judgement.waived().isEmpty()) {
      waived(html, judgement.waived(), room);
    }
  }

  private void beside(Markup html, List<SideBySide> all, long room) {
    html.open("section", "class", "beside").block("h2", texts.ui("report.html.beside"));
    int shown = 0;
    long used = 0;
    for (SideBySide one : all) {
      Markup item = new Markup();
      item.block("p", besideWords.pairs(one)).open("ul");
      besideWords.sums(one).forEach(line -> item.block("li", line));
      item.close("ul");
      used += item.bytes();
      if (shown == LISTED || used > room) {
        break;
      }
      html.add(item);
      shown++;
    }
    more(html, all.size() - shown);
    html.close("section");
  }

  private void waived(Markup html, List<Judgement.Waived> all, long room) {
    html.open("section", "class", "waived").block("h2", texts.ui("report.html.waivedTitle"));
    html.block("p", texts.ui("report.html.waivedLead"), "class", "note").open("ul");
    int shown = 0;
    long used = 0;
    for (Judgement.Waived waived : all) {
      Markup item = waived(waived);
      used += item.bytes();
      if (shown == LISTED || used > room) {
        break;
      }
      html.add(item);
      shown++;
    }
    html.close("ul");
    more(html, all.size() - shown);
    html.close("section");
  }

  private Markup waived(Judgement.Waived waived) {
    Waiver waiver = waived.waiver();
    Markup html = new Markup();
    html.open("li").open("p").inline("strong", Figures.of(waived.count()) + "×").text(" ");
    html.inline("bdi", Plain.clip(waiver.scope(), LONGEST), "dir", "ltr").close("p");
    waived.groups().stream()
        .limit(GROUPS)
        .map(g -> wording.message(g.problem(), g.values().isEmpty() ? null : first(g.values())))
        .distinct()
        .forEach(message -> html.block("p", Plain.clip(message, LONGEST)));
    html.open("p")
        .inline("strong", texts.ui("report.html.reason"))
        .text(texts.ui("report.colon") + " ");
    html.inline("bdi", Plain.clip(waiver.reason(), LONGEST)).close("p");
    html.open("p", "class", "note")
        .text(texts.ui("report.html.owner"))
        .text(texts.ui("report.colon") + " ");
    html.inline("bdi", Plain.clip(waiver.owner(), LONGEST)).text(" · ");
    html.text(texts.ui("report.html.until")).text(texts.ui("report.colon") + " ");
    html.inline("bdi", waiver.expires().toString()).close("p");
    return html.close("li");
  }

  private static String first(List<org.midex.model.Result.ValueCount> values) {
    return values.get(0).value();
  }

  private void compared(Markup html, Comparison comparison, long room) {
    html.open("section", "class", "compared").block("h2", texts.ui("report.html.baseline"));
    html.block("p", words.compared(comparison));
    if (!comparison.known() || comparison.groups().isEmpty()) {
      html.close("section");
      return;
    }
    Table table =
        new Table(html, "compared")
            .heading(texts.ui("report.html.rule"))
            .figures(texts.ui("report.html.fresh"))
            .figures(texts.ui("report.html.persisting"))
            .figures(texts.ui("report.html.fixed"));
    table.rows();
    int shown = 0;
    long used = 0;
    for (Comparison.Group group : comparison.groups()) {
      Markup row = compared(group);
      used += row.bytes();
      if (shown == LISTED || used > room) {
        break;
      }
      html.add(row);
      shown++;
    }
    table.close();
    more(html, comparison.groups().size() - shown);
    html.close("section");
  }

  private Markup compared(Comparison.Group group) {
    Markup row = new Markup();
    row.open("tr").open("td").inline("bdi", JudgementWords.subject(group), "dir", "ltr");
    row.inline("span", words.by(group), "class", "note").end("td");
    Table.figure(row, group.fresh());
    Table.figure(row, group.persisting());
    Table.figure(row, group.fixed());
    return row.close("tr");
  }

  private void more(Markup html, int left) {
    if (left > 0) {
      Map<String, String> n = Map.of("n", Figures.of(left));
      html.block("p", texts.ui("report.html.moreLines", n), "class", "more");
    }
  }
}
