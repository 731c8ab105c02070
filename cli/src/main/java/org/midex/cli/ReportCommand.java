package org.midex.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.midex.Source;
import org.midex.report.Invocation;
import org.midex.report.NdjsonReader;
import org.midex.report.Report;
import org.midex.report.ReportSettings;
import org.midex.schema.Catalogue;
import org.midex.schema.Extension;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a recorded report again. */
@Command(
    description = {
      "Write a report again, in another format or language, without validating again.",
      "RESULT is what midex validate --format ndjson wrote."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex validate --format ndjson -o result.ndjson population.xml",
      "  midex report result.ndjson --format html --lang fr -o report.html",
      "  midex report result.ndjson --format xlsx -o findings.xlsx"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:conformant, as the report says",
      "1:not conformant: findings at or above --fail-on",
      "2:wrong usage",
      "3:could not be completed: RESULT is no such report, or ends too early",
      "4:undecided: parts of a newer version were not judged"
    })
final class ReportCommand extends Job {
  @Parameters(paramLabel = "RESULT", description = "Report in NDJSON; - for stdin.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "REPORT",
      description = "File for the report. Default: stdout.")
  private @Nullable Path output;

  @Mixin private final Findings findings = new Findings();

  @Option(
      names = "--fail-on-new",
      description =
          "Only findings at or above --fail-on that are new, as the report says, give exit code 1.")
  private boolean failOnNew;

  private int exit = Exit.OK;

  @Override
  public Integer call() throws IOException {
    try (Source source = Inputs.open(file, main())) {
      NdjsonReader.About about = about(source);
      try (OutputStream out = OutputFile.open(output, main());
          InputStream in = source.open();
          Report report = findings.open(main(), out, about.files(), s -> asThen(s, about))) {
        NdjsonReader.replay(
            in,
            report,
            result ->
                exit =
                    Exit.gravest(
                        exit, result == null ? Exit.FAILED : findings.exit(result, failOnNew)));
      }
    }
    return exit;
  }

  private NdjsonReader.About about(Source source) throws IOException {
    try (InputStream in = source.open()) {
      NdjsonReader.About about = NdjsonReader.about(in);
      String asked = main().catalogue().extension().map(Extension::label).orElse(null);
      if (about.extension() != null && !about.extension().equals(asked) && !main().quiet()) {
        err()
            .println(
                "midex: judged with the extension "
                    + about.extension()
                    + "; --catalogue FOLDER gives its words");
      }
      return about;
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** In the words of the edition that was judged by, and as made then by that program. */
  private ReportSettings asThen(ReportSettings settings, NdjsonReader.About about) {
    Catalogue catalogue = settings.catalogue();
    ReportSettings then = settings;
    try {
      if (about.edition() != null) {
        LocalDate edition = LocalDate.parse(about.edition());
        if (catalogue.edition().known().contains(edition)) {
          catalogue = catalogue.at(edition);
        }
      }
      if (about.date() != null) {
        then = then.made(Instant.parse(about.date()));
      }
    } catch (DateTimeException e) {
      // what it says of itself is not readable; the newest words serve
    }
    Invocation asked = new Invocation(about.options(), settings.invocation().failOn(), failOnNew);
    then = then.of(about.inForce(catalogue)).invocation(asked);
    return about.program() == null ? then : then.program(about.program());
  }
}
