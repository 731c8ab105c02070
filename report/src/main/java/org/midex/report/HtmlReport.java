package org.midex.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.midex.model.FindingSink;
import org.midex.model.Result;
import org.midex.report.internal.HtmlPage;
import org.midex.report.internal.Json;
import org.midex.report.internal.Places;
import org.midex.report.internal.ResultHtml;
import org.midex.schema.Catalogue;

/**
 * Results as one HTML file for people who repair data: in all languages of the catalogue, without
 * network, and below {@value #LARGEST} bytes however many findings and files there are. What does
 * not fit is counted in it. Not thread-safe.
 */
public final class HtmlReport implements Report {
  /** Bytes that the file stays below. */
  public static final int LARGEST = 1_000_000;

  private static final DateTimeFormatter MADE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int FRAME = 20_000;

  private final Writer out;
  private final ReportSettings settings;
  private final List<ResultHtml> languages;
  private Places places;
  private int left;

  /**
   * @param out written in UTF-8; stays open
   * @param files how many files the report will tell of
   */
  public HtmlReport(OutputStream out, ReportSettings settings, int files) {
    this.out = Json.writer(out);
    this.settings = settings;
    this.places = new Places(settings.masking());
    this.left = files;
    Catalogue catalogue = settings.catalogue();
    List<String> known = catalogue.languages();
    int room = (LARGEST - FRAME) / known.size();
    String made = MADE.format(settings.made());
    this.languages = known.stream().map(l -> new ResultHtml(settings, l, made, room)).toList();
  }

  @Override
  public FindingSink begin(String file) {
    places = new Places(settings.masking());
    return places;
  }

  @Override
  public void add(Result result) {
    Result shown = settings.masking().apply(result);
    languages.forEach(l -> l.add(shown, places, left));
    left--;
  }

  @Override
  public void failed(String file, String reason) {
    languages.forEach(l -> l.failed(file, reason));
    left--;
  }

  @Override
  public void close() throws IOException {
    boolean masked = settings.masking() != Masking.NOTHING;
    HtmlPage.write(out, languages, settings.language(), masked);
    out.flush();
  }
}
