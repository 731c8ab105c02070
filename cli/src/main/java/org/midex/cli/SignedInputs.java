package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.midex.Packages;
import org.midex.Source;
import org.midex.model.Result;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;
import org.midex.report.Report;

/**
 * Files that are verified before they are judged: packages, and those with a signature beside them.
 */
final class SignedInputs {
  private final Job job;
  private final TrustOptions trust;

  SignedInputs(Job job, TrustOptions trust) {
    this.job = job;
    this.trust = trust;
  }

  /**
   * Whether a file has to be verified first.
   *
   * @throws picocli.CommandLine.ParameterException when it has, but nothing says whom to believe
   */
  boolean concern(Path file) throws IOException {
    if (Inputs.isStandard(file)) {
      if (trust.wantSignatures(job)) {
        throw job.usage("- has no signature beside it: give the file's name, or no --trust");
      }
      return false;
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    if (Packages.isPackage(file)) {
      if (!trust.areGiven()) {
        throw job.usage(file + " is a package, which is verified first: --trust DIR is needed");
      }
      return true;
    }
    return trust.wantSignatures(job) || (trust.areGiven() && Files.exists(Packages.beside(file)));
  }

  /**
   * What came of verifying a file.
   *
   * @param messages what is to be judged; none when it must not be believed
   */
  record Verified(int exit, List<Source> messages) {}

  /** Verifies a file, and reports it beside the messages in it. */
  Verified verify(Path file, Report report, Findings findings, Opened opened) throws IOException {
    Packages packages = new Packages(job.main().midex());
    Verification found = packages.verify(file, null, trust.verifier(job));
    Result result = packages.result(file, found, report.begin(file.toString()));
    report.add(result);
    int exit = Exit.gravest(findings.exit(result), Exit.of(found.outcome()));
    List<Source> messages = new ArrayList<>();
    if (found.outcome() != Outcome.FAILED) {
      if (Packages.isPackage(file)) {
        messages.addAll(packages.messages(file));
        messages.forEach(opened::add);
      } else {
        messages.add(opened.open(file));
      }
    }
    return new Verified(exit, messages);
  }
}
