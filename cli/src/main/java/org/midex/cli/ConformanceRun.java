package org.midex.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.iut.Description;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.report.RunReports;
import org.midex.conformance.run.ExpectedFailures;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Runner;
import org.midex.conformance.suite.Suite;
import org.midex.report.wording.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the suite. */
@Command(
    name = "run",
    description = {
      "Run the suite on an implementation and write what came of it: results.json, junit.xml, report.html, summary.md and badge.svg.",
      "The implementation is a program that reads requests from stdin and answers on stdout; docs/guides/adapter.md says how to write one."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  midex conformance run --iut iut.json -o results",
      "  midex conformance run --iut iut.json --profile reader,validator --filter '**/*avro*' -o results",
      "  midex conformance run --iut iut.json --expected-failures known.txt --update -o results"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:conformant in all that it claims and that was run",
      "1:not conformant, or a failure is no longer as expected",
      "2:wrong usage",
      "3:could not be completed: the implementation cannot be started or does not greet"
    })
final class ConformanceRun extends Job {
  @Mixin private SuiteOptions options;

  @Mixin private ConformanceOptions settings;

  @Option(
      names = "--iut",
      required = true,
      paramLabel = "FILE",
      description = "How the implementation is started: {\"command\": [PROGRAM, ARGUMENT...]}.")
  private Path iut;

  @Option(
      names = "--judge",
      paramLabel = "FILE",
      description =
          "The implementation that reads what the first one makes; the reference unless said.")
  private @Nullable Path judge;

  @Option(
      names = "--expected-failures",
      paramLabel = "FILE",
      description = "Lines of ID, last day and reason: what is known to fail.")
  private @Nullable Path expected;

  @Option(
      names = "--update",
      description = "Rewrite that file as this run would have it; reasons are yours to add.")
  private boolean update;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Description description = Iuts.description("--iut", iut, this);
    Launcher second =
        judge == null ? Iuts.reference() : Iuts.child(Iuts.description("--judge", judge, this));
    ExpectedFailures known = known();
    try (SuiteOptions.Opened opened = options.open(this)) {
      requireKnown(known, opened.suite());
      RunReports.clear(settings.output());
      Runner runner =
          new Runner(
              opened.suite(),
              Iuts.child(description),
              second,
              Iuts.limit(settings.seconds(this), description),
              opened.work(),
              jobs(opened.chosen()));
      RunResult raw = run(runner, opened.chosen());
      if (update && expected != null) {
        Files.write(expected, known.updated(raw, today()), StandardCharsets.UTF_8);
      }
      RunResult run = known.apply(raw, today());
      RunReports.write(run, settings.output(), main().texts()::ui);
      Page page = new Page(out());
      ConformanceText.tell(run, page, main().texts());
      page.line(
          main()
              .texts()
              .ui(
                  "conformance.written",
                  Map.of("folder", Plain.text(settings.output().toString()))));
      return !run.isSuccess() ? Exit.NOT_CONFORMANT : run.ranAnything() ? Exit.OK : Exit.UNDECIDED;
    } catch (MisbehaviourException e) {
      throw new IOException(iut + ": " + e.said().in(main().texts()::ui), e);
    }
  }

  private RunResult run(Runner runner, int count)
      throws IOException, InterruptedException, MisbehaviourException {
    boolean shown = main().surroundings().terminal() && !main().quiet();
    AtomicInteger done = new AtomicInteger();
    RunResult run =
        runner.run(
            options.chosen(this),
            result -> {
              int now = done.incrementAndGet();
              if (shown) {
                err().print("\r" + now + "/" + count);
                err().flush();
              }
            });
    if (shown) {
      err().print("\r" + " ".repeat(20) + "\r");
      err().flush();
    }
    return run;
  }

  private int jobs(int count) {
    return Math.min(count, settings.jobs(this, Runtime.getRuntime().availableProcessors()));
  }

  private ExpectedFailures known() throws IOException {
    Path file = expected;
    if (update && file == null) {
      throw usage("--update needs --expected-failures");
    }
    if (file == null || (update && !Files.exists(file))) {
      return ExpectedFailures.none();
    }
    Inputs.requireFile(file, this);
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    try {
      return ExpectedFailures.of(lines);
    } catch (IllegalArgumentException e) {
      throw usage(file + ": " + e.getMessage());
    }
  }

  private void requireKnown(ExpectedFailures known, Suite suite) {
    try {
      known.requireKnown(suite);
    } catch (IllegalArgumentException e) {
      throw usage(expected + ": " + e.getMessage());
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(main().surroundings().clock().instant(), ZoneOffset.UTC);
  }
}
