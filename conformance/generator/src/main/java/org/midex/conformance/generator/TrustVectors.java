package org.midex.conformance.generator;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** SIG-4, SIG-6: whom to believe, and for whom they may speak. */
final class TrustVectors {
  private static final String STRANGER =
      "Anybody can issue certificates in any name; only the receiver's own trust folder says whose count.";
  private static final String OUT_OF_TIME =
      "Keys of certificates that have run out are no longer guarded; what is signed with them later can be by anybody.";
  private static final String SPEAKS =
      "A genuine signature of the wrong office is not the sender's word.";

  private final Cases cases;
  private final Bench bench;

  TrustVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    paths();
    impostors();
    validity();
    uses();
    senders();
    periods();
  }

  private void paths() throws IOException {
    cases
        .of(
            "trust-unknown-authority",
            "SIG-4",
            "The certificate is known, its authority is not one of the trust folder",
            STRANGER)
        .pack(bench.usual().bytes())
        .trust("other-authority")
        .undecided("MDX-P20");
    cases
        .of("trust-no-authorities", "SIG-4", "The trust folder has no authorities", STRANGER)
        .pack(bench.usual().bytes())
        .trust("no-authorities")
        .undecided("MDX-P20");
    cases
        .of(
            "trust-intermediate",
            "SIG-4",
            "An authority of the trust folder issued the one that issued the certificate",
            "Most governments issue certificates through authorities below the root.")
        .pack(bench.signedBy("aut-sub"))
        .near("MDX-P20")
        .passes();
    cases
        .of(
            "trust-intermediate-missing",
            "SIG-4",
            "The certificate between signer and authority is not at hand",
            "Whose the certificate is cannot be told; that is not the same as forged.")
        .pack(
            bench.signedBy(
                "aut-sub",
                cms -> cms.certificates(List.of(bench.keys.get("aut-sub").certificate()))))
        .undecided("MDX-P20");
    cases
        .of(
            "trust-issued-by-a-signer",
            "SIG-4",
            "The certificate was issued with the key of a signer, who is no authority",
            "If every clerk could issue certificates, every clerk could speak for the ministry.")
        .pack(bench.signedBy("leaf-issued"))
        .undecided("MDX-P20", "MDX-P53");
  }

  private void impostors() throws IOException {
    cases
        .of(
            "trust-same-name-authority",
            "SIG-4",
            "A self-made authority of the same name, whose certificate comes along",
            STRANGER)
        .pack(
            bench.signedBy(
                "impostor-p256",
                cms ->
                    cms.certificates(
                        List.of(
                            bench.keys.get("impostor-p256").certificate(),
                            bench.keys.get("same-name-ca").certificate()))))
        .undecided("MDX-P20", "MDX-P53");
    cases
        .of(
            "trust-same-name-signer",
            "SIG-4 SIG-6",
            "Issuer, number and subject of the sender's certificate, with another key",
            "Names are what people see; they must not be what a program goes by.")
        .pack(bench.signedBy("impostor-p256"))
        .undecided("MDX-P20", "MDX-P53");
    cases
        .of(
            "trust-stranger",
            "SIG-4 SIG-6",
            "Signed by a stranger, whose authority comes along",
            STRANGER)
        .pack(
            bench.signedBy(
                "stranger-p256",
                cms ->
                    cms.certificates(
                        List.of(
                            bench.keys.get("stranger-p256").certificate(),
                            bench.keys.get("other-ca").certificate()))))
        .undecided("MDX-P20", "MDX-P53");
    cases
        .of(
            "trust-stranger-beside-sender",
            "SIG-12 SIG-4",
            "A stranger has signed beside the sender",
            "What is not known of one signature leaves the whole open: nobody asked the stranger to sign.")
        .pack(bench.signedBy("aut-p256", "stranger-p256"))
        .undecided("MDX-P20", "MDX-P53");
    cases
        .of(
            "trust-stranger-and-changed",
            "SIG-12",
            "A stranger has signed, and the message was changed",
            "What has failed stays failed, whatever else is open.")
        .pack(
            () ->
                Asic.usual()
                    .signed(bench.by("stranger-p256"))
                    .replace(Asic.MESSAGE, Letters.FORGED)
                    .bytes())
        .fails("MDX-P10", "MDX-P20", "MDX-P53");
  }

  private void validity() throws IOException {
    cases
        .of(
            "trust-signed-after-expiry",
            "SIG-4 SIG-7",
            "Signed a month after the certificate ran out, as the signer says",
            OUT_OF_TIME)
        .pack(bench.signedBy("aut-spring", cms -> cms.time(Instant.parse("2026-05-31T00:00:00Z"))))
        .fails("MDX-P21");
    cases
        .of(
            "trust-signed-before-beginning",
            "SIG-4 SIG-7",
            "Signed before the certificate began to be valid",
            "A certificate vouches for nothing before its time.")
        .pack(bench.signedBy("aut-later"))
        .fails("MDX-P21");
    cases
        .of(
            "trust-expired-since",
            "SIG-4 SIG-7",
            "Signed in time, as the signer says; the certificate has run out since",
            "The signer's own word is no proof of when it was: the answer is open, neither yes nor no.")
        .pack(bench.signedBy("aut-spring"))
        .undecided("MDX-P21");
    cases
        .of(
            "trust-last-second",
            "SIG-4",
            "Verified in the last second of the certificate",
            "Until its end a certificate counts.")
        .pack(bench.signedBy("aut-spring"))
        .trust("no-timestamps")
        .at("2026-04-30T23:59:59Z")
        .near("MDX-P21")
        .passes();
    cases
        .of(
            "trust-years-later",
            "SIG-4 SIG-5",
            "Verified twenty years later, with certificates and lists that are still valid",
            "Archives verify what was exchanged long ago; age alone is no fault.")
        .pack(bench.usual().bytes())
        .at("2046-06-01T00:00:00Z")
        .near("MDX-P21", "MDX-P32")
        .passes();
  }

  private void uses() throws IOException {
    String purpose =
        "A certificate that is for something else, or sets a condition, was not issued to sign data with.";
    cases
        .of(
            "trust-authority-signs",
            "SIG-4",
            "Signed with the key of the authority itself",
            "Authorities sign certificates; data that bear their signature come from a key that is misused.")
        .pack(bench.signedBy("ca"))
        .fails("MDX-P22", "MDX-P53");
    cases
        .of("trust-key-to-seal-with", "SIG-4", "Signed with a key that is for sealing", purpose)
        .pack(bench.signedBy("aut-encipher"))
        .fails("MDX-P22");
    cases
        .of(
            "trust-critical-extension",
            "SIG-4",
            "The certificate sets a condition, marked as critical, that nobody knows",
            purpose)
        .pack(bench.signedBy("aut-critical"))
        .may("MDX-P20")
        .fails("MDX-P22");
    cases
        .of(
            "trust-key-to-sign-with",
            "SIG-4",
            "The certificate says that it is for signatures",
            "What is issued to sign with has to be believed.")
        .pack(bench.signedBy("aut-p384"))
        .algorithms("ECDSA-P384")
        .near("MDX-P22")
        .passes();
  }

  private void senders() throws IOException {
    cases
        .of(
            "trust-bound-to-another-sender",
            "SIG-6",
            "France's certificate signs what names Austria as its sender",
            SPEAKS)
        .pack(bench.signedBy("fra-p256"))
        .fails("MDX-P50");
    cases
        .of(
            "trust-bound-to-another-office",
            "SIG-6",
            "The certificate is bound to another authority of the same country",
            SPEAKS)
        .pack(bench.usual().bytes())
        .trust("other-office")
        .fails("MDX-P50");
    cases
        .of(
            "trust-bound-to-both",
            "SIG-6",
            "The certificate may speak for two authorities, one of them the sender",
            "Offices share a signing service; its certificate is bound to each of them.")
        .pack(bench.usual().bytes())
        .trust("for-both")
        .near("MDX-P50", "MDX-P53")
        .passes();
    cases
        .of(
            "trust-bound-to-nobody",
            "SIG-6",
            "A certificate of the right authority that is bound to nobody",
            "Who it is is known, and not for whom it may speak: the keeper of the trust folder has to say.")
        .pack(bench.signedBy("unbound-p256"))
        .undecided("MDX-P53");
    cases
        .of("trust-no-parties", "SIG-6", "The trust folder binds no certificate to anybody", SPEAKS)
        .pack(bench.usual().bytes())
        .trust("no-parties")
        .undecided("MDX-P53");
    cases
        .of(
            "trust-other-sender-unbound-beside",
            "SIG-6 SIG-12",
            "The sender has signed, and France beside it, which may not speak for it",
            "Whoever signs a package vouches for its sender; one who may not makes it doubtful.")
        .pack(bench.signedBy("aut-p256", "fra-p256"))
        .fails("MDX-P50");
  }

  private void periods() throws IOException {
    String days =
        "Clerks and services change; a certificate speaks for an office on the days that the trust folder says.";
    String[][] folders = {
      {"trust-binding-has-ended", "until-may", "The binding ended the day before"},
      {"trust-binding-has-not-begun", "from-july", "The binding begins a month later"}
    };
    for (String[] one : folders) {
      cases
          .of(one[0], "SIG-6", one[2], days)
          .pack(bench.usual().bytes())
          .trust(one[1])
          .fails("MDX-P50");
    }
    cases
        .of("trust-binding-first-day", "SIG-6", "The first day of the binding", days)
        .pack(bench.usual().bytes())
        .trust("from-june")
        .near("MDX-P50")
        .passes();
    cases
        .of("trust-binding-last-day", "SIG-6", "The last day of the binding", days)
        .pack(bench.usual().bytes())
        .trust("until-may")
        .at("2026-05-31T23:59:59Z")
        .near("MDX-P50")
        .passes();
  }
}
