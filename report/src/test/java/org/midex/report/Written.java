package org.midex.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.midex.model.Result;
import org.midex.schema.Catalogue;

/** Reports written to a string. */
final class Written {
  static final ReportSettings ENGLISH = ReportSettings.of(Catalogue.standard(), "0.1.0");

  private Written() {}

  static String text(ReportSettings settings, Result... results) {
    return written(Reports.Format.TEXT, settings, List.of(results));
  }

  static String json(Result... results) {
    return written(Reports.Format.JSON, ENGLISH, List.of(results));
  }

  static String written(Reports.Format format, ReportSettings settings, List<Result> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Report report = Reports.open(format, bytes, settings, results.size())) {
      for (Result result : results) {
        report.begin(result.file());
        report.add(result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
