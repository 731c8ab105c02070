package org.midex.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Opens reports. */
public final class Reports {
  private Reports() {}

  /** The formats. */
  public enum Format {
    /** For people: findings grouped by rule and field, each with one example. */
    TEXT,
    /** For programs: one JSON document, described by the published {@code report.schema.json}. */
    JSON,
    /** For programs and long lists: one JSON object a line, every finding as it is found. */
    NDJSON,
    /** For people who repair data: one file for a browser, in all languages. */
    HTML,
    /** For people who filter and sort: every finding a row of a workbook. */
    XLSX,
    /** For build servers: a test case for each rule. */
    JUNIT;

    /** Whether the report is text. */
    public boolean isText() {
      return this != XLSX;
    }

    /** The name as people write it: {@code text}, {@code json}, {@code html}…. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Opens a report.
   *
   * @param out where it is written, in UTF-8; stays open
   * @param files how many files it will tell of; several make a JSON report {@code {"files":[…]}}
   *     and a text report end in a summary
   */
  public static Report open(Format format, OutputStream out, ReportSettings settings, int files)
      throws IOException {
    return switch (format) {
      case TEXT -> new TextReport(out, settings, files);
      case JSON -> new JsonReport(out, settings, files);
      case NDJSON -> new NdjsonReport(out, settings);
      case HTML -> new HtmlReport(out, settings, files);
      case XLSX -> new XlsxReport(out, settings);
      case JUNIT -> new JunitReport(out, settings);
    };
  }
}
