package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.midex.Source;
import org.midex.codec.Digests;
import org.midex.report.wording.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a message's digests. */
@Command(
    description = {
      "Print the digests of messages; of several, with their names behind.",
      "message: SHA-256 of the canonical form; a canonical XML file's own sha256sum.",
      "data: SHA-256 of the sorted rows; equal for the same figures, whatever header, order and syntax."
    },
    footerHeading = "%nExample:%n",
    footer = {"  midex digest population.avro", "  midex digest march.xml april.xml"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:no digest, because the message has structural errors",
      "2:wrong usage",
      "3:could not be completed",
      "4:no digest, because of parts of a newer version"
    })
final class DigestCommand extends Job {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "XML or Avro messages, .gz too; - for stdin.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    int exit = Exit.OK;
    for (Path file : files) {
      exit = Exit.gravest(exit, digest(file));
    }
    return exit;
  }

  /** A file that cannot be read does not keep the others from being hashed. */
  private int digest(Path file) {
    try {
      return print(file);
    } catch (IOException e) {
      return main().failures().code(e);
    }
  }

  private int print(Path file) throws IOException {
    Reasons reasons = new Reasons(main());
    try (Source source = Inputs.open(file, main())) {
      Digests digests = main().midex().digest(source, reasons);
      if (digests == null) {
        Page err = new Page(err());
        err.line("midex: " + main().texts().ui("cli.noDigest", Map.of("file", source.name())));
        return reasons.tell(err);
      }
      String name = files.size() > 1 ? "  " + Plain.text(source.name()) : "";
      out().println("message " + digests.message() + name);
      out().println("data " + digests.data() + name);
      return Exit.OK;
    }
  }
}
