package org.midex.conformance.generator;

import static org.midex.conformance.generator.Cases.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.asn1.DERSet;

/** SIG-10: a signature beside a file. */
final class DetachedVectors {
  private static final String MOVED =
      "Signature and file travel apart; one that fits another file must be worth nothing.";
  private static final byte[] TABLE = bytes("year,persons\n2024,5210\n");

  private final Cases cases;
  private final Bench bench;

  DetachedVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    kinds();
    files();
    deceits();
    trust();
  }

  private Drafts.Maker of(String key, byte[] content) {
    return () -> bench.by(key).sign(content);
  }

  private void kinds() throws IOException {
    String[][] kinds = {
      {"ecdsa-p256", "aut-p256", "ECDSA-P256"},
      {"ecdsa-p384", "aut-p384", "ECDSA-P384"},
      {"ed25519", "aut-ed25519", "ED25519"},
      {"rsa-pss", "aut-rsa3072", "RSA-3072"},
      {"ml-dsa", "aut-mldsa65", "ML-DSA-65"}
    };
    for (String[] kind : kinds) {
      cases
          .of(
              "detached-" + kind[0],
              "SIG-10 SIG-2",
              "A message with a signature beside it, made with " + kind[2],
              "Some partners take plain files only; the signature then travels beside the file.")
          .beside(Asic.MESSAGE, Letters.GOOD, of(kind[1], Letters.GOOD))
          .algorithms(kind[2])
          .near("MDX-P11", "MDX-P41", "MDX-P54")
          .passes();
    }
    cases
        .of(
            "detached-two-signers",
            "SIG-10 SIG-12",
            "Two signers in one signature beside a file",
            "Two officials sign; both have to be judged.")
        .beside(Asic.MESSAGE, Letters.GOOD, () -> two("aut-ed25519"))
        .algorithms("ECDSA-P256", "ED25519")
        .passes();
    cases
        .of(
            "detached-second-signer-a-stranger",
            "SIG-10 SIG-12",
            "The second of two signers is a stranger",
            "Who stops at the first good signature overlooks that nobody knows the second.")
        .beside(Asic.MESSAGE, Letters.GOOD, () -> two("stranger-p256"))
        .undecided("MDX-P20", "MDX-P53");
  }

  private byte[] two(String second) throws IOException {
    return Cms.of(
        new Cms(bench.keys.get("aut-p256"), Letters.GOOD),
        new Cms(bench.keys.get(second), Letters.GOOD));
  }

  private void files() throws IOException {
    cases
        .of(
            "detached-table",
            "SIG-10",
            "A signature beside a table, which names neither sender nor receiver",
            "It is genuine, but anybody could pass both on to anybody, and people are to know.")
        .beside("table.csv", TABLE, of("aut-p256", TABLE))
        .without("receiver")
        .passes("MDX-P54");
    cases
        .of(
            "detached-faulty-message",
            "SIG-10",
            "The message is faulty, and signed as it is",
            "Who signed and whether it is right are two questions; a faulty message can be genuine.")
        .beside(Asic.MESSAGE, Letters.FAULTY, of("aut-p256", Letters.FAULTY))
        .passes();
    cases
        .of(
            "detached-empty-file",
            "SIG-10",
            "A signature beside an empty file",
            "The digest of nothing is a digest like others; programs that skip empty files check nothing.")
        .beside("empty.csv", new byte[0], of("aut-p256", new byte[0]))
        .without("receiver")
        .passes("MDX-P54");
  }

  private void deceits() throws IOException {
    cases
        .of("detached-changed", "SIG-10", "The message was changed after it was signed", MOVED)
        .beside(Asic.MESSAGE, Letters.FORGED, of("aut-p256", Letters.GOOD))
        .fails("MDX-P11");
    cases
        .of("detached-moved", "SIG-10", "The signature is that of another file", MOVED)
        .beside(Asic.MESSAGE, Letters.GOOD, of("aut-p256", TABLE))
        .fails("MDX-P11");
    cases
        .of(
            "detached-moved-from-package",
            "SIG-10",
            "The signature was taken out of a package with the message",
            MOVED)
        .beside(Asic.MESSAGE, Letters.GOOD, bench::usualSignature)
        .fails("MDX-P11");
    cases
        .of("detached-one-byte-more", "SIG-10", "A line end was added to the message", MOVED)
        .beside(
            Asic.MESSAGE,
            bytes(new String(Letters.GOOD, StandardCharsets.UTF_8) + "\n"),
            of("aut-p256", Letters.GOOD))
        .fails("MDX-P11");
    cases
        .of(
            "detached-no-signer",
            "SIG-10 SIG-1",
            "Nobody has signed in the signature beside the message",
            "Some programs take it for valid because nothing in it is wrong.")
        .beside(
            Asic.MESSAGE,
            Letters.GOOD,
            () ->
                Cms.signedData(
                    new DERSet(), bench.keys.get("aut-p256").chain(), null, new DERSet()))
        .fails("MDX-P12");
    cases
        .of(
            "detached-text-form",
            "SIG-10 SIG-1",
            "The signature beside the message is written as text (PEM)",
            "The standard has one form; a program that guesses others can be made to guess wrong.")
        .beside(
            Asic.MESSAGE,
            Letters.GOOD,
            () ->
                bytes(
                    "-----BEGIN CMS-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(bench.by("aut-p256").sign(Letters.GOOD))
                        + "\n-----END CMS-----\n"))
        .fails("MDX-P11");
    cases
        .of(
            "detached-content-inside",
            "SIG-10 SIG-3",
            "The signature holds the message itself, and another one lies beside it",
            "Programs verify what is inside and show what is outside.")
        .beside(
            Asic.MESSAGE,
            Letters.FORGED,
            () -> new Cms(bench.keys.get("aut-p256"), Letters.GOOD).withContent())
        .fails("MDX-P11");
    cases
        .of(
            "detached-bytes-behind",
            "SIG-10 SIG-1",
            "A text stands behind the signature in its file",
            "What is not signed is read as if it were; nothing may stand beside the signature.")
        .beside(
            Asic.MESSAGE,
            Letters.GOOD,
            () -> AttributeVectors.behind(bench.by("aut-p256").sign(Letters.GOOD)))
        .fails("MDX-P11");
    cases
        .of(
            "detached-empty-signature",
            "SIG-10",
            "The signature beside the message is an empty file",
            "An empty file is what is left of many a transfer; it is no signature.")
        .beside(Asic.MESSAGE, Letters.GOOD, () -> new byte[0])
        .failsForOneOf("MDX-P11", "MDX-P12", "MDX-P41");
  }

  private void trust() throws IOException {
    byte[] french = Letters.from(Letters.FRANCE, "1008", "5210", Letters.GERMANY);
    cases
        .of(
            "detached-another-sender",
            "SIG-10 SIG-6",
            "Austria has signed a message that names France as its sender",
            "A genuine signature of the wrong office is not the sender's word.")
        .beside(Asic.MESSAGE, french, of("aut-p256", french))
        .fails("MDX-P50");
    cases
        .of(
            "detached-meant-for-others",
            "SIG-10 SIG-8",
            "France verifies a message that is addressed to Germany",
            "It came to France by mistake, or somebody passes it on; France may not be entitled to it.")
        .beside(Asic.MESSAGE, Letters.GOOD, of("aut-p256", Letters.GOOD))
        .receiver(Letters.FRANCE)
        .fails("MDX-P51");
    cases
        .of(
            "detached-revoked",
            "SIG-10 SIG-5",
            "The certificate was revoked",
            "Whoever has stolen a key signs with it.")
        .beside(Asic.MESSAGE, Letters.GOOD, of("aut-revoked", Letters.GOOD))
        .fails("MDX-P30");
    cases
        .of(
            "detached-sha1",
            "SIG-10 SIG-2",
            "The signature beside the message is made with SHA-1",
            "Two files with one such digest can be made: one is shown to the signer, the other is sent.")
        .beside(
            Asic.MESSAGE,
            Letters.GOOD,
            () ->
                new Cms(bench.keys.get("aut-p256"), Letters.GOOD)
                    .method(Method.named("SHA1withECDSA", "SHA-1"))
                    .bytes())
        .fails("MDX-P40");
    cases
        .of(
            "detached-timestamp",
            "SIG-10 SIG-7",
            "The certificate has run out since; a timestamp shows that it was signed in time",
            "Certificates last a few years, records for decades.")
        .beside(
            Asic.MESSAGE,
            Letters.GOOD,
            () ->
                new Cms(bench.keys.get("aut-spring"), Letters.GOOD)
                    .stamped(Timestamps.at(bench.keys.get("tsa"), "2026-03-01T09:00:05Z"))
                    .bytes())
        .near("MDX-P21", "MDX-P44")
        .passes();
  }
}
