package org.midex.report.internal;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.midex.model.Result;
import org.midex.model.SideBySide;
import org.midex.model.Verdict;
import org.midex.report.wording.Columns;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Extension;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/** Lays out one result as text. */
public final class ResultText {
  private static final String INDENT = "   ";

  private final Writer out;
  private final Wording wording;
  private final Catalogue catalogue;
  private final Texts texts;
  private final int width;
  private final Ink ink;
  private final GroupText groups;
  private final JudgementText judgement;
  private final BesideWords beside;

  public ResultText(
      Writer out, Wording wording, Catalogue catalogue, Texts texts, int width, boolean colours) {
    this.out = out;
    this.wording = wording;
    this.catalogue = catalogue;
    this.texts = texts;
    this.width = width;
    this.ink = new Ink(colours);
    this.groups = new GroupText(wording, texts, width, ink);
    this.judgement = new JudgementText(texts, width);
    this.beside = new BesideWords(texts);
  }

  public void write(Result result) throws IOException {
    head(result);
    for (Result.Group group : result.groups()) {
      for (String line : groups.lines(result.file(), group)) {
        line(line);
      }
    }
    for (String line : judgement.waived(result.judgement())) {
      line(line);
    }
    for (String line : notRun(result)) {
      line(line);
    }
    for (SideBySide comparison : result.judgement().beside()) {
      wrapped("", beside.pairs(comparison));
      for (String sums : beside.sums(comparison)) {
        wrapped(INDENT, sums);
      }
    }
    for (String line : judgement.compared(result.judgement())) {
      line(line);
    }
    if (!result.groups().isEmpty()) {
      line(texts.ui("report.counts", counts(result)) + waived(result));
      String command =
          "midex explain " + Plain.start(result.groups().get(0).problem().rule(), width);
      line(texts.ui("report.next", Map.of("command", command)));
    }
  }

  /** Names a file without a verdict. */
  public void failed(String file, String reason) throws IOException {
    line(ink.bold(texts.ui("report.couldNotFinish")) + "  " + Plain.start(file, 10 * width));
    wrapped(INDENT, Plain.text(reason));
  }

  private String waived(Result result) {
    long waived = result.judgement().waivedCount();
    return waived == 0
        ? ""
        : " · " + texts.ui("report.html.waivedCount", Map.of("n", Figures.of(waived)));
  }

  /** Rules that were not run equally often for the same reason share a line. */
  private List<String> notRun(Result result) {
    Map<String, Set<String>> rules = new LinkedHashMap<>();
    for (Result.NotRun n : result.notRun()) {
      String cause = Figures.of(n.count()) + "× (" + wording.why(n.why()) + ")";
      rules.computeIfAbsent(cause, c -> new LinkedHashSet<>()).add(n.rule());
    }
    List<String> lines = new ArrayList<>();
    rules.forEach(
        (cause, ids) -> {
          Map<String, String> values = Map.of("rules", String.join(", ", ids), "cause", cause);
          lines.addAll(Columns.wrap(Plain.text(texts.ui("report.notRun", values)), width));
        });
    return lines;
  }

  private void head(Result result) throws IOException {
    Verdict verdict = result.verdict();
    // Who reads it on a terminal has no use for half a line; what reads it from a file wants one.
    String word = texts.ui("report." + Words.of(verdict));
    String file = Plain.start(result.file(), 10 * width);
    StringBuilder about = new StringBuilder();
    if (result.type() != null) {
      about.append(Plain.start(result.type(), width));
      about.append(result.version() == null ? "" : " " + Plain.start(result.version(), width));
      about.append("   ");
    }
    if (result.isOfSignatures()) {
      about.append(texts.ui("report.signatures"));
    } else {
      about.append(rows(result.rows())).append(", ");
      about.append(texts.ui(result.readToEnd() ? "report.readToEnd" : "report.stopped"));
    }
    boolean fits = !ink.colours() || Columns.of(word + "  " + file + "   " + about) <= width;
    line(ink.verdict(verdict, word) + "  " + ink.bold(file) + (fits ? "   " + about : ""));
    if (!fits) {
      line("   " + about);
    }
    Extension extension = catalogue.extension().orElse(null);
    if (extension != null) {
      Map<String, String> values =
          Map.of("name", Plain.start(extension.name(), width), "version", extension.label());
      line("   " + texts.ui("report.withExtension", values));
    }
    for (String line : judgement.terms(result.judgement())) {
      line(line);
    }
  }

  private String rows(long rows) {
    String key = rows == 0 ? "none" : rows == 1 ? "one" : "many";
    return texts.ui("report.rows." + key, Map.of("n", Figures.of(rows)));
  }

  private static Map<String, String> counts(Result result) {
    return Map.of(
        "error", Figures.of(result.count(Severity.ERROR)),
        "warning", Figures.of(result.count(Severity.WARNING)),
        "info", Figures.of(result.count(Severity.INFO)));
  }

  private void wrapped(String indent, String text) throws IOException {
    for (String line : Columns.wrap(text, width - indent.length())) {
      line(indent + line);
    }
  }

  private void line(String line) throws IOException {
    out.write(line);
    out.write('\n');
  }
}
