package org.midex.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.midex.schema.Catalogue;
import org.midex.schema.Texts;

/**
 * How reports are written. Immutable.
 *
 * @param catalogue says what the rules mean
 * @param language two-letter code of ISO 639-1; what it lacks is said in English
 * @param program version of the program, for the reports that machines read
 * @param width columns of a text report, at least 40
 * @param colour whether a text report may use terminal colours
 * @param masking which values are not shown
 * @param made when the files are judged, for reports that say so
 * @param invocation what the run was asked for
 */
public record ReportSettings(
    Catalogue catalogue,
    String language,
    String program,
    int width,
    boolean colour,
    Masking masking,
    Instant made,
    Invocation invocation) {
  private static final int NARROWEST = 40;

  public ReportSettings {
    width = Math.max(NARROWEST, width);
  }

  /** English, 80 columns, no colour, nothing masked, made now. */
  public static ReportSettings of(Catalogue catalogue, String program) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new ReportSettings(
        catalogue, "en", program, 80, false, Masking.NOTHING, now, Invocation.PLAIN);
  }

  public ReportSettings in(String otherLanguage) {
    return new ReportSettings(
        catalogue, otherLanguage, program, width, colour, masking, made, invocation);
  }

  public ReportSettings coloured(boolean colours) {
    return new ReportSettings(
        catalogue, language, program, width, colours, masking, made, invocation);
  }

  public ReportSettings masking(Masking other) {
    return new ReportSettings(catalogue, language, program, width, colour, other, made, invocation);
  }

  /** In the words of another catalogue. */
  public ReportSettings of(Catalogue other) {
    return new ReportSettings(other, language, program, width, colour, masking, made, invocation);
  }

  public ReportSettings program(String other) {
    return new ReportSettings(catalogue, language, other, width, colour, masking, made, invocation);
  }

  public ReportSettings made(Instant when) {
    return new ReportSettings(
        catalogue, language, program, width, colour, masking, when, invocation);
  }

  public ReportSettings invocation(Invocation asked) {
    return new ReportSettings(catalogue, language, program, width, colour, masking, made, asked);
  }

  Texts texts() {
    return catalogue.texts(language);
  }
}
