package org.midex.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.Positions;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.Node;
import org.midex.model.Result;
import org.midex.report.Report;
import org.midex.tabular.FilledTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges messages by the standard. */
@Command(
    name = "validate",
    description =
        "Check messages: structure, codes, periods, duplicates, totals and all other rules.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex validate population.xml",
      "  midex validate --format json -o report.json *.xml",
      "  midex validate --fail-on warning - < population.avro",
      "  midex validate population.csv --map unhcr-population",
      "  midex validate template.xlsx"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:conformant",
      "1:not conformant: findings at or above --fail-on; what is no message is a finding too",
      "2:wrong usage",
      "3:could not be completed",
      "4:undecided: parts of a newer version were not judged",
      " :Over several files the gravest wins: 3, 1, 4, 0."
    })
final class ValidateCommand extends Job {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "XML or Avro messages, filled-in templates, or tables with --map; .gz too; - for stdin.")
  private List<Path> files;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "REPORT",
      description = "File for the report. Default: stdout.")
  private @Nullable Path output;

  @Option(
      names = "--positions",
      paramLabel = "WHICH",
      defaultValue = "samples",
      description =
          "Findings with line, column and byte offset of the value: ${COMPLETION-CANDIDATES}. With all, ndjson has them in every line; the file is read twice.")
  private Positions positions = Positions.SAMPLES;

  @Mixin private final TableOptions tables = new TableOptions();

  @Mixin private final Findings findings = new Findings();

  @Override
  public Integer call() throws IOException {
    int exit = Exit.OK;
    TableOptions.Reading reading = tables.reading(this);
    try (OutputStream out = OutputFile.open(output, main());
        Report report = findings.open(main(), out, files.size());
        Progress progress = Progress.of(main(), err())) {
      for (Path file : files) {
        exit = Exit.gravest(exit, validate(file, reading, report, progress));
      }
    }
    return exit;
  }

  /** A file that cannot be read does not keep the others from being judged. */
  private int validate(
      Path file, TableOptions.@Nullable Reading reading, Report report, Progress progress)
      throws IOException {
    Source source;
    try {
      source = Inputs.open(file, main());
    } catch (IOException e) {
      return failed(file.toString(), e, report);
    }
    Result result;
    try (source) {
      result = judge(source, reading, report, progress);
    } catch (IOException e) {
      return failed(source.name(), e, report);
    }
    report.add(result);
    return findings.exit(result);
  }

  private int failed(String file, IOException e, Report report) throws IOException {
    report.failed(file, Failures.sentence(e));
    return main().failures().code(e);
  }

  private Result judge(
      Source source, TableOptions.@Nullable Reading reading, Report report, Progress progress)
      throws IOException {
    try (progress) {
      Watch watch = progress.begin(source);
      FindingSink told = report.begin(source.name());
      if (reading != null) {
        return main()
            .midex()
            .validate(watch.source(), reading.mapping(), reading.header(), positions, watch, told);
      }
      FilledTemplate template = main().midex().findTemplate(source).orElse(null);
      if (template == null) {
        tables.requireNoHeader(this);
        return main().midex().validateMessage(watch.source(), positions, watch, told);
      }
      Node own = tables.ownHeader(this);
      return main().midex().validate(watch.source(), template, own, positions, watch, told);
    }
  }
}
