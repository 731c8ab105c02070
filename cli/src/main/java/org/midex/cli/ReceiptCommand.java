package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.Correspondence;
import org.midex.Packages;
import org.midex.Receipts;
import org.midex.Receipts.Answer;
import org.midex.Receipts.Checked;
import org.midex.codec.pack.Signing;
import org.midex.codec.pack.Verifier;
import org.midex.model.Party;
import org.midex.model.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers what arrived with a receipt, and looks at receipts that came back. */
@Command(
    description = {
      "Write a receipt for a message or package that arrived: accepted, accepted with warnings, or rejected, with what was found.",
      "With --check: say what a receipt that came back says, and whether it is one of what was sent."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex receipt march.xml -o receipt.xml --as DEU:EXAMPLE-MIN",
      "  midex receipt april.xml -o r.xml --as DEU:EXAMPLE-MIN --earlier march.xml",
      "  midex receipt q1.asice -o r.asice --as DEU:EXAMPLE-MIN --trust trust --key deu.p12",
      "  midex receipt --check r.asice --about q1.asice --trust trust"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:accepted, also with warnings; the receipt is written",
      "1:rejected; the receipt is written. With --check also: no receipt of what was sent",
      "2:wrong usage",
      "3:could not be completed",
      "4:undecided: trust or revocation could not be decided, or parts of a newer version not be judged; the receipt is written"
    })
final class ReceiptCommand extends Job {
  @Parameters(
      paramLabel = "FILE",
      description = "Message or package that arrived; with --check the receipt that came back.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "RECEIPT",
      description =
          "Where the receipt goes: .xml, or with --key .asice. Those of further messages of a package are numbered: receipt-2.xml.")
  private @Nullable Path output;

  @Option(names = "--as", paramLabel = "AREA:AUTHORITY", description = "Who received the file.")
  private @Nullable String as;

  @Option(
      names = "--earlier",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "What arrived before, in that order: tells duplicates, corrections and ids used twice. Signatures of these are not looked at again.")
  private List<Path> earlier = new ArrayList<>();

  @Option(names = "--check", description = "Look at a receipt that came back.")
  private boolean check;

  @Option(
      names = "--about",
      paramLabel = "SENT",
      description = "With --check: the very file that was sent.")
  private @Nullable Path about;

  @Mixin private TrustOptions trust;

  @Mixin private SigningOptions signer;

  @Override
  public Integer call() throws IOException {
    Inputs.requireFile(file, this);
    trust.requireTrustForOthersThanTime(this);
    if (trust.nameReceiver()) {
      throw usage("--receiver is not for receipts: --as says who received");
    }
    try {
      return check ? check() : answer();
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    } catch (ProviderException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private int answer() throws IOException {
    if (as == null || output == null || about != null) {
      throw usage("-o RECEIPT and --as AREA:AUTHORITY are needed; --about goes with --check");
    }
    Path target = output;
    Inputs.requireOther(target, file, this);
    if (signer.areGiven() != target.toString().endsWith(".asice")) {
      throw usage(
          signer.areGiven()
              ? "-o: a signed receipt is a package, named .asice"
              : "-o: a package is signed: --key KEY is needed, or a name that ends in .xml");
    }
    Signing signing = signer.areGiven() ? signer.signing(this) : null;
    Party party = TrustOptions.party("--as", as, this);
    Correspondence correspondence = new Correspondence(main().midex(), party);
    Verifier verifier = verifier(file, party);
    for (Path before : earlier) {
      Inputs.requireFile(before, this);
      Inputs.requireOther(target, before, this);
      correspondence.remember(before);
    }
    List<Answer> answers = correspondence.receive(file, trust.time(this), verifier);
    List<String> written = write(answers, target, signing);
    return new ReceiptText(this).answers(file, answers, written);
  }

  private @Nullable Verifier verifier(Path of, @Nullable Party by) throws IOException {
    if (!trust.areGiven()) {
      if (Packages.isPackage(of)) {
        throw usage(of + " is a package, which is verified first: --trust DIR is needed");
      }
      return null;
    }
    return trust.verifier(this, by);
  }

  /** Writes the receipts; returns the name of the file that each is in. */
  private List<String> write(List<Answer> answers, Path target, @Nullable Signing signing)
      throws IOException {
    Receipts receipts = new Receipts(main().midex());
    List<String> written = new ArrayList<>();
    if (signing != null) {
      Packages.Signed signed = receipts.sign(answers, target, signing);
      if (!signed.written()) {
        throw new IOException("the receipt is not conformant itself: " + signed.results());
      }
    }
    for (int i = 0; i < answers.size(); i++) {
      Path one =
          signing != null
              ? target
              : target.resolveSibling(Receipts.name(i, String.valueOf(target.getFileName())));
      if (signing == null) {
        receipts.write(answers.get(i), one);
      }
      written.add(one.toString());
    }
    return written;
  }

  private int check() throws IOException {
    if (about == null || as != null || output != null || signer.areGiven() || !earlier.isEmpty()) {
      throw usage("--check takes the receipt, --about SENT and --trust DIR, and nothing else");
    }
    Path sent = about;
    Inputs.requireFile(sent, this);
    if (!Files.isRegularFile(sent)) {
      throw new IOException(sent + " is no file");
    }
    List<Checked> checked = new Receipts(main().midex()).check(file, sent, verifier(file, null));
    return new ReceiptText(this).checks(sent, checked);
  }

  /** Exit code of an answer. */
  static int exit(Answer answer) {
    if (answer.undecided()) {
      return Exit.UNDECIDED;
    }
    return exit(answer.receipt());
  }

  /** Exit code of what came back. */
  static int exit(Checked checked) {
    Receipt receipt = checked.receipt();
    if (receipt == null || (!checked.holds() && !checked.undecided())) {
      return Exit.NOT_CONFORMANT;
    }
    int said = receipt.incomplete() ? Exit.UNDECIDED : Exit.OK;
    return Exit.gravest(
        receipt.outcome() == Receipt.Outcome.REJECTED ? Exit.NOT_CONFORMANT : said,
        checked.undecided() ? Exit.UNDECIDED : Exit.OK);
  }

  private static int exit(Receipt receipt) {
    return receipt.outcome() == Receipt.Outcome.REJECTED ? Exit.NOT_CONFORMANT : Exit.OK;
  }
}
