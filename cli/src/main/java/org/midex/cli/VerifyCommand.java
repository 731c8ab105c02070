package org.midex.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.Packages;
import org.midex.codec.pack.Certificates;
import org.midex.codec.pack.Policy;
import org.midex.codec.pack.Trust;
import org.midex.codec.pack.Verifier;
import org.midex.model.Party;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.CertificateView;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.SignatureReport;
import org.midex.model.signature.Verification;
import org.midex.report.VerificationReports;
import org.midex.schema.CatalogueException;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--trust",
      paramLabel = "DIR",
      required = true,
      description =
          "Folder with trust.yaml: authorities, and which certificates may speak for whom.")
  private Path trust;

  @Option(
      names = "--signature",
      paramLabel = "FILE",
      description = "The detached signature, where it is not FILE.p7s.")
  private @Nullable Path signature;

  @Option(
      names = "--crl",
      paramLabel = "DIR",
      description = "Folder with further revocation lists.")
  private @Nullable Path lists;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "What is wanted of signatures (YAML).")
  private @Nullable Path policy;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When the answer is to hold, such as 2026-11-26T12:00:00Z; now unless said.")
  private @Nullable String at;

  @Option(
      names = "--receiver",
      paramLabel = "AREA:AUTHORITY",
      description = "Who verifies, and must be among those that the package is meant for.")
  private @Nullable String receiver;

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
    Verifier verifier = new Verifier(trust(), policy(), time(), party());
    Packages packages = new Packages(main().midex());
    Map<String, Verification> found = new LinkedHashMap<>();
    int exit = Exit.OK;
    for (Path file : files) {
      Verification one = packages.verify(file, signature, verifier);
      found.put(file.toString(), one);
      exit = Exit.gravest(exit, exit(one.outcome()));
    }
    try (OutputStream out = OutputFile.open(output, main())) {
      VerificationReports reports = new VerificationReports(main().catalogue(), main().texts());
      if (format == Format.json) {
        reports.json(out, found);
      } else {
        print(reports, found, out);
      }
    }
    return exit;
  }

  private static int exit(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Exit.OK;
      case FAILED -> Exit.NOT_CONFORMANT;
      case INDETERMINATE -> Exit.UNDECIDED;
    };
  }

  private Trust trust() throws IOException {
    try {
      Trust read = Trust.read(trust);
      return lists == null ? read : read.withLists(lists());
    } catch (CatalogueException e) {
      throw usage(e);
    }
  }

  private List<X509CRL> lists() throws IOException {
    List<X509CRL> all = new ArrayList<>();
    try (Stream<Path> found = Files.list(lists)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        all.addAll(Certificates.readLists(file));
      }
    }
    return all;
  }

  private Policy policy() throws IOException {
    try {
      return policy == null ? Policy.standard() : Policy.read(policy);
    } catch (CatalogueException e) {
      throw usage(e);
    }
  }

  private Instant time() {
    try {
      return at == null ? main().surroundings().clock().instant() : Instant.parse(at);
    } catch (DateTimeException e) {
      throw usage("--at: a time such as 2026-11-26T12:00:00Z is expected");
    }
  }

  private @Nullable Party party() {
    if (receiver == null) {
      return null;
    }
    int colon = receiver.indexOf(':');
    if (colon < 1 || colon == receiver.length() - 1) {
      throw usage("--receiver: AREA:AUTHORITY is expected, such as DEU:EXAMPLE-MIN");
    }
    return new Party(receiver.substring(0, colon), receiver.substring(colon + 1));
  }

  private void print(VerificationReports reports, Map<String, Verification> files, OutputStream out)
      throws IOException {
    java.io.PrintWriter writer =
        new java.io.PrintWriter(
            new java.io.OutputStreamWriter(out, java.nio.charset.StandardCharsets.UTF_8));
    Page page = new Page(writer);
    for (Map.Entry<String, Verification> one : files.entrySet()) {
      print(page, reports, one.getKey(), one.getValue());
    }
    writer.flush();
  }

  private void print(Page page, VerificationReports reports, String file, Verification found) {
    page.line(VerificationReports.overall(found.outcome()) + "  " + file);
    if (found.sender() != null) {
      page.line(
          "  "
              + text(
                  "way",
                  Map.of(
                      "sender", found.sender().toString(),
                      "receivers",
                          String.join(
                              ", ", found.receivers().stream().map(Party::toString).toList()))));
    }
    page.line("  " + text("files", Map.of("files", String.join(", ", found.files()))));
    print(page, reports, found.faults());
    for (SignatureReport signature : found.signatures()) {
      print(page, reports, signature);
    }
  }

  private void print(Page page, VerificationReports reports, SignatureReport signature) {
    page.blank();
    CertificateView signer = signature.signer();
    String name = signer == null ? text("nobody", Map.of()) : signer.subject();
    page.line("  " + text("by", Map.of("signer", name)));
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<Aspect, Outcome> one : signature.ordered().entrySet()) {
      rows.add(
          List.of(
              text(one.getKey().name().toLowerCase(Locale.ROOT), Map.of()), one.getValue().name()));
    }
    page.table("    ", rows);
    if (signature.claimedTime() != null) {
      page.line("    " + text("claimed", Map.of("time", signature.claimedTime().toString())));
    }
    if (signature.provenTime() != null) {
      page.line("    " + text("proven", Map.of("time", signature.provenTime().toString())));
    }
    print(page, reports, signature.faults());
  }

  private static void print(Page page, VerificationReports reports, List<Fault> faults) {
    for (Fault fault : faults) {
      page.paragraph("  ", reports.line(fault));
      page.paragraph("    ", reports.fix(fault));
    }
  }

  private String text(String key, Map<String, String> values) {
    return main().texts().ui("verify." + key, values);
  }
}
