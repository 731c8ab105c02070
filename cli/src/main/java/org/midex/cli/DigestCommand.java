package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.midex.Midex;
import org.midex.Source;
import org.midex.codec.Digests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a message's digests. */
@Command(
    name = "digest",
    description = {
      "Print the digests of a message.",
      "message: SHA-256 of the canonical form; a canonical XML file's own sha256sum.",
      "data: SHA-256 of the sorted rows; equal for the same figures, whatever header, order and syntax."
    },
    footerHeading = "%nExample:%n",
    footer = "  midex digest population.avro",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:no digest, because the message has structural errors",
      "2:wrong usage",
      "3:could not be completed",
      "4:no digest, because of parts of a newer version"
    })
final class DigestCommand extends Job {
  @Parameters(paramLabel = "FILE", description = "XML or Avro message, .gz too; - for stdin.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Reasons reasons = new Reasons(main());
    try (Source source = Inputs.open(file, main())) {
      Digests digests = Midex.standard().digest(source, reasons);
      if (digests == null) {
        Page err = new Page(err());
        err.line("midex: " + main().texts().ui("cli.noDigest", Map.of("file", source.name())));
        return reasons.tell(err);
      }
      out().println("message " + digests.message());
      out().println("data " + digests.data());
      return Exit.OK;
    }
  }
}
