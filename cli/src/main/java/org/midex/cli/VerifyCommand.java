package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.Packages;
import org.midex.codec.pack.Verifier;
import org.midex.model.signature.Verification;
import org.midex.report.VerificationReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies signatures. */
@Command(
    description = {
      "Say who signed files and whether to believe it, asking nobody over a network.",
      "Five verdicts: crypto (the bytes are what was signed), path (the certificate leads to an authority"
          + " of the trust folder), revocation, policy (algorithms and times), scope (every file is signed,"
          + " the certificate may speak for the sender, the receiver is meant)."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  midex verify q1.asice --trust trust/ --receiver DEU:EXAMPLE-MIN",
      "  midex verify march.xml --trust trust/        # with march.xml.p7s beside it"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:TOTAL_PASSED",
      "1:FAILED",
      "2:wrong usage",
      "3:could not be completed",
      "4:INDETERMINATE: trust or revocation could not be decided"
    })
final class VerifyCommand extends Job {
  enum Format {
    text,
    json
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Packages, or files with FILE.p7s beside them.")
  private List<Path> files;

  @Mixin private TrustOptions trust;

  @Option(
      names = "--signature",
      paramLabel = "FILE",
      description =
          "The detached signature, where it is not FILE.p7s; those in a package are not looked at then.")
  private @Nullable Path signature;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said.")
  private Format format = Format.text;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the report goes; stdout unless said.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    if (signature != null && files.size() > 1) {
      throw usage("--signature is of one file");
    }
    for (Path file : files) {
      Inputs.requireFile(file, this);
    }
    Verifier verifier = trust.verifier(this);
    Packages packages = new Packages(main().midex());
    Map<String, Verification> found = new LinkedHashMap<>();
    int exit = Exit.OK;
    for (Path file : files) {
      Verification one = packages.verify(file, signature, verifier);
      found.put(file.toString(), one);
      exit = Exit.gravest(exit, Exit.of(one.outcome()));
    }
    try (OutputStream out = OutputFile.open(output, main())) {
      if (format == Format.json) {
        new VerificationReports(main().catalogue(), main().texts()).json(out, found);
      } else {
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, UTF_8));
        VerificationText text = new VerificationText(new Page(writer), main());
        found.forEach(text::print);
        writer.flush();
      }
    }
    return exit;
  }
}
