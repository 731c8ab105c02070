package org.midex.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.Input;
import org.midex.Midex.Imported;
import org.midex.Rejects;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.Node;
import org.midex.model.Result;
import org.midex.report.Report;
import org.midex.report.wording.Figures;
import org.midex.schema.CodeList;
import org.midex.schema.Edition;
import org.midex.tabular.Account;
import org.midex.tabular.FilledTemplate;
import org.midex.tabular.Mapping;
import org.midex.validation.FindingCollector;
import org.midex.validation.TeeSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a message of a table. */
@Command(
    description = {
      "Make a message of a table (CSV or XLSX, .gz too) by a mapping.",
      "A filled-in template and SDMX-CSV of a theme need none.",
      "The message is written even when some cells cannot be translated; the account says what became of every cell."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex import population.csv --map unhcr-population -o population.xml",
      "  midex import office.csv --map office.yaml --header header.yaml -o office.avro",
      "  midex import template.xlsx -o message.xml",
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
      description = "CSV or XLSX table or filled-in template, .gz too; - for stdin.")
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
      Way way = way(source);
      try (MessageOutput message = MessageOutput.of(target, syntax, this)) {
        return run(source, way, message);
      }
    }
  }

  /** How a table becomes a message. */
  private interface Importer {
    Imported run(Source source, String id, Path target, FindingSink sink) throws IOException;
  }

  /**
   * A way to read a table.
   *
   * @param name of the mapping
   * @param theme its theme, or null when it is not known
   * @param knowsSender whether somebody said who sends the message
   * @param input the table as a message to judge
   */
  private record Way(
      String name,
      @Nullable String theme,
      boolean knowsSender,
      Importer importer,
      Function<Source, Input> input) {}

  private Way way(Source source) throws IOException {
    FilledTemplate template =
        tables.named() ? null : main().midex().findTemplate(source).orElse(null);
    return template == null
        ? byMapping(tables.reading(source, this))
        : byTemplate(template, tables.ownHeader(this));
  }

  private Way byMapping(TableOptions.Reading reading) {
    Mapping mapping = reading.mapping();
    Node header = reading.header();
    return new Way(
        mapping.id(),
        mapping.theme().id(),
        !header.first("Sender", "Authority").equals(Optional.of(CodeList.UNKNOWN)),
        (source, id, target, sink) ->
            main().midex().importTable(source, mapping, header, id, target, sink),
        source -> Input.table(source, mapping, header));
  }

  private Way byTemplate(FilledTemplate template, @Nullable Node own) {
    return new Way(
        "template",
        template.theme(),
        true,
        (source, id, target, sink) ->
            main().midex().importTemplate(source, template, own, id, target, sink),
        source -> Input.template(source, template, own));
  }

  private List<String> row(String id) {
    Mapping mapping = Mapping.builtIn(main().catalogue(), id);
    return List.of(id, mapping.theme().id(), mapping.title());
  }

  private int run(Source source, Way way, MessageOutput message) throws IOException {
    boolean toStdout = message.isStdout();
    FindingCollector collector = new FindingCollector(main().catalogue());
    try (Report report =
            findings.open(
                main(),
                toStdout ? main().surroundings().err() : main().stdout(),
                1,
                false,
                Stream.of(main().asGiven(), tables.asGiven()).flatMap(List::stream).toList());
        Rejects rejected = rejects.open(main())) {
      FindingSink heard = new TeeSink(collector, report.begin(source.name()));
      FindingSink all = rejected == null ? heard : new TeeSink(heard, rejected);
      Imported imported = imported(source, way, message, all);
      if (rejected != null) {
        rejects.write(this, rejected, way.input().apply(source));
      }
      if (imported.written()) {
        message.finish();
      }
      Result result = result(source, way, imported, collector);
      if (findings.text()) {
        PrintWriter told = toStdout ? err() : out();
        account(new Page(told), result.file(), way, imported);
        told.flush();
      }
      if (!findings.text() || !result.groups().isEmpty()) {
        report.add(result);
      }
      return findings.exit(result);
    }
  }

  private Imported imported(Source source, Way way, MessageOutput message, FindingSink sink)
      throws IOException {
    String id = "urn:uuid:" + UUID.randomUUID();
    try (Progress progress = Progress.of(main(), err())) {
      Watch watch = progress.begin(source);
      return way.importer().run(watch.source(), id, message.path(), new TeeSink(sink, watch));
    }
  }

  private Result result(Source source, Way way, Imported imported, FindingCollector collector)
      throws IOException {
    Edition edition = main().catalogue().edition();
    return new Result(
        source.name(),
        Inputs.sha256(source),
        null,
        way.theme(),
        edition.standard(),
        edition.date().toString(),
        collector.verdict(),
        imported.observations(),
        imported.written(),
        collector.counts(),
        collector.groups(),
        collector.notRun());
  }

  private void account(Page page, String table, Way way, Imported imported) {
    Map<String, String> names =
        Map.of(
            "file",
            table,
            "output",
            String.valueOf(output),
            "theme",
            String.valueOf(way.theme()),
            "mapping",
            way.name());
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
    if (!way.knowsSender()) {
      page.line(main().texts().ui("import.noSender"));
    }
  }

  private List<String> line(String key, long count) {
    return List.of(main().texts().ui("import." + key), Figures.of(count));
  }
}
