package org.midex.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Result;
import org.midex.report.wording.Columns;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Texts;

/**
 * Lays out one group of findings: what is wrong and how often, which values, one example, how to
 * repair it.
 */
final class GroupText {
  private static final String INDENT = "   ";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:+-]*");
  private static final int LONGEST_VALUE = 40;
  private static final int VALUE_LINES = 2;

  private final Wording wording;
  private final Texts texts;
  private final int width;
  private final Ink ink;

  GroupText(Wording wording, Texts texts, int width, Ink ink) {
    this.wording = wording;
    this.texts = texts;
    this.width = width;
    this.ink = ink;
  }

  List<String> lines(String file, Result.Group group) {
    List<String> lines = new ArrayList<>(title(group));
    lines.addAll(values(group));
    if (!group.samples().isEmpty()) {
      lines.addAll(example(file, group.samples().get(0)));
    }
    lines.addAll(fix(group));
    return lines;
  }

  private List<String> title(Result.Group group) {
    String severity = texts.ui("report." + Words.of(group.severity()));
    String lead = severity + " " + Plain.start(group.problem().rule(), LONGEST_VALUE) + "  ";
    String first = group.values().isEmpty() ? null : group.values().get(0).value();
    String message = Plain.text(wording.message(group.problem(), first));
    String count = Figures.of(group.count()) + "×";
    int room = Math.max(20, width - Columns.of(lead) - count.length() - 1);
    List<String> lines = Columns.wrap(message, room);
    int gap = Math.max(1, width - Columns.of(lead + lines.get(0)) - count.length());
    lines.set(
        0,
        ink.severity(group.severity(), severity)
            + lead.substring(severity.length())
            + lines.get(0)
            + " ".repeat(gap)
            + count);
    lines.subList(1, lines.size()).replaceAll(l -> " ".repeat(Columns.of(lead)) + l);
    return lines;
  }

  /** The most frequent values that fit, and how many others there are. */
  private List<String> values(Result.Group group) {
    List<String> parts = new ArrayList<>();
    long others = group.otherValues();
    int room = (width - INDENT.length()) * VALUE_LINES - 20;
    for (Result.ValueCount value : group.values()) {
      String part = value(value.value()) + " " + Figures.of(value.count());
      room -= Columns.of(part) + 3;
      if (room < 0) {
        others += value.count();
      } else {
        parts.add(part);
      }
    }
    if (others > 0) {
      parts.add(texts.ui("report.others", Map.of("n", Figures.of(others))));
    }
    return parts.isEmpty()
        ? List.of()
        : indented(Columns.join(parts, " · ", width - INDENT.length()));
  }

  /** A value as it stands in a line of words: quoted unless it is a word itself. */
  private static String value(String value) {
    String plain = Plain.value(value, LONGEST_VALUE);
    return WORD.matcher(plain).matches() ? plain : '"' + plain + '"';
  }

  private List<String> example(String file, Result.Sample sample) {
    Finding finding = sample.finding();
    List<String> lines = new ArrayList<>();
    lines.add(INDENT + "┌─ " + place(file, finding.location()));
    String bar = INDENT + "│ ";
    int room = width - bar.length();
    String said =
        finding.suggestion() == null
            ? ""
            : texts.ui("report.expected", Map.of("value", value(finding.suggestion())));
    String raw = sample.excerpt();
    if (raw != null) {
      Excerpt excerpt = Excerpt.of(raw, sample.caret(), sample.caretLength(), room);
      lines.add(bar + excerpt.line());
      if (excerpt.caret() >= 0) {
        String carets =
            " ".repeat(excerpt.caret())
                + ink.severity(finding.severity(), "^".repeat(excerpt.caretWidth()));
        boolean fits = excerpt.caret() + excerpt.caretWidth() + 1 + Columns.of(said) <= room;
        lines.add(bar + carets + (fits && !said.isEmpty() ? " " + said : ""));
        said = fits ? "" : said;
      }
    }
    if (!said.isEmpty()) {
      lines.add(bar + said);
    }
    if (finding.suggestion() == null || !finding.details().isEmpty()) {
      String detail =
          wording.detail(
              finding.problem(), finding.value(), finding.suggestion(), finding.details());
      Columns.wrap(Plain.text(detail), room).forEach(l -> lines.add(bar + l));
    }
    return lines;
  }

  private String place(String file, Location at) {
    StringBuilder place = new StringBuilder(Plain.start(name(file), width));
    if (at.line() > 0) {
      place.append(':').append(at.line());
      place.append(at.column() > 0 ? ":" + at.column() : "");
    } else if (at.byteOffset() >= 0) {
      place
          .append(INDENT)
          .append(texts.ui("report.byte", Map.of("n", Long.toString(at.byteOffset()))));
    }
    if (at.record() > 0) {
      place
          .append(INDENT)
          .append(texts.ui("report.observation", Map.of("n", Long.toString(at.record()))));
    }
    if (at.source() != null) {
      String source =
          texts.ui("report.source", Map.of("cell", Plain.start(at.source(), LONGEST_VALUE)));
      place.append(INDENT).append('(').append(source).append(')');
    }
    return place.toString();
  }

  private static String name(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** Suggestions for the values shown first, then the rule's own advice. */
  private List<String> fix(Result.Group group) {
    String suggestions =
        String.join(
            ", ",
            group.values().stream()
                .filter(v -> v.suggestion() != null)
                .limit(5)
                .map(v -> value(v.value()) + "→" + value(String.valueOf(v.suggestion())))
                .toList());
    String advice = Plain.text(wording.fix(group.problem()).orElse(""));
    String text =
        suggestions.isEmpty() || advice.isEmpty()
            ? suggestions + advice
            : suggestions + "; " + advice;
    return text.isEmpty()
        ? List.of()
        : indented(
            Columns.wrap(texts.ui("report.fix", Map.of("text", text)), width - INDENT.length()));
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream().map(l -> INDENT + l).toList();
  }
}
