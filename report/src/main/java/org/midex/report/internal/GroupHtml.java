package org.midex.report.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.midex.model.Finding;
import org.midex.model.Result;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.CodeSearch;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/** Lays out one group of findings as HTML: what is wrong, how to repair it, and where it is. */
final class GroupHtml {
  private static final int VALUES = 12;
  private static final int TOKENS = 100;
  private static final int CODES = 30;
  private static final int PERHAPS = 5;
  private static final int ASKED = 50;
  private static final int LEAST = 3;
  private static final int LONGEST = 120;

  private final Wording wording;
  private final Texts texts;
  private final Catalogue catalogue;
  private final PlacesHtml places;
  private final CodeSearch search;

  GroupHtml(Catalogue catalogue, Wording wording, Texts texts) {
    this.catalogue = catalogue;
    this.wording = wording;
    this.texts = texts;
    this.places = new PlacesHtml(wording, texts);
    this.search = new CodeSearch(catalogue);
  }

  /** What is wrong, in a sentence. */
  String message(Result.Group group) {
    String first = group.values().isEmpty() ? null : group.values().get(0).value();
    return Plain.clip(wording.message(group.problem(), first), 4 * LONGEST);
  }

  /** The same, said to be English where it is. */
  void message(Markup html, Result.Group group) {
    boolean translated = wording.translated(group.problem().rule(), "message");
    html.inline("bdi", message(group), Markup.language(translated));
  }

  /** Severity as a sign and a word. */
  void severity(Markup html, Severity severity) {
    String word = Words.of(severity);
    html.open("span", "class", "severity " + word);
    html.inline("span", Words.sign(severity), "aria-hidden", "true").text(" ");
    html.inline("span", texts.ui("report." + word), "class", "word").end("span");
  }

  /**
   * The whole group.
   *
   * @param first its first findings, samples included
   * @param id of its element
   * @param list id of the list that it is reached from
   * @param rule id of the element that explains its rule
   * @param rows rows of the file
   */
  Markup write(
      Result.Group group, List<Finding> first, String id, String list, String rule, long rows) {
    Markup html = new Markup();
    html.open(
        "article", "class", "group " + Words.of(group.severity()), "id", id, "tabindex", "-1");
    html.open("h3");
    severity(html, group.severity());
    html.text(" ");
    message(html, group);
    html.close("h3");
    facts(html, group, rule);
    wording
        .fix(group.problem())
        .ifPresent(
            fix -> {
              html.open("p", "class", "fix")
                  .inline("strong", texts.ui("report.html.fix"))
                  .text(texts.ui("report.colon") + " ");
              boolean translated = wording.translated(group.problem().rule(), "fix");
              html.inline("bdi", fix, Markup.language(translated)).close("p");
            });
    values(html, group);
    codes(html, group);
    tokens(html, group);
    Strip.draw(html, group.spread(), rows, texts);
    places.write(html, group, first);
    html.open("p", "class", "back noprint");
    html.inline("a", texts.ui("report.html.back"), "href", "#" + list).close("p");
    return html.close("article");
  }

  private void facts(Markup html, Result.Group group, String rule) {
    html.open("p", "class", "facts");
    html.inline("span", texts.ui("report.html.findingsCount", n(group.count()))).text(" · ");
    html.inline("span", concerned(group)).text(" · ");
    html.open("a", "href", "#" + rule).text(texts.ui("report.html.explained")).text(" (");
    html.inline("span", group.problem().rule(), "dir", "ltr").text(")").end("a").close("p");
  }

  private String concerned(Result.Group group) {
    if (Ranking.ofMessage(group)) {
      return texts.ui("report.html.wholeMessage");
    }
    String key = group.spread().exact() ? "report.html.concerns" : "report.html.concernsAtLeast";
    return texts.ui(key, n(Ranking.rows(group)));
  }

  private void values(Markup html, Result.Group group) {
    List<Result.ValueCount> values = group.values();
    if (values.isEmpty() || isInContext(group)) {
      return;
    }
    List<Result.ValueCount> shown = Shapes.some(values, VALUES);
    long others =
        group.otherValues()
            + values.stream().mapToLong(Result.ValueCount::count).sum()
            - shown.stream().mapToLong(Result.ValueCount::count).sum();
    long most = values.get(0).count();
    boolean suggested = shown.stream().anyMatch(v -> v.suggestion() != null);
    html.open("table", "class", "values").block("caption", texts.ui("report.html.values"));
    html.open("thead").open("tr");
    html.inline("th", texts.ui("report.html.value"), "scope", "col");
    html.inline("th", texts.ui("report.html.times"), "scope", "col", "class", "n");
    html.own("<td></td>");
    if (suggested) {
      html.inline("th", texts.ui("report.html.suggestion"), "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    for (Result.ValueCount value : shown) {
      html.open("tr").open("td");
      PlacesHtml.value(html, value.value());
      html.end("td");
      count(html, value.count(), most);
      if (suggested) {
        html.open("td");
        String suggestion = value.suggestion();
        if (suggestion != null) {
          PlacesHtml.value(html, suggestion);
        }
        html.end("td");
      }
      html.close("tr");
    }
    if (others > 0) {
      html.open("tr").inline("td", texts.ui("report.html.others"));
      html.inline("td", Figures.of(others), "class", "n");
      html.own(suggested ? "<td></td><td></td>" : "<td></td>").close("tr");
    }
    html.close("tbody").close("table");
  }

  /** Whether the only finding is shown in its row and there is nothing more to say of its value. */
  private static boolean isInContext(Result.Group group) {
    return group.count() == 1
        && group.values().get(0).suggestion() == null
        && group.samples().stream().anyMatch(s -> s.excerpt() != null && s.caret() >= 0);
  }

  private static void count(Markup html, long count, long most) {
    long width = Math.max(1, 100 * count / most);
    html.inline("td", Figures.of(count), "class", "n");
    html.open("td", "class", "bar", "aria-hidden", "true");
    html.open("svg", "viewBox", "0 0 100 10", "preserveAspectRatio", "none");
    html.open("rect", "width", Long.toString(width), "height", "10")
        .end("rect")
        .end("svg")
        .end("td");
  }

  /** The codes of which one was expected, when they are few and it is not known which was meant. */
  private void codes(Markup html, Result.Group group) {
    if (group.values().stream().allMatch(v -> v.suggestion() != null)) {
      return;
    }
    CodeList list = expected(group).flatMap(catalogue::findCodeList).orElse(null);
    if (list != null && list.codes().size() > CODES) {
      perhaps(html, group, list);
    } else if (list != null) {
      html.open("p", "class", "codes");
      html.inline("strong", texts.ui("report.html.codes", Map.of("list", list.id())));
      String before = texts.ui("report.colon") + " ";
      for (Code code : list.codes()) {
        html.text(before).inline("code", code.id(), "dir", "ltr").text(" ");
        html.inline("bdi", texts.name(list, code));
        before = " · ";
      }
      html.close("p");
    }
  }

  /**
   * Codes that begin like the value, or whose name does, where none of them was clearly meant.
   * Values without any take nobody's place.
   */
  private void perhaps(Markup html, Result.Group group, CodeList list) {
    List<String> values =
        group.values().stream()
            .filter(v -> v.suggestion() == null)
            .map(v -> v.value().strip())
            .filter(GroupHtml::mayBegin)
            .distinct()
            .limit(ASKED)
            .toList();
    int lines = 0;
    for (String text : values) {
      List<Code> codes = lines < PERHAPS ? search.beginning(text, list, PERHAPS) : List.of();
      if (!codes.isEmpty()) {
        perhaps(html, text, codes, list);
        lines++;
      }
    }
  }

  /** Whether a value says enough to begin a name: three letters or digits. */
  private static boolean mayBegin(String text) {
    return text.length() <= LONGEST
        && text.codePoints().filter(Character::isLetterOrDigit).count() >= LEAST;
  }

  private void perhaps(Markup html, String text, List<Code> codes, CodeList list) {
    html.open("p", "class", "codes");
    html.inline(
        "strong", texts.ui("report.html.perhaps", Map.of("value", Plain.value(text, LONGEST))));
    String before = texts.ui("report.colon") + " ";
    for (Code code : codes) {
      html.text(before).inline("code", code.id(), "dir", "ltr").text(" ");
      html.inline("bdi", texts.name(list, code));
      before = " · ";
    }
    html.close("p");
  }

  /** Id of the list of which a code was expected, if one was. */
  private static Optional<String> expected(Result.Group group) {
    return Optional.ofNullable(group.problem().parameters().get("list"))
        .or(
            () ->
                group.samples().stream()
                    .map(s -> s.finding().details().get("expected"))
                    .filter(Objects::nonNull)
                    .findFirst());
  }

  /** What a mapping's {@code tokens} would say, ready to be copied. */
  private void tokens(Markup html, Result.Group group) {
    if (!group.problem().parameters().containsKey("list")) {
      return;
    }
    String tokens =
        group.values().stream()
            .filter(v -> v.suggestion() != null && v.value().length() <= LONGEST)
            .limit(TOKENS)
            .map(v -> quoted(v.value()) + ": " + quoted(String.valueOf(v.suggestion())))
            .collect(Collectors.joining(", "));
    if (!tokens.isEmpty()) {
      html.open("div", "class", "tokens").inline("span", texts.ui("report.html.tokens"));
      html.open("button", "type", "button", "class", "copy", "hidden", "");
      html.text(texts.ui("report.html.copy")).end("button");
      html.open("pre", "dir", "ltr", "tabindex", "0");
      html.text("tokens: {" + tokens + "}").close("pre").close("div");
    }
  }

  /** In YAML, which reads the escapes of what no eye tells apart. */
  private static String quoted(String value) {
    return '"' + Plain.distinct(value.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  private static Map<String, String> n(long number) {
    return Map.of("n", Figures.of(number));
  }
}
