package org.midex.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.midex.Midex.Imported;
import org.midex.Rejects;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.Result;
import org.midex.report.Report;
import org.midex.report.wording.Figures;
import org.midex.schema.Edition;
import org.midex.tabular.Account;
import org.midex.tabular.Mapping;
import org.midex.validation.FindingCollector;
import org.midex.validation.TeeSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a message of a table. */
@Command(
    name = "import",
    description = {
      "Make a message of a table (CSV or XLSX, .gz too) by a mapping; SDMX-CSV of a theme needs none.",
      "The message is written even when some cells cannot be translated; the account says what became of every cell."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex import population.csv --map unhcr-population -o population.xml",
      "  midex import office.csv --map office.yaml --header header.yaml -o office.avro",
      "  midex import applications.csv -o applications.xml      (SDMX-CSV that names its theme)",
      "  midex import --list-maps"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:imported",
      "1:imported with findings, or the table could not be read",
      "2:wrong usage, unknown mapping",
      "3:could not be completed"
    })
final class ImportCommand extends Job {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "CSV or XLSX table, .gz too; - for stdin.")
  private @Nullable Path file;

  @Mixin private final TableOptions tables = new TableOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUTPUT",
      description = "File to write, .xml or .avro, with .gz or without; - for stdout.")
  private @Nullable Path output;

  @Option(
      names = "--to",
      paramLabel = "SYNTAX",
      description = "Syntax for stdout: xml or avro, xml.gz or avro.gz.")
  private @Nullable String syntax;

  @Option(names = "--list-maps", description = "List the built-in mappings.")
  private boolean listMaps;

  @Mixin private final RejectOptions rejects = new RejectOptions();

  @Mixin private final Findings findings = new Findings();

  @Override
  public Integer call() throws IOException {
    if (listMaps) {
      new Page(out()).table("", Mapping.builtInIds().stream().map(this::row).toList());
      return Exit.OK;
    }
    Path table = file;
    Path target = output;
    if (table == null) {
      throw usage("FILE is missing");
    }
    if (target == null) {
      throw usage("-o is missing");
    }
    rejects.check(this, List.of(table));
    try (Source source = Inputs.open(table, main())) {
      TableOptions.Reading reading = tables.reading(source, this);
      try (MessageOutput message = MessageOutput.of(target, syntax, this)) {
        return run(source, reading, message);
      }
    }
  }

  private List<String> row(String id) {
    Mapping mapping = Mapping.builtIn(main().catalogue(), id);
    return List.of(id, mapping.theme().id(), mapping.title());
  }

  private int run(Source source, TableOptions.Reading reading, MessageOutput message)
      throws IOException {
    boolean toStdout = message.isStdout();
    FindingCollector collector = new FindingCollector(main().catalogue());
    try (Report report =
            findings.open(main(), toStdout ? main().surroundings().err() : main().stdout(), 1);
        Rejects rejected = rejects.open(main())) {
      FindingSink heard = new TeeSink(collector, report.begin(source.name()));
      FindingSink all = rejected == null ? heard : new TeeSink(heard, rejected);
      Imported imported = imported(source, reading, message, all);
      if (rejected != null) {
        rejects.write(this, source, reading, rejected);
      }
      if (imported.written()) {
        message.finish();
      }
      Result result = result(source, reading, imported, collector);
      if (findings.text()) {
        PrintWriter told = toStdout ? err() : out();
        account(new Page(told), result.file(), reading.mapping(), imported);
        told.flush();
      }
      if (!findings.text() || !result.groups().isEmpty()) {
        report.add(result);
      }
      return findings.exit(result);
    }
  }

  private Imported imported(
      Source source, TableOptions.Reading reading, MessageOutput message, FindingSink sink)
      throws IOException {
    String id = "urn:uuid:" + UUID.randomUUID();
    try (Progress progress = Progress.of(main(), err())) {
      Watch watch = progress.begin(source);
      return main()
          .midex()
          .importTable(
              watch.source(),
              reading.mapping(),
              reading.header(),
              id,
              message.path(),
              new TeeSink(sink, watch));
    }
  }

  private Result result(
      Source source, TableOptions.Reading reading, Imported imported, FindingCollector collector)
      throws IOException {
    Edition edition = main().catalogue().edition();
    return new Result(
        source.name(),
        Inputs.sha256(source),
        null,
        reading.mapping().theme().id(),
        edition.standard(),
        edition.date().toString(),
        collector.verdict(),
        imported.observations(),
        imported.written(),
        collector.counts(),
        collector.groups(),
        collector.notRun());
  }

  private void account(Page page, String table, Mapping mapping, Imported imported) {
    Map<String, String> names =
        Map.of(
            "file",
            table,
            "output",
            String.valueOf(output),
            "theme",
            mapping.theme().id(),
            "mapping",
            mapping.id());
    page.line(main().texts().ui(imported.written() ? "import.head" : "import.notWritten", names));
    Account a = imported.account();
    if (a == null) {
      return;
    }
    page.table(
        "  ",
        List.of(
            line("rows", a.rows()),
            line("cells", a.cells()),
            line("observations", a.observations()),
            line("keys", a.keys()),
            line("attributes", a.attributes()),
            line("declaredEmpty", a.declaredEmpty()),
            line("ignored", a.ignored()),
            line("findings", a.findings())));
  }

  private List<String> line(String key, long count) {
    return List.of(main().texts().ui("import." + key), Figures.of(count));
  }
}
