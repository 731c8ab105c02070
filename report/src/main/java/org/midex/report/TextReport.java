package org.midex.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.EnumMap;
import java.util.Map;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.report.internal.Json;
import org.midex.report.internal.ResultText;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Wording;

/**
 * Results for people: findings grouped by rule and field, each group with one example. Not
 * thread-safe.
 */
public final class TextReport implements Report {
  private final Writer out;
  private final ReportSettings settings;
  private final ResultText text;
  private final boolean several;
  private int failed;
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

  /**
   * @param out written in UTF-8; stays open
   * @param files how many files the report will tell of; several end in a summary
   */
  public TextReport(OutputStream out, ReportSettings settings, int files) {
    this.out = Json.writer(out);
    this.settings = settings;
    this.text =
        new ResultText(
            this.out,
            new Wording(settings.catalogue(), settings.texts()),
            settings.catalogue(),
            settings.texts(),
            settings.width(),
            settings.colour());
    this.several = files > 1;
  }

  @Override
  public void add(Result result) throws IOException {
    verdicts.merge(result.verdict(), 1, Integer::sum);
    text.write(settings.masking().apply(result));
    if (several && !result.groups().isEmpty()) {
      out.write('\n');
    }
    out.flush();
  }

  @Override
  public void failed(String file, String reason) throws IOException {
    failed++;
    text.failed(file, reason);
    if (several) {
      out.write('\n');
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (several) {
      int all = verdicts.values().stream().mapToInt(Integer::intValue).sum() + failed;
      Map<String, String> counts =
          Map.of(
              "n", Figures.of(all),
              "conformant", count(Verdict.CONFORMANT),
              "notConformant", count(Verdict.NOT_CONFORMANT),
              "incomplete", count(Verdict.INCOMPLETE));
      String files = settings.texts().ui("report.files", counts);
      Map<String, String> n = Map.of("n", Figures.of(failed));
      out.write(files + (failed == 0 ? "" : " · " + settings.texts().ui("report.filesFailed", n)));
      out.write('\n');
    }
    out.flush();
  }

  private String count(Verdict verdict) {
    return Figures.of(verdicts.getOrDefault(verdict, 0));
  }
}
