package org.midex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.midex.model.Party;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.CertificateView;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.SignatureReport;
import org.midex.model.signature.Verification;
import org.midex.report.VerificationReports;
import org.midex.schema.Texts;

/** Who signed what, and whether to believe it, as people read it. */
final class VerificationText {
  private final Page page;
  private final VerificationReports reports;
  private final Texts texts;

  VerificationText(Page page, Main main) {
    this.page = page;
    this.texts = main.texts();
    this.reports = new VerificationReports(main.catalogue(), texts);
  }

  /** Prints what was verified of a file. */
  void print(String file, Verification found) {
    page.line(VerificationReports.overall(found.outcome()) + "  " + file);
    if (found.sender() != null) {
      page.line(
          "  "
              + text(
                  "way",
                  Map.of(
                      "sender", found.sender().toString(),
                      "receivers", Party.names(found.receivers()))));
    }
    page.line("  " + text("files", Map.of("files", String.join(", ", found.files()))));
    print(found.faults());
    for (SignatureReport signature : found.signatures()) {
      print(signature);
    }
  }

  private void print(SignatureReport signature) {
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
    print(signature.faults());
  }

  /** Prints faults, each with what to do. */
  void print(List<Fault> faults) {
    for (Fault fault : faults) {
      page.paragraph("  ", reports.line(fault));
      page.paragraph("    ", reports.fix(fault));
    }
  }

  private String text(String key, Map<String, String> values) {
    return texts.ui("verify." + key, values);
  }
}
