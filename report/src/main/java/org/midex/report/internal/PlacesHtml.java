package org.midex.report.internal;

import java.util.List;
import java.util.Map;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Result;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Texts;

/** Lays out as HTML where a problem is: the first findings in context, further ones in a line. */
final class PlacesHtml {
  private static final int SAMPLES = 3;
  private static final int LONGEST = 120;

  private final Wording wording;
  private final Texts texts;

  PlacesHtml(Wording wording, Texts texts) {
    this.wording = wording;
    this.texts = texts;
  }

  /**
   * Samples of a group and what further places are known.
   *
   * @param first its first findings, samples included
   */
  void write(Markup html, Result.Group group, List<Finding> first) {
    samples(html, group);
    further(html, group, first);
  }

  private void samples(Markup html, Result.Group group) {
    boolean all = group.samples().size() == group.count();
    List<Result.Sample> samples =
        group.samples().stream().limit(all ? group.count() : SAMPLES).toList();
    if (samples.isEmpty()) {
      return;
    }
    Map<String, String> of =
        Map.of("n", Figures.of(samples.size()), "all", Figures.of(group.count()));
    html.open("h4").text(texts.ui("report.html.context"));
    html.text(" (" + texts.ui("report.html.contextOf", of) + ")").close("h4");
    html.open("ol", "class", "samples");
    samples.forEach(s -> sample(html, s));
    html.close("ol");
  }

  /** Where else it is, a line each. */
  private void further(Markup html, Result.Group group, List<Finding> first) {
    int shown = Math.min(SAMPLES, group.samples().size());
    if (first.size() <= shown) {
      return;
    }
    List<Finding> others = first.subList(shown, first.size());
    Map<String, String> of =
        Map.of(
            "n", Figures.of(others.size()),
            "all", Figures.of(Math.max(first.size(), group.count()) - shown));
    html.open("details").open("summary").text(texts.ui("report.html.further"));
    html.text(" (" + texts.ui("report.html.contextOf", of) + ")").close("summary");
    html.open("ul", "class", "further");
    for (Finding finding : others) {
      html.open("li");
      where(html, finding.location());
      html.text(texts.ui("report.colon") + " ");
      what(html, finding);
      html.close("li");
    }
    html.close("ul").close("details");
  }

  /** The shortest that finds it. */
  private void where(Markup html, Location at) {
    String cell = at.source();
    if (cell != null) {
      html.inline("bdi", Plain.clip(cell, LONGEST));
    } else if (at.line() > 0) {
      html.inline("bdi", texts.ui("report.html.line", n(at.line())));
    } else if (at.record() > 0) {
      html.inline("bdi", texts.ui("report.observation", n(at.record())));
    } else {
      html.text(texts.ui("report.html.wholeMessage"));
    }
  }

  private void what(Markup html, Finding finding) {
    String value = finding.value();
    if (value != null && finding.details().isEmpty()) {
      value(html, value);
    } else {
      detail(html, finding);
    }
  }

  private void detail(Markup html, Finding finding) {
    String detail =
        wording.detail(finding.problem(), finding.value(), finding.suggestion(), finding.details());
    boolean translated = wording.translated(finding.problem().rule(), "detail");
    html.inline("bdi", Plain.clip(detail, 5 * LONGEST), Markup.language(translated));
  }

  private void sample(Markup html, Result.Sample sample) {
    Finding finding = sample.finding();
    html.open("li");
    place(html, finding.location());
    String excerpt = sample.excerpt();
    if (excerpt != null) {
      Marked marked = Marked.of(sample, excerpt);
      html.open("pre", "class", "excerpt", "dir", "ltr", "tabindex", "0").text(marked.before());
      if (!marked.marked().isEmpty()) {
        html.inline("mark", marked.marked());
      }
      html.text(marked.after()).close("pre");
    }
    html.open("p", "class", "detail");
    detail(html, finding);
    html.close("p").close("li");
  }

  /** Each part keeps its own direction. */
  private void place(Markup html, Location at) {
    html.open("p", "class", "place");
    String cell = at.source();
    if (cell != null) {
      html.text(texts.ui("report.source", Map.of("cell", "")).strip() + " ");
      html.inline("bdi", Plain.clip(cell, LONGEST)).text(" · ");
    }
    if (at.line() > 0) {
      html.inline("bdi", texts.ui("report.html.line", n(at.line()))).text(" · ");
    }
    if (at.column() > 0) {
      html.inline("bdi", texts.ui("report.html.column", n(at.column()))).text(" · ");
    }
    html.inline(
        "bdi",
        at.record() > 0
            ? texts.ui("report.observation", n(at.record()))
            : texts.ui("report.html.wholeMessage"));
    if (at.byteOffset() >= 0) {
      html.text(" · ").inline("bdi", texts.ui("report.byte", n(at.byteOffset())));
    }
    html.close("p");
  }

  /** A value of the file. */
  static void value(Markup html, String text) {
    String shown = text.isEmpty() ? "\"\"" : Plain.value(text, LONGEST);
    html.inline("code", shown, "dir", "ltr");
  }

  /** A number that is to be looked up, not read: digits only. */
  private static Map<String, String> n(long number) {
    return Map.of("n", Long.toString(number));
  }
}
