package org.midex.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.Exchange;
import org.midex.Input;
import org.midex.Midex;
import org.midex.Positions;
import org.midex.Rejects;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.Result;
import org.midex.report.Report;
import org.midex.report.baseline.Baseline;
import org.midex.report.baseline.BaselineWatch;
import org.midex.validation.Validator;
import org.midex.validation.VendorRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges messages by the standard. */
@Command(
    description =
        "Check messages: structure, codes, periods, duplicates, totals and all other rules.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex validate population.xml",
      "  midex validate --format json -o report.json *.xml",
      "  midex validate --fail-on warning - < population.avro",
      "  midex validate population.csv --map unhcr-population",
      "  midex validate population.xml --rules office-rules.yaml",
      "  midex validate applicants.xml --against applicants-last-year.xml",
      "  midex validate arrivals-b.xml departures-a.avro",
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
  private static final int ENOUGH_THREADS = 4;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "XML or Avro messages, filled-in templates, or tables with --map; .gz too; - for stdin. Several are also judged beside one another.")
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

  @Option(
      names = "--against",
      paramLabel = "PREVIOUS",
      description =
          "Message to compare with without judging it, such as the previous one, or the other side's. Can be given several times.")
  private List<Path> against = new ArrayList<>();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = MemorySize.Converter.class,
      description =
          "Memory for what is kept of each row (16 to 60 bytes), such as 64m; what is beyond goes to temporary files, and the result is the same. Default: a fifth of the Java heap.")
  private @Nullable MemorySize memory;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads for a large message, 1 to 64; the result is the same. Default: as many as there are processors, at most 4. Fewer where the Java heap has less than 40 MB for each.")
  private @Nullable Integer threads;

  @Mixin private final TableOptions tables = new TableOptions();

  @Mixin private final RuleOptions rules = new RuleOptions();

  @Mixin private final TrustOptions trust = new TrustOptions();

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
    Baseline baseline = baselines.read(this, files.size());
    rejects.check(this, files);
    trust.requireTrustForOthers(this);
    if (threads != null && (threads < 1 || threads > Validator.MOST_THREADS)) {
      throw usage("--threads needs a number from 1 to " + Validator.MOST_THREADS);
    }
    if (Stream.of(files, against).flatMap(List::stream).filter(Inputs::isStandard).count() > 1) {
      throw usage("- (stdin) can be read only once");
    }
    try (Opened opened = new Opened(main());
        OutputStream out = OutputFile.open(output, main());
        Report report = findings.open(main(), out, files.size(), baselines.onlyNew(), asGiven());
        Progress progress = Progress.of(main(), err())) {
      List<Input> others = new ArrayList<>();
      for (Path file : against) {
        others.add(tables.input(opened.open(file), this));
      }
      List<Input> inputs = new ArrayList<>();
      int exit = Exit.OK;
      for (Path file : files) {
        exit = Exit.gravest(exit, open(file, opened, inputs, report));
      }
      Exchange exchange = Exchange.of(main().midex(), others, inputs);
      With with = new With(exchange, baseline, report, progress);
      for (Input input : inputs) {
        exit = Exit.gravest(exit, validate(input, with));
      }
      return exit;
    }
  }

  /** What every file is judged with. */
  private record With(
      Exchange exchange, @Nullable Baseline baseline, Report report, Progress progress) {}

  /** A file that cannot be read does not keep the others from being judged. */
  private int open(Path file, Opened opened, List<Input> inputs, Report report) throws IOException {
    try {
      SignedInputs signed = new SignedInputs(this, trust);
      if (!signed.concern(file)) {
        inputs.add(tables.input(opened.open(file), this));
        return Exit.OK;
      }
      SignedInputs.Verified verified = signed.verify(file, report, findings, opened);
      for (Source message : verified.messages()) {
        inputs.add(tables.input(message, this));
      }
      return verified.exit();
    } catch (IOException e) {
      return failed(file.toString(), e, report);
    }
  }

  private int validate(Input input, With with) throws IOException {
    Result result;
    try (Rejects rejected = rejects.open(main())) {
      result = compared(input, with, rejected == null ? List.of() : List.of(rejected));
      if (rejected != null) {
        rejects.write(this, rejected, input);
      }
    } catch (IOException | OutOfMemoryError e) {
      return failed(input.source().name(), e, with.report());
    }
    with.report().add(result);
    return findings.exit(result, baselines.onlyNew());
  }

  /** Options that say how files are read and judged. */
  private List<String> asGiven() {
    List<String> others =
        against.stream().flatMap(file -> Stream.of("--against", file.toString())).toList();
    return Stream.of(main().asGiven(), tables.asGiven(), rules.asGiven(), others)
        .flatMap(List::stream)
        .toList();
  }

  private int failed(String file, Throwable e, Report report) throws IOException {
    report.failed(file, Failures.sentence(e));
    return main().failures().code(e);
  }

  private Result compared(Input input, With with, List<? extends FindingSink> listeners)
      throws IOException {
    Baseline baseline = with.baseline();
    if (baseline == null) {
      return judge(input, with, listeners);
    }
    BaselineWatch found = baseline.watch();
    List<FindingSink> all = new ArrayList<>(listeners);
    all.add(found);
    return baseline.compared(judge(input, with, all), found);
  }

  private Midex midex() {
    int several = Math.min(Runtime.getRuntime().availableProcessors(), ENOUGH_THREADS);
    Midex midex = main().midex().withThreads(threads == null ? several : threads);
    return memory == null ? midex : midex.withMemory(memory.bytes());
  }

  private Result judge(Input input, With with, List<? extends FindingSink> listeners)
      throws IOException {
    try (Progress progress = with.progress()) {
      Watch watch = progress.begin(input.source());
      List<FindingSink> sinks = new ArrayList<>(listeners);
      sinks.add(watch);
      sinks.add(with.report().begin(input.source().name()));
      return midex()
          .validate(
              input.from(watch.source()),
              with.exchange(),
              positions,
              sinks.toArray(FindingSink[]::new));
    }
  }
}
