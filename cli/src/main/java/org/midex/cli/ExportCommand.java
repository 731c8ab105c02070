package org.midex.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.Midex.Exported;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.MessageHead;
import org.midex.model.Result;
import org.midex.report.Report;
import org.midex.report.wording.Figures;
import org.midex.tabular.ExportAccount;
import org.midex.validation.FindingCollector;
import org.midex.validation.TeeSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a table of a message. */
@Command(
    description = {
      "Write a message's observations as a table: SDMX-CSV, or the layout that a mapping reads.",
      "What the table cannot express is told and counted, and the rest is written; the message's header is not part of a table."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex export population.xml --to sdmx-csv -o population.csv",
      "  midex export population.xml --to sdmx-csv --labels both --separator ';' --lang fr -o population.csv",
      "  midex export population.avro --map unhcr-population -o population.csv.gz"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:exported",
      "1:exported without what the table cannot express, or nothing could be exported",
      "2:wrong usage, unknown mapping",
      "3:could not be completed",
      "4:refused, because of parts of a newer version"
    })
final class ExportCommand extends Job {
  @Parameters(paramLabel = "MESSAGE", description = "XML or Avro message, .gz too; - for stdin.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUTPUT",
      description =
          "File to write: .csv, .csv.gz or, where the mapping says so, .xlsx; - for stdout.")
  private Path output;

  @Mixin private final ExportFormat formats = new ExportFormat();

  @Mixin private final Findings findings = new Findings();

  @Override
  public Integer call() throws IOException {
    ExportFormat.Asked asked = formats.asked(this);
    try (MessageOutput table = MessageOutput.of(output, asked.format(), this);
        Source source = Inputs.open(file, main())) {
      return run(source, asked, table);
    }
  }

  private int run(Source source, ExportFormat.Asked asked, MessageOutput table) throws IOException {
    boolean toStdout = table.isStdout();
    FindingCollector collector = new FindingCollector(main().catalogue());
    try (Report report =
        findings.open(
            main(),
            toStdout ? main().surroundings().err() : main().stdout(),
            1,
            false,
            main().asGiven())) {
      FindingSink sink = new TeeSink(collector, report.begin(source.name()));
      Exported exported = exported(source, asked, table, sink);
      if (exported.written()) {
        table.finish();
      }
      Result result = result(source, exported, collector);
      if (findings.text()) {
        PrintWriter told = toStdout ? err() : out();
        account(new Page(told), result, asked, exported);
        told.flush();
      }
      if (!findings.text() || !result.groups().isEmpty()) {
        report.add(result);
      }
      return findings.exit(result);
    }
  }

  private Exported exported(
      Source source, ExportFormat.Asked asked, MessageOutput table, FindingSink sink)
      throws IOException {
    try (Progress progress = Progress.of(main(), err())) {
      Watch watch = progress.begin(source);
      return main()
          .midex()
          .export(watch.source(), asked.format(), table.path(), new TeeSink(sink, watch));
    }
  }

  private static Result result(Source source, Exported exported, FindingCollector collector)
      throws IOException {
    MessageHead head = exported.head();
    ExportAccount account = exported.account();
    return new Result(
        source.name(),
        Inputs.sha256(source),
        exported.syntax(),
        head == null ? null : head.payload(),
        head == null ? null : head.version(),
        head == null ? null : head.header().first("Edition").orElse(null),
        collector.verdict(),
        account == null ? 0 : account.observations(),
        account != null,
        collector.counts(),
        collector.groups(),
        collector.notRun());
  }

  private void account(Page page, Result result, ExportFormat.Asked asked, Exported exported) {
    Map<String, String> names =
        Map.of(
            "file",
            result.file(),
            "output",
            output.toString(),
            "theme",
            String.valueOf(result.type()),
            "format",
            asked.name());
    page.line(main().texts().ui(exported.written() ? "export.head" : "export.notWritten", names));
    ExportAccount a = exported.account();
    if (a == null) {
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(line("observations", a.observations()));
    lines.add(line("written", a.written()));
    lines.add(line("notExpressible", a.notExpressible()));
    if (a.omitted() > 0) {
      lines.add(line("omitted", a.omitted()));
    }
    lines.add(line("rows", a.rows()));
    page.table("  ", lines);
  }

  private List<String> line(String key, long count) {
    return List.of(main().texts().ui("export." + key), Figures.of(count));
  }
}
