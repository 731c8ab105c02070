package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.midex.SealedFiles;
import org.midex.codec.pack.KeyFiles;
import org.midex.codec.pack.Verifier;
import org.midex.model.signature.Outcome;
import org.midex.report.wording.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a sealed file. */
@Command(
    description = {
      "Decrypt a sealed file, and verify the package in it.",
      "Nobody else can read what comes out, and nothing does unless it is whole and signed by whom you trust."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  midex open q1.asice.p7m -o q1.asice --key deu-seal.p12 --trust trust --receiver DEU:EXAMPLE-MIN"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:opened, and TOTAL_PASSED",
      "1:not opened: changed on the way, not sealed for this key, or FAILED",
      "2:wrong usage",
      "3:could not be completed",
      "4:not kept, because trust or revocation could not be decided (INDETERMINATE)"
    })
final class OpenCommand extends Job {
  @Parameters(paramLabel = "FILE", description = "The sealed file.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "What was sealed.")
  private Path output;

  @Mixin private KeyOptions keys;

  @Mixin private TrustOptions trust;

  @Option(
      names = "--unverified",
      description = "Keep what was sealed without asking who signed it.")
  private boolean unverified;

  @Override
  public Integer call() throws IOException {
    if (unverified && trust.areGiven()) {
      throw usage("--unverified and --trust exclude one another");
    }
    Inputs.requireFile(file, this);
    Inputs.requireOther(output, file, this);
    Verifier verifier = unverified ? null : trust.verifier(this);
    KeyFiles.Held key = keys.one(this);
    SealedFiles.Opened opened;
    try {
      opened = new SealedFiles(main().midex()).open(file, output, key, verifier);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
    Page err = new Page(err());
    VerificationText text = new VerificationText(err, main());
    if (!opened.written()) {
      String name = Plain.text(output.toString());
      err.line("midex: " + main().texts().ui("cli.refused", Map.of("file", name)));
    }
    if (opened.fault() != null) {
      text.print(List.of(opened.fault()));
      return Exit.NOT_CONFORMANT;
    }
    if (opened.verification() == null) {
      return Exit.OK;
    }
    Outcome outcome = opened.verification().outcome();
    if (outcome != Outcome.PASSED) {
      text.print(file.toString(), opened.verification());
    }
    return Exit.of(outcome);
  }
}
