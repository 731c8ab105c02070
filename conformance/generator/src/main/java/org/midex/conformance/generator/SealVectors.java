package org.midex.conformance.generator;

import static org.midex.conformance.generator.Cases.bytes;

import java.io.IOException;

/** SEAL-2, SEAL-4, SEAL-6: what is sealed, and for whom it may be. */
final class SealVectors {
  private static final String OTHERS =
      "What one government seals another one has to open, with software that it chose itself.";
  private static final String GIVEN =
      "Whoever has a receiver's key reads everything that was sealed for it; once sealed for the wrong one it cannot be called back.";
  private static final String LATER =
      "Who keeps a copy of the sealed file can read it once quantum computers break such keys; senders have to know.";

  private final Cases cases;
  private final Bench bench;

  SealVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    kinds();
    several();
    contents();
    receivers();
    certificates();
    faulty();
  }

  private Case usual(String id, String clauses, String title, String why, String... certificates)
      throws IOException {
    return cases
        .of(id, clauses, title, why)
        .file(Case.PACKAGE, bench.usual().bytes())
        .seal(Case.PACKAGE, certificates);
  }

  private void kinds() throws IOException {
    String[][] kinds = {{"rsa", "RSA-3072"}, {"p256", "ECDSA-P256"}};
    for (String[] kind : kinds) {
      String key = "deu-seal-" + kind[0];
      usual(
              "seal-" + kind[0],
              "SEAL-1 SEAL-2",
              "Seals a package for " + kind[1] + ", and says that it is not safe for ever",
              OTHERS + " " + LATER,
              key)
          .algorithms(kind[1])
          .written(Output.opens(Case.PACKAGE, key), "MDX-P63");
    }
    usual("seal-mlkem", "SEAL-1 SEAL-2", "Seals a package for ML-KEM-768", OTHERS, "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .near("MDX-P63", "MDX-P64", "MDX-P65", "MDX-P66", "MDX-P67")
        .written(Output.opens(Case.PACKAGE, "deu-seal-mlkem"));
  }

  private void several() throws IOException {
    usual(
            "seal-several-keys",
            "SEAL-2 SEAL-4",
            "Seals a package for three keys of one receiver; each of them opens it",
            OTHERS,
            "deu-seal-rsa",
            "deu-seal-p256",
            "deu-seal-mlkem")
        .algorithms("RSA-3072", "ECDSA-P256", "ML-KEM-768")
        .written(
            Output.opens(Case.PACKAGE, "deu-seal-rsa", "deu-seal-p256", "deu-seal-mlkem"),
            "MDX-P63");
    cases
        .of(
            "seal-two-receivers",
            "SEAL-2 SEAL-4",
            "Seals a message for the two receivers that it names",
            OTHERS)
        .file(
            Asic.MESSAGE,
            Letters.from(Letters.AUSTRIA, "1012", "5210", Letters.GERMANY, Letters.FRANCE))
        .seal(Asic.MESSAGE, "deu-seal-mlkem", "fra-seal-mlkem")
        .algorithms("ML-KEM-768")
        .near("MDX-P63", "MDX-P64", "MDX-P65")
        .written(Output.opens(Asic.MESSAGE, "deu-seal-mlkem", "fra-seal-mlkem"));
    usual(
            "seal-and-open",
            "SEAL-1 SEAL-2",
            "Seals a package for RSA, P-256 and ML-KEM-768, and opens with each what it sealed",
            "An office that cannot open what it sealed itself has lost it.",
            "deu-seal-rsa",
            "deu-seal-p256",
            "deu-seal-mlkem")
        .algorithms("RSA-3072", "ECDSA-P256", "ML-KEM-768")
        .writes(Output.opens(Case.PACKAGE, "deu-seal-p256"), "MDX-P63")
        .reopen("deu-seal-rsa")
        .writes(Output.same(Case.PACKAGE))
        .reopen("deu-seal-p256")
        .writes(Output.same(Case.PACKAGE))
        .reopen("deu-seal-mlkem")
        .written(Output.same(Case.PACKAGE));
    usual(
            "seal-not-for-others",
            "SEAL-2 SEAL-4",
            "What it sealed for one key another key of the same receiver does not open",
            "Sealed is for those who are named, and nobody else.",
            "deu-seal-mlkem")
        .algorithms("ML-KEM-768", "ECDSA-P256")
        .writes(Output.opens(Case.PACKAGE, "deu-seal-mlkem"))
        .reopen("deu-seal-p256")
        .refused("MDX-P60");
  }

  private void contents() throws IOException {
    cases
        .of("seal-message", "SEAL-1", "Seals a message that is in no package", OTHERS)
        .file(Asic.MESSAGE, Letters.GOOD)
        .seal(Asic.MESSAGE, "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .near("MDX-P63")
        .written(Output.opens(Asic.MESSAGE, "deu-seal-mlkem"));
    byte[] table = bytes("year,persons\n2024,5210\n");
    cases
        .of(
            "seal-table",
            "SEAL-1 SEAL-4",
            "Seals a table, which names no receiver, for one of the trust folder",
            "Tables and notes are confidential too; whom they are for the sender says by the certificate.")
        .file("table.csv", table)
        .seal("table.csv", "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .near("MDX-P64", "MDX-P65")
        .written(Output.opens("table.csv", "deu-seal-mlkem"));
    cases
        .of(
            "seal-empty-file",
            "SEAL-1",
            "Seals an empty file",
            "The end of nothing has to be proven as well.")
        .file("empty.csv", new byte[0])
        .seal("empty.csv", "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .written(Output.opens("empty.csv", "deu-seal-mlkem"));
    byte[] large = bytes("AUT;SYR;_T;2024;5210\n".repeat(8_000));
    cases
        .of(
            "seal-large-file",
            "SEAL-1",
            "Seals a table of 160 kilobytes",
            "Content of more than one buffer has to come out whole and in order.")
        .file("table.csv", large)
        .seal("table.csv", "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .written(Output.opens("table.csv", "deu-seal-mlkem"));
    cases
        .of(
            "seal-without-trust",
            "SEAL-4",
            "Seals for anybody where no trust folder is named",
            "Who names no trust folder vouches for the certificate himself.")
        .file(Case.PACKAGE, bench.usual().bytes())
        .seal(Case.PACKAGE, "deu-seal-unbound")
        .without("trust")
        .written(Output.opens(Case.PACKAGE, "deu-seal-unbound"), "MDX-P63");
    cases
        .of(
            "seal-certificate-to-sign-with-for-anybody",
            "SEAL-2",
            "Does not seal for a certificate that is for signing, where no trust folder is named",
            "Who vouches for a certificate himself may still have taken the wrong one of two.")
        .file(Case.PACKAGE, bench.usual().bytes())
        .seal(Case.PACKAGE, "aut-p256")
        .without("trust")
        .refusedAnyhow();
  }

  private void receivers() throws IOException {
    usual(
            "seal-receiver-not-named",
            "SEAL-4",
            "Does not seal for France what is addressed to Germany",
            GIVEN,
            "fra-seal-mlkem")
        .algorithms("ML-KEM-768")
        .refused("MDX-P65");
    usual(
            "seal-one-receiver-not-named",
            "SEAL-4",
            "Does not seal for Germany and France what is addressed to Germany",
            GIVEN,
            "deu-seal-mlkem",
            "fra-seal-mlkem")
        .algorithms("ML-KEM-768")
        .refused("MDX-P65");
    cases
        .of(
            "seal-message-without-receivers",
            "SEAL-4",
            "Does not seal a message that names no receiver",
            GIVEN)
        .file(Asic.MESSAGE, Letters.from(Letters.AUSTRIA, "1013", "5210"))
        .seal(Asic.MESSAGE, "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .refused("MDX-P65");
  }

  private void certificates() throws IOException {
    String[][] refused = {
      {
        "seal-unknown-certificate",
        "deu-seal-unbound",
        "MDX-P64",
        "a certificate that the trust folder does not name"
      },
      {"seal-certificate-of-a-stranger", "stranger-p256", "MDX-P64", "a stranger's certificate"},
      {"seal-expired-certificate", "deu-seal-expired", "MDX-P66", "a certificate that has run out"},
      {
        "seal-early-certificate", "deu-seal-later", "MDX-P66", "a certificate that is not valid yet"
      },
      {"seal-revoked-certificate", "deu-seal-revoked", "MDX-P67", "a certificate that was revoked"}
    };
    for (String[] one : refused) {
      Case made = usual(one[0], "SEAL-4", "Does not seal for " + one[3], GIVEN, one[1]);
      if (one[1].startsWith("stranger")) {
        made.refusedAnyhow();
      } else {
        made.refused(one[2]);
      }
    }
    usual(
            "seal-expired-certificate-in-time",
            "SEAL-4",
            "Seals for a certificate in its last second",
            "Until its end a certificate counts.",
            "deu-seal-expired")
        .at("2026-04-30T23:59:59Z")
        .near("MDX-P66")
        .written(Output.opens(Case.PACKAGE, "deu-seal-expired"), "MDX-P63");
    usual(
            "seal-certificate-to-sign-with",
            "SEAL-2",
            "Does not seal for a certificate that is for signing",
            "Keys to sign with are kept otherwise than keys to open with, and what is sealed for them may be lost.",
            "aut-p384")
        .refusedAnyhow();
    usual(
            "seal-rsa-2048",
            "SEAL-2",
            "Does not seal for RSA of 2048 bits",
            "What is sealed today has to stay secret for years.",
            "deu-seal-rsa2048")
        .algorithms("RSA-3072")
        .refusedAnyhow();
    usual(
            "seal-good-and-expired",
            "SEAL-4",
            "Does not seal for two certificates of which one has run out",
            GIVEN,
            "deu-seal-p256",
            "deu-seal-expired")
        .refused("MDX-P66");
  }

  private void faulty() throws IOException {
    String seen =
        "Sealed, nobody on the way can see that a message is faulty; it comes to light when it is too late.";
    cases
        .of("seal-faulty-message", "SEAL-6", "Does not seal a faulty message", seen)
        .file(Asic.MESSAGE, Letters.FAULTY)
        .seal(Asic.MESSAGE, "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .refused("MDX-S11");
    cases
        .of(
            "seal-faulty-message-in-package",
            "SEAL-6",
            "Does not seal a package with a faulty message",
            seen)
        .kept(
            Case.PACKAGE,
            () ->
                new Asic(Letters.AUSTRIA, Letters.GERMANY)
                    .file(Asic.MESSAGE, Letters.FAULTY)
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .seal(Case.PACKAGE, "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .refused("MDX-S11");
    cases
        .of(
            "seal-package-with-duplicate",
            "SEAL-6 PKG-3",
            "Does not seal a package with two files of one name",
            seen)
        .file(Case.PACKAGE, bench.usual().add(Asic.MESSAGE, Letters.FORGED).bytes())
        .seal(Case.PACKAGE, "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .may("MDX-P07", "MDX-P10", "MDX-P65")
        .refused("MDX-P02");
    cases
        .of(
            "seal-newer-version",
            "SEAL-6 VER-1",
            "Does not seal a message of a newer version with parts that it cannot judge",
            seen)
        .file(Asic.MESSAGE, Letters.NEWER)
        .seal(Asic.MESSAGE, "deu-seal-mlkem")
        .algorithms("ML-KEM-768")
        .refusedAnyhow();
  }
}
