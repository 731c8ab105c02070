package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a message in another syntax. */
@Command(
    description =
        "Write a message in another syntax, or in canonical form, without losing anything.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex convert population.xml -o population.avro",
      "  midex convert population.avro -o - --to xml | xmllint --format -"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written",
      "1:refused, because the message has structural errors",
      "2:wrong usage",
      "3:could not be completed",
      "4:refused, because of parts of a newer version"
    })
final class ConvertCommand extends Job {
  @Parameters(paramLabel = "FILE", description = "XML or Avro message, .gz too; - for stdin.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUTPUT",
      description = "File to write, .xml or .avro, with .gz or without; - for stdout.")
  private Path output;

  @Option(
      names = "--to",
      paramLabel = "SYNTAX",
      description = "Syntax for stdout: xml or avro, xml.gz or avro.gz.")
  private @Nullable String syntax;

  @Override
  public Integer call() throws IOException {
    Reasons reasons = new Reasons(main());
    try (Source source = Inputs.open(file, main());
        MessageOutput target = MessageOutput.of(output, syntax, this)) {
      if (main().midex().convert(source, target.path(), reasons).written()) {
        target.finish();
        return Exit.OK;
      }
      Page err = new Page(err());
      err.line("midex: " + main().texts().ui("cli.refused", Map.of("file", output.toString())));
      return reasons.tell(err);
    }
  }
}
