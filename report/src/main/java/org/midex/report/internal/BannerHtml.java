package org.midex.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Comparison;
import org.midex.model.Judgement;
import org.midex.model.Result;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Catalogue;
import org.midex.schema.Edition;
import org.midex.schema.Extension;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/** The start of what a report in HTML says of a file: the verdict, and what was judged by what. */
final class BannerHtml {
  private static final int LONGEST = 300;
  private static final int LISTED = 30;

  private final Catalogue catalogue;
  private final Texts texts;
  private final JudgementWords words;
  private final String program;
  private final String made;

  BannerHtml(Catalogue catalogue, Texts texts, String program, String made) {
    this.catalogue = catalogue;
    this.texts = texts;
    this.words = new JudgementWords(texts);
    this.program = program;
    this.made = made;
  }

  /**
   * Of a file that could not be judged.
   *
   * @param reason for people
   */
  void failed(Markup html, String file, String reason) {
    open(html, "couldNotFinish", "!", texts.ui("report.couldNotFinish"));
    html.block("p", texts.ui("report.html.failed"), "class", "lead");
    html.block("p", Plain.clip(reason, LONGEST), "class", "detail");
    html.open("dl");
    fact(html, "report.html.file", file, true);
    judgedBy(html);
    html.close("dl").close("header");
  }

  void write(Markup html, Result result) {
    String word = Words.of(result.verdict());
    open(html, word, sign(result), texts.ui("report." + word));
    html.block("p", texts.ui("report.counts", counts(result.counts())), "class", "lead");
    changes(html, result.judgement());
    if (!result.readToEnd()) {
      html.block("p", texts.ui("report.html.stopped"), "class", "stopped");
    }
    html.open("dl");
    facts(html, result);
    html.close("dl");
    terms(html, result.judgement().ruleSet());
    html.close("header");
  }

  private static void open(Markup html, String word, String sign, String verdict) {
    html.open("header", "class", "banner " + word).open("h2");
    html.inline("span", sign, "class", "sign", "aria-hidden", "true").text(" ");
    html.text(verdict).close("h2");
  }

  private static String sign(Result result) {
    return switch (result.verdict()) {
      case CONFORMANT -> "✔";
      case NOT_CONFORMANT -> "✖";
      case INCOMPLETE -> "?";
    };
  }

  private static Map<String, String> counts(Map<Severity, Long> counts) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      figures.put(Words.of(severity), Figures.of(counts.getOrDefault(severity, 0L)));
    }
    return figures;
  }

  /** What is waived and what has changed since an earlier report, in figures. */
  private void changes(Markup html, Judgement judgement) {
    List<String> parts = new ArrayList<>();
    if (judgement.waivedCount() > 0) {
      parts.add(figure("report.html.waivedCount", judgement.waivedCount()));
    }
    Comparison comparison = judgement.baseline();
    if (comparison != null) {
      parts.add(figure("report.html.freshCount", comparison.sum(Comparison.Group::fresh)));
      parts.add(
          figure("report.html.persistingCount", comparison.sum(Comparison.Group::persisting)));
      parts.add(figure("report.html.fixedCount", comparison.sum(Comparison.Group::fixed)));
    }
    if (!parts.isEmpty()) {
      html.block("p", String.join(" · ", parts));
    }
  }

  private String figure(String key, long number) {
    return texts.ui(key, Map.of("n", Figures.of(number)));
  }

  private void facts(Markup html, Result result) {
    fact(html, "report.html.file", result.file(), true);
    digest(html, "SHA-256", result.sha256());
    String type = result.type();
    if (type != null) {
      String name = catalogue.findTheme(type).map(t -> texts.themeName(t) + " (").orElse("");
      String version = result.version() == null ? "" : " " + result.version();
      fact(html, "report.html.theme", name + type + version + (name.isEmpty() ? "" : ")"), false);
    }
    if (!result.isOfSignatures()) {
      String end = texts.ui(result.readToEnd() ? "report.readToEnd" : "report.stopped");
      fact(html, "report.html.rows", Figures.of(result.rows()) + ", " + end, false);
    }
    judgedBy(html);
    for (Judgement.VendorJar jar : result.judgement().vendors().stream().limit(LISTED).toList()) {
      String rules = String.join(", ", jar.rules());
      fact(html, "report.html.vendorRules", Plain.clip(jar.name(), LONGEST) + ": " + rules, false);
      if (jar.sha256() != null) {
        digest(html, "SHA-256 (" + Plain.clip(jar.name(), LONGEST) + ")", jar.sha256());
      }
    }
  }

  private static void digest(Markup html, String what, String digest) {
    html.open("div", "class", "wide").inline("dt", what).open("dd");
    html.inline("code", Plain.clip(digest, LONGEST), "dir", "ltr").end("dd").close("div");
  }

  private void judgedBy(Markup html) {
    Edition edition = catalogue.edition();
    Map<String, String> values =
        Map.of("standard", edition.standard(), "edition", edition.date().toString());
    fact(html, "report.html.judgedBy", texts.ui("report.html.standard", values), false);
    Extension extension = catalogue.extension().orElse(null);
    if (extension != null) {
      String label = extension.name() + " (" + extension.label() + ")";
      fact(html, "report.html.extension", label, false);
    }
    fact(html, "report.html.date", made, false);
    fact(html, "report.html.program", "MIDEX " + program, false);
  }

  private void fact(Markup html, String key, String value, boolean wide) {
    html.open("div", "class", wide ? "wide" : "fact").inline("dt", texts.ui(key));
    html.open("dd").inline("bdi", Plain.clip(value, LONGEST)).end("dd").close("div");
  }

  /** The rule set and what it changes. */
  private void terms(Markup html, Judgement.@Nullable RuleSetUse ruleSet) {
    if (ruleSet == null) {
      return;
    }
    html.open("div", "class", "terms").open("p");
    html.inline("strong", texts.ui("report.html.ruleSet")).text(texts.ui("report.colon") + " ");
    html.inline("bdi", Plain.clip(ruleSet.name(), LONGEST)).close("p");
    html.open("p", "class", "note").text("SHA-256 ");
    html.inline("code", Plain.clip(ruleSet.sha256(), LONGEST), "dir", "ltr").close("p");
    if (!ruleSet.changes().isEmpty()) {
      html.open("ul");
      ruleSet.changes().stream().limit(LISTED).forEach(c -> html.block("li", words.change(c)));
      html.close("ul");
    }
    if (ruleSet.changes().size() > LISTED) {
      String more = figure("report.html.moreLines", ruleSet.changes().size() - LISTED);
      html.block("p", more, "class", "more");
    }
    html.close("div");
  }
}
