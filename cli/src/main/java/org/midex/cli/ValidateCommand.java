package org.midex.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.Positions;
import org.midex.Rejects;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.Node;
import org.midex.model.Result;
import org.midex.report.Report;
import org.midex.report.baseline.Baseline;
import org.midex.report.baseline.BaselineWatch;
import org.midex.tabular.FilledTemplate;
import org.midex.validation.TeeSink;
import org.midex.validation.VendorRules;
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
      "  midex validate population.xml --rules office-rules.yaml",
      "  midex validate population.xml --baseline yesterday.ndjson --fail-on-new",
      "  midex validate population.csv --map unhcr-population --write-rejects repair.csv",
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

  @Mixin private final RuleOptions rules = new RuleOptions();

  @Mixin private final BaselineOptions baselines = new BaselineOptions();

  @Mixin private final RejectOptions rejects = new RejectOptions();

  @Mixin private final Findings findings = new Findings();

  @Override
  public Integer call() throws IOException {
    VendorRules vendors = rules.apply(this);
    try (vendors) {
      return judge();
    }
  }

  private int judge() throws IOException {
    int exit = Exit.OK;
    TableOptions.Reading reading = tables.reading(this);
    Baseline baseline = baselines.read(this, files.size());
    rejects.check(this, files);
    try (OutputStream out = OutputFile.open(output, main());
        Report report = findings.open(main(), out, files.size(), baselines.onlyNew(), asGiven());
        Progress progress = Progress.of(main(), err())) {
      for (Path file : files) {
        exit = Exit.gravest(exit, validate(file, new With(reading, baseline, report, progress)));
      }
    }
    return exit;
  }

  /** What every file is judged with. */
  private record With(
      TableOptions.@Nullable Reading reading,
      @Nullable Baseline baseline,
      Report report,
      Progress progress) {}

  /** A file that cannot be read does not keep the others from being judged. */
  private int validate(Path file, With with) throws IOException {
    Source source;
    try {
      source = Inputs.open(file, main());
    } catch (IOException e) {
      return failed(file.toString(), e, with.report());
    }
    Result result;
    try (source;
        Rejects rejected = rejects.open(main())) {
      result = compared(source, with, rejected == null ? List.of() : List.of(rejected));
      if (rejected != null) {
        rejects.write(this, rejected, (found, to) -> reject(source, with.reading(), found, to));
      }
    } catch (IOException e) {
      return failed(source.name(), e, with.report());
    }
    with.report().add(result);
    return findings.exit(result, baselines.onlyNew());
  }

  /** Options that say how files are read and judged. */
  private List<String> asGiven() {
    return Stream.of(main().asGiven(), tables.asGiven(), rules.asGiven())
        .flatMap(List::stream)
        .toList();
  }

  private int failed(String file, IOException e, Report report) throws IOException {
    report.failed(file, Failures.sentence(e));
    return main().failures().code(e);
  }

  private long reject(
      Source source, TableOptions.@Nullable Reading reading, Rejects found, Path target)
      throws IOException {
    if (reading != null) {
      return main()
          .midex()
          .writeRejects(source, reading.mapping(), reading.header(), found, target);
    }
    FilledTemplate template = main().midex().findTemplate(source).orElse(null);
    return template == null
        ? main().midex().writeRejects(source, found, target)
        : main().midex().writeRejects(source, template, found, target);
  }

  private Result compared(Source source, With with, List<? extends FindingSink> listeners)
      throws IOException {
    Baseline baseline = with.baseline();
    if (baseline == null) {
      return judge(source, with, listeners);
    }
    BaselineWatch found = baseline.watch();
    List<FindingSink> all = new ArrayList<>(listeners);
    all.add(found);
    return baseline.compared(judge(source, with, all), found);
  }

  private Result judge(Source source, With with, List<? extends FindingSink> listeners)
      throws IOException {
    try (Progress progress = with.progress()) {
      Watch watch = progress.begin(source);
      List<FindingSink> sinks = new ArrayList<>(listeners);
      sinks.add(with.report().begin(source.name()));
      FindingSink told = new TeeSink(sinks.toArray(FindingSink[]::new));
      TableOptions.Reading reading = with.reading();
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
