package org.midex.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.midex.model.Result;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Edition;
import org.midex.schema.Extension;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/**
 * Results as HTML in one language, within a limit of bytes: what does not fit is counted instead.
 */
public final class ResultHtml {
  private static final int LISTED = 100;
  private static final int LONGEST = 300;

  /** Bytes of what is written of a file besides its groups. */
  private static final int BANNER = 4_000;

  private final Catalogue catalogue;
  private final Texts texts;
  private final Wording wording;
  private final GroupHtml groups;
  private final String program;
  private final String made;
  private final Markup files = new Markup();
  private final Markup body = new Markup();
  private final Set<String> explained = new TreeSet<>();
  private long room;
  private int number;
  private int unlisted;

  /**
   * @param made when the files were judged, for people
   * @param room bytes that may be written
   */
  public ResultHtml(Catalogue catalogue, String language, String program, String made, int room) {
    this.catalogue = catalogue;
    this.texts = catalogue.texts(language);
    this.wording = new Wording(catalogue, texts);
    this.groups = new GroupHtml(wording, texts);
    this.program = program;
    this.made = made;
    this.room = room - 2L * BANNER;
  }

  /** Two-letter code of ISO 639-1. */
  public String language() {
    return texts.language();
  }

  /** {@code rtl} or {@code ltr}, as its own words are written. */
  public String direction() {
    int first = texts.ui("report.conformant").codePointAt(0);
    byte direction = Character.getDirectionality(first);
    boolean left =
        direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    return left ? "rtl" : "ltr";
  }

  /** The language's name in itself. */
  public String name() {
    Locale locale = Locale.forLanguageTag(language());
    String name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  public String title() {
    return texts.ui("report.html.title");
  }

  /** The word for language. */
  public String languageWord() {
    return texts.ui("report.html.language");
  }

  /** What a button says when it has copied. */
  public String copied() {
    return texts.ui("report.html.copied");
  }

  /**
   * Adds a file that could not be judged.
   *
   * @param reason for people
   */
  public void failed(String file, String reason) {
    String verdict = texts.ui("report.couldNotFinish");
    if (!listed(file, "couldNotFinish", verdict, Map.of())) {
      return;
    }
    Markup html = new Markup();
    banner(html, "couldNotFinish", "!", verdict);
    html.block("p", texts.ui("report.html.failed"), "class", "lead");
    html.block("p", Plain.clip(reason, LONGEST), "class", "detail");
    html.open("dl");
    fact(html, "report.html.file", file, true);
    judgedBy(html);
    html.close("dl").close("header").close("section");
    put(html);
  }

  /**
   * Adds a file's outcome.
   *
   * @param share files that still share the room, this one included
   */
  public void add(Result result, int share) {
    String verdict = texts.ui("report." + Words.of(result.verdict()));
    if (!listed(result.file(), Words.of(result.verdict()), verdict, result.counts())) {
      return;
    }
    Markup html = new Markup();
    banner(html, Words.of(result.verdict()), sign(result), verdict);
    html.block("p", texts.ui("report.counts", counts(result.counts())), "class", "lead");
    if (!result.readToEnd()) {
      html.block("p", texts.ui("report.html.stopped"), "class", "stopped");
    }
    html.open("dl");
    facts(html, result);
    html.close("dl").close("header");
    long allowed = Math.max(0, room / Math.max(1, share) - html.bytes() - BANNER);
    findings(html, result, allowed);
    notJudged(html, result);
    html.close("section");
    put(html);
  }

  private static String sign(Result result) {
    return switch (result.verdict()) {
      case CONFORMANT -> "✔";
      case NOT_CONFORMANT -> "✖";
      case INCOMPLETE -> "?";
    };
  }

  /** A line in the list of files; false when there is no room for it. */
  private boolean listed(String file, String word, String verdict, Map<Severity, Long> counts) {
    number++;
    Markup row = new Markup();
    row.open("tr").open("td", "class", "v " + word).text(verdict).end("td").open("td");
    String name = Plain.clip(file, LONGEST);
    boolean whole = room > 3L * BANNER;
    if (whole) {
      row.inline("a", name, "href", "#" + id(""), "dir", "ltr");
    } else {
      row.text(name);
    }
    row.end("td");
    for (Severity severity : Severity.values()) {
      row.inline("td", Figures.of(counts.getOrDefault(severity, 0L)), "class", "n");
    }
    row.close("tr");
    int bytes = row.bytes();
    if (bytes + BANNER > room) {
      unlisted++;
      return false;
    }
    room -= bytes;
    files.add(row);
    return whole;
  }

  private void put(Markup html) {
    room -= html.bytes();
    body.add(html);
  }

  private String id(String part) {
    return language() + "-f" + number + part;
  }

  private void banner(Markup html, String word, String sign, String verdict) {
    html.open("section", "class", "file", "id", id(""), "tabindex", "-1");
    html.open("header", "class", "banner " + word).open("h2");
    html.inline("span", sign, "class", "sign", "aria-hidden", "true").text(" ");
    html.text(verdict).close("h2");
  }

  private void facts(Markup html, Result result) {
    fact(html, "report.html.file", result.file(), true);
    html.open("div", "class", "wide").inline("dt", "SHA-256").open("dd");
    html.inline("code", result.sha256(), "dir", "ltr").end("dd").close("div");
    String type = result.type();
    if (type != null) {
      String name = catalogue.findTheme(type).map(t -> texts.themeName(t) + " (").orElse("");
      String version = result.version() == null ? "" : " " + result.version();
      fact(html, "report.html.theme", name + type + version + (name.isEmpty() ? "" : ")"), false);
    }
    String end = texts.ui(result.readToEnd() ? "report.readToEnd" : "report.stopped");
    fact(html, "report.html.rows", Figures.of(result.rows()) + ", " + end, false);
    judgedBy(html);
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

  private void findings(Markup html, Result result, long allowed) {
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
      Markup written =
          groups.write(group, id("-g" + (shown + 1)), id("-list"), ruleId(rule), result.rows());
      long bytes = (long) written.bytes() + LONGEST + explanation(rule);
      if (used + bytes > allowed) {
        break;
      }
      used += bytes;
      room -= explanation(rule);
      explained.add(rule);
      details.add(written);
      shown++;
    }
    html.open("section", "class", "findings", "id", id("-list"), "tabindex", "-1");
    html.block("h2", texts.ui("report.html.repairFirst"));
    html.block("p", texts.ui("report.html.repairLead"), "class", "note");
    list(html, ranked.subList(0, Math.min(shown, LISTED)));
    html.add(details);
    if (shown < ranked.size()) {
      List<Result.Group> left = ranked.subList(shown, ranked.size());
      long count = left.stream().mapToLong(Result.Group::count).sum();
      Map<String, String> values = Map.of("n", Figures.of(left.size()), "count", Figures.of(count));
      html.block("p", texts.ui("report.html.more", values), "class", "more");
    }
    String command = "midex validate " + Plain.clip(result.file(), LONGEST);
    html.block("p", texts.ui("report.html.again", Map.of("command", command)), "class", "note");
    html.close("section");
  }

  private void list(Markup html, List<Result.Group> shown) {
    html.open("table", "class", "list").open("thead").open("tr");
    html.inline("th", texts.ui("report.html.severity"), "scope", "col");
    html.inline("th", texts.ui("report.html.problem"), "scope", "col");
    html.inline("th", texts.ui("report.html.findings"), "scope", "col", "class", "n");
    html.inline("th", texts.ui("report.html.observations"), "scope", "col", "class", "n");
    html.close("tr").close("thead").open("tbody");
    int i = 0;
    for (Result.Group group : shown) {
      html.open("tr").open("td");
      groups.severity(html, group.severity());
      html.end("td").open("td");
      html.inline("a", groups.message(group), "href", "#" + id("-g" + ++i)).end("td");
      html.inline("td", Figures.of(group.count()), "class", "n");
      html.inline("td", rows(group), "class", "n").close("tr");
    }
    html.close("tbody").close("table");
  }

  private String rows(Result.Group group) {
    if (Ranking.ofMessage(group)) {
      return "–";
    }
    String rows = Figures.of(Ranking.rows(group));
    return group.spread().exact() ? rows : texts.ui("report.html.atLeast", Map.of("n", rows));
  }

  private void notJudged(Markup html, Result result) {
    html.open("section", "class", "notjudged");
    html.block("h2", texts.ui("report.html.notJudged"));
    if (result.notRun().isEmpty()) {
      String key = result.readToEnd() ? "report.html.allJudged" : "report.html.stopped";
      html.block("p", texts.ui(key)).close("section");
      return;
    }
    html.open("table").open("thead").open("tr");
    html.inline("th", texts.ui("report.html.reason"), "scope", "col");
    html.inline("th", texts.ui("report.html.times"), "scope", "col", "class", "n");
    html.inline("th", texts.ui("report.html.rule"), "scope", "col");
    html.close("tr").close("thead").open("tbody");
    Map<List<String>, Set<String>> rules = new LinkedHashMap<>();
    for (Result.NotRun n : result.notRun()) {
      List<String> cause = List.of(wording.why(n.why()), Figures.of(n.count()));
      rules.computeIfAbsent(cause, c -> new LinkedHashSet<>()).add(n.rule());
    }
    int left = LISTED;
    for (Map.Entry<List<String>, Set<String>> cause : rules.entrySet()) {
      if (left-- > 0) {
        html.open("tr").inline("td", cause.getKey().get(0));
        html.inline("td", cause.getKey().get(1), "class", "n");
        html.inline(
            "td", Plain.clip(String.join(", ", cause.getValue()), 2 * LONGEST), "dir", "ltr");
        html.close("tr");
      }
    }
    html.close("tbody").close("table").close("section");
  }

  private String ruleId(String rule) {
    return language() + "-rule-" + rule;
  }

  /** Bytes that explaining a rule takes; none when it is explained already. */
  private int explanation(String rule) {
    return explained.contains(rule) ? 0 : explain(rule).bytes();
  }

  private Markup explain(String id) {
    Markup html = new Markup();
    html.open("section", "class", "rule", "id", ruleId(id), "tabindex", "-1");
    html.open("h3").inline("bdi", Plain.clip(id, LONGEST)).close("h3");
    catalogue
        .findRule(id)
        .ifPresent(
            rule -> {
              html.block("p", texts.explanation(rule));
              html.open("p", "class", "note").text(texts.ui("explain.source")).text(": ");
              html.inline("bdi", rule.source()).close("p");
            });
    return html.close("section");
  }

  private static Map<String, String> counts(Map<Severity, Long> counts) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      figures.put(Words.of(severity), Figures.of(counts.getOrDefault(severity, 0L)));
    }
    return figures;
  }

  /**
   * Everything that was added.
   *
   * @param masked whether values may be hidden
   */
  public String write(boolean masked) {
    Markup html = new Markup();
    html.open(
        "main",
        "id",
        "m-" + language(),
        "lang",
        language(),
        "dir",
        direction(),
        "data-title",
        title(),
        "data-copied",
        copied());
    html.block("h1", title());
    if (number > 1) {
      files(html);
    }
    html.add(body);
    if (!explained.isEmpty()) {
      html.open("section", "class", "rules").block("h2", texts.ui("report.html.rules"));
      new ArrayList<>(explained).forEach(rule -> html.add(explain(rule)));
      html.close("section");
    }
    if (masked && html.toString().contains(MaskedExcerpt.MASK)) {
      html.block("p", texts.ui("report.html.masked"), "class", "note");
    }
    return html.close("main").toString();
  }

  private void files(Markup html) {
    html.open("section").block("h2", texts.ui("report.html.files"));
    html.open("table", "class", "files").open("thead").open("tr");
    html.inline("th", texts.ui("report.html.verdict"), "scope", "col");
    html.inline("th", texts.ui("report.html.file"), "scope", "col");
    for (Severity severity : Severity.values()) {
      html.inline("th", texts.ui("report." + Words.of(severity)), "scope", "col", "class", "n");
    }
    html.close("tr").close("thead").open("tbody").add(files).close("tbody").close("table");
    if (unlisted > 0) {
      Map<String, String> n = Map.of("n", Figures.of(unlisted));
      html.block("p", texts.ui("report.html.moreFiles", n), "class", "more");
    }
    html.close("section");
  }
}
