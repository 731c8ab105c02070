package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.midex.Receipts.Answer;
import org.midex.Receipts.Checked;
import org.midex.model.Receipt;
import org.midex.model.Result;
import org.midex.report.Report;
import org.midex.report.wording.Figures;
import org.midex.schema.CodeList;
import org.midex.schema.Texts;

/** What the command says of receipts. */
final class ReceiptText {
  private static final String OUTCOMES = "CL_RECEIPT_OUTCOME";

  private final ReceiptCommand job;
  private final Texts texts;

  ReceiptText(ReceiptCommand job) {
    this.job = job;
    this.texts = job.main().texts();
  }

  /**
   * Tells what was found, and where the receipts are.
   *
   * @return the exit code
   */
  int answers(Path file, List<Answer> answers, List<String> written) throws IOException {
    report(answers.stream().map(Answer::results).toList());
    Page page = new Page(job.out());
    int exit = Exit.OK;
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      String outcome = outcome(answer.receipt());
      page.line(
          texts.ui(
              "receipt.written",
              Map.of(
                  "file", file.toString(),
                  "outcome", outcome,
                  "output", written.get(i))));
      exit = Exit.gravest(exit, ReceiptCommand.exit(answer));
    }
    return exit;
  }

  /**
   * Tells what receipts say, and what is wrong with them.
   *
   * @return the exit code
   */
  int checks(Path sent, List<Checked> checked) throws IOException {
    report(checked.stream().map(Checked::results).toList());
    Page page = new Page(job.out());
    int exit = Exit.OK;
    for (Checked one : checked) {
      Receipt receipt = one.receipt();
      if (receipt != null) {
        String key = one.holds() ? "receipt.says" : "receipt.claims";
        page.line(texts.ui(key, Map.of("file", sent.toString(), "outcome", outcome(receipt))));
        findings(page, receipt);
      }
      exit = Exit.gravest(exit, ReceiptCommand.exit(one));
    }
    return exit;
  }

  /** A package is told of once, however many messages are in it. */
  private void report(List<List<Result>> all) throws IOException {
    Set<Result> results = new LinkedHashSet<>();
    all.forEach(results::addAll);
    Findings findings = new Findings();
    try (Report report =
        findings.open(job.main(), job.main().stdout(), results.size(), false, List.of())) {
      for (Result result : results) {
        report.begin(result.file());
        report.add(result);
      }
    }
  }

  private String outcome(Receipt receipt) {
    CodeList list = job.main().catalogue().codeList(OUTCOMES);
    String outcome =
        list.find(receipt.outcome().code())
            .map(code -> texts.name(list, code))
            .orElse(receipt.outcome().code());
    return receipt.incomplete() ? outcome + " (" + texts.ui("receipt.incomplete") + ")" : outcome;
  }

  private void findings(Page page, Receipt receipt) {
    List<List<String>> lines = new ArrayList<>();
    for (Receipt.Found found : receipt.findings()) {
      String field = found.field() == null ? "" : found.field();
      lines.add(
          List.of(
              texts.ui("report." + found.severity().code()),
              found.rule(),
              field,
              Figures.of(found.count()) + "×",
              message(found)));
    }
    page.table("  ", lines);
  }

  /** What a rule says, without the values that a receipt does not hold. */
  private String message(Receipt.Found found) {
    return job.main()
        .catalogue()
        .findRule(found.rule())
        .map(
            rule ->
                texts.message(
                    rule, Map.of("field", Objects.requireNonNullElse(found.field(), "—"))))
        .map(text -> text.replaceAll("\\{[a-zA-Z]+}", "…"))
        .orElse("");
  }
}
