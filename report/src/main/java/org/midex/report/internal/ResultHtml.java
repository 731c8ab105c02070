package org.midex.report.internal;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Result;
import org.midex.report.Invocation;
import org.midex.report.ReportSettings;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/**
 * Results as HTML in one language, within a limit of bytes: what does not fit is counted instead.
 */
public final class ResultHtml {
  private static final int LONGEST = 300;

  /** Bytes of what is written of a file besides its parts. */
  private static final int FRAME = 1_000;

  /** Bytes that a file needs at least to be written of, and not listed only. */
  private static final int LEAST = 12_000;

  private final Texts texts;
  private final Invocation invocation;
  private final long limit;
  private final FilesHtml files;
  private final BannerHtml banner;
  private final FindingsHtml findings;
  private final JudgementHtml judgement;
  private final NotJudgedHtml notJudged;
  private final Explanations explanations;
  private final Markup body = new Markup();
  private long bytes;
  private int number;

  /**
   * @param settings the language of these is not heeded
   * @param made when the files were judged, for people
   * @param limit bytes that may be written
   */
  public ResultHtml(ReportSettings settings, String language, String made, int limit) {
    Catalogue catalogue = settings.catalogue();
    this.texts = catalogue.texts(language);
    this.invocation = settings.invocation();
    this.limit = limit;
    Wording wording = new Wording(catalogue, texts);
    this.files = new FilesHtml(texts);
    this.banner = new BannerHtml(catalogue, texts, settings.program(), made);
    this.explanations = new Explanations(catalogue, wording, texts);
    this.findings = new FindingsHtml(texts, new GroupHtml(catalogue, wording, texts), explanations);
    this.judgement = new JudgementHtml(wording, texts);
    this.notJudged = new NotJudgedHtml(wording, texts);
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
    if (listed(file, "couldNotFinish", verdict, null)) {
      Markup html = open();
      banner.failed(html, file, reason);
      put(html.close("section"));
    }
  }

  /**
   * Adds a file's outcome.
   *
   * @param places the file's first findings
   * @param share files that still share the room, this one included
   */
  public void add(Result result, Places places, int share) {
    String word = Words.of(result.verdict());
    if (!listed(result.file(), word, texts.ui("report." + word), result.counts())) {
      return;
    }
    Markup html = open();
    banner.write(html, result);
    long room = room() / Math.max(1, share);
    Markup after = new Markup();
    judgement.write(after, result.judgement(), room / 8);
    notJudged.write(after, result);
    String again = Plain.clip(invocation.again(Plain.clip(result.file(), LONGEST)), 4 * LONGEST);
    long left = room - html.bytes() - after.bytes() - FRAME - again.length();
    findings.write(html, result, places, id(), again, left);
    put(html.add(after).close("section"));
  }

  /** Bytes that can still be written. */
  private long room() {
    return limit - LEAST / 2 - bytes - files.bytes() - explanations.bytes();
  }

  /** Puts a file into the list; false when nothing more can be written of it. */
  private boolean listed(
      String file, String word, String verdict, @Nullable Map<Severity, Long> counts) {
    number++;
    boolean whole = room() > LEAST;
    return files.add(file, word, verdict, counts, whole ? id() : "", room()) && whole;
  }

  private Markup open() {
    return new Markup().open("section", "class", "file", "id", id(), "tabindex", "-1");
  }

  private void put(Markup html) {
    bytes += html.bytes();
    body.add(html);
  }

  private String id() {
    return language() + "-f" + number;
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
      files.write(html);
    }
    html.add(body);
    explanations.write(html);
    if (masked && html.toString().contains(MaskedExcerpt.MASK)) {
      html.block("p", texts.ui("report.html.masked"), "class", "note");
    }
    return html.close("main").toString();
  }
}
