package org.midex.conformance.generator;

import java.io.IOException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** SIG-2, SIG-11: what it is signed with. */
final class AlgorithmVectors {
  private static final String WEAK =
      "With enough means such a signature can be forged: figures would bear the name of a government that never sent them.";
  private static final String CONFUSED =
      "Programs that go by different places come to different results, and a weak signature is passed off as a strong one.";
  private static final String STRONG =
      "Governments choose among the algorithms of the standard; each has to be understood by every partner who claims it.";

  private final Cases cases;
  private final Bench bench;

  AlgorithmVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    allowed();
    weak();
    confused();
    quantum();
    policies();
  }

  private void allowed() throws IOException {
    String[][] kinds = {
      {"ecdsa-p384", "aut-p384", "ECDSA-P384", "ECDSA with P-384"},
      {"ed25519", "aut-ed25519", "ED25519", "Ed25519"},
      {"rsa-pss", "aut-rsa3072", "RSA-3072", "RSA-PSS with 3072 bits"}
    };
    for (String[] kind : kinds) {
      cases
          .of("sig-" + kind[0], "SIG-2 SIG-1", "Signed with " + kind[3], STRONG)
          .pack(bench.signedBy(kind[1]))
          .algorithms(kind[2])
          .near("MDX-P14", "MDX-P40")
          .passes();
    }
    cases
        .of("sig-ecdsa-p256-sha512", "SIG-2", "ECDSA with P-256 and SHA-512", STRONG)
        .pack(
            bench.signedBy(
                "aut-p256", cms -> cms.method(Method.named("SHA512withECDSA", "SHA-512"))))
        .near("MDX-P14", "MDX-P40")
        .passes();
    cases
        .of("sig-rsa-pss-sha512", "SIG-2", "RSA-PSS with SHA-512 and 64 bytes of salt", STRONG)
        .pack(
            bench.signedBy("aut-rsa3072", cms -> cms.method(Method.pss("SHA-512", "SHA-512", 64))))
        .algorithms("RSA-3072")
        .near("MDX-P14", "MDX-P40")
        .passes();
  }

  private void weak(String id, String title, String key, Method method) throws IOException {
    cases
        .of(id, "SIG-2", title, WEAK)
        .pack(bench.signedBy(key, cms -> cms.method(method)))
        .algorithms(key.contains("rsa") ? "RSA-3072" : "ECDSA-P256")
        .fails("MDX-P40");
  }

  private void weak() throws IOException {
    weak("sig-sha1", "ECDSA with SHA-1", "aut-p256", Method.named("SHA1withECDSA", "SHA-1"));
    weak(
        "sig-sha224", "ECDSA with SHA-224", "aut-p256", Method.named("SHA224withECDSA", "SHA-224"));
    weak("sig-rsa-sha1", "RSA with SHA-1", "aut-rsa3072", Method.named("SHA1withRSA", "SHA-1"));
    weak(
        "sig-rsa-pkcs1",
        "RSA with the padding of PKCS #1 1.5",
        "aut-rsa3072",
        Method.named("SHA256withRSA", "SHA-256"));
    weak("sig-rsa-1024", "RSA with 1024 bits", "aut-rsa1024", Method.pss("SHA-256", "SHA-256", 32));
    weak("sig-rsa-2048", "RSA with 2048 bits", "aut-rsa2048", Method.pss("SHA-256", "SHA-256", 32));
    weak(
        "sig-pss-short-salt",
        "RSA-PSS with 8 bytes of salt",
        "aut-rsa3072",
        Method.pss("SHA-256", "SHA-256", 8));
    weak(
        "sig-pss-sha1-mask",
        "RSA-PSS whose mask is made with SHA-1",
        "aut-rsa3072",
        Method.pss("SHA-256", "SHA-1", 32));
    weak(
        "sig-p521",
        "ECDSA with P-521, which the standard does not have",
        "aut-p521",
        Method.of("P-521"));
    weak("sig-ed448", "Ed448, which the standard does not have", "aut-ed448", Method.of("Ed448"));
    weak(
        "sig-ml-dsa-44",
        "ML-DSA-44, which the standard does not have",
        "aut-mldsa44",
        Method.of("ML-DSA-44"));
    cases
        .of(
            "sig-sha1-digest-named",
            "SIG-2",
            "The digest of the content is said to be SHA-1, all else SHA-256",
            WEAK)
        .pack(
            bench.signedBy(
                "aut-p256", cms -> cms.namingDigest(new AlgorithmIdentifier(Method.oid("SHA-1")))))
        .may("MDX-P11", "MDX-P14")
        .fails("MDX-P40");
  }

  private void confused() throws IOException {
    String[][] named = {
      {
        "sig-ecdsa-named-ed25519", "aut-p256", "Ed25519", "An ECDSA signature is said to be Ed25519"
      },
      {
        "sig-ecdsa-named-rsa-pss",
        "aut-p256",
        "RSA-3072",
        "An ECDSA signature is said to be RSA-PSS"
      },
      {
        "sig-ed25519-named-ecdsa",
        "aut-ed25519",
        "P-256",
        "An Ed25519 signature is said to be ECDSA"
      },
      {"sig-rsa-named-ecdsa", "aut-rsa3072", "P-256", "An RSA signature is said to be ECDSA"},
      {
        "sig-ecdsa-named-ml-dsa",
        "aut-p256",
        "ML-DSA-65",
        "An ECDSA signature is said to be ML-DSA-65"
      }
    };
    for (String[] one : named) {
      cases
          .of(one[0], "SIG-2", one[3], CONFUSED)
          .pack(bench.signedBy(one[1], cms -> cms.naming(Method.of(one[2]).identifier())))
          .algorithms(
              one[1].contains("rsa")
                  ? "RSA-3072"
                  : one[1].contains("ed") ? "ED25519" : "ECDSA-P256")
          .fails("MDX-P14");
    }
    cases
        .of(
            "sig-digests-differ",
            "SIG-2",
            "The content is hashed with SHA-512, the signature made with SHA-256",
            CONFUSED)
        .pack(bench.signedBy("aut-p256", cms -> cms.method(mixed())))
        .fails("MDX-P14");
    cases
        .of(
            "sig-algorithm-renamed",
            "SIG-2",
            "An ECDSA signature with SHA-256 is said to be one with SHA-384",
            CONFUSED)
        .pack(
            bench.signedBy(
                "aut-p256",
                cms -> cms.naming(Method.named("SHA384withECDSA", "SHA-384").identifier())))
        .fails("MDX-P14");
  }

  /** Hashes the content in another way than what is signed. */
  private static Method mixed() {
    return new Method(
        "SHA256withECDSA",
        "SHA-512",
        Method.named("SHA256withECDSA", "SHA-256").identifier(),
        null);
  }

  private void quantum() throws IOException {
    String later =
        "Data whose origin must be provable for decades need a signature that quantum computers do not break.";
    cases
        .of(
            "sig-ml-dsa-second",
            "SIG-11 SIG-2",
            "A second signature with ML-DSA-65 beside one with ECDSA",
            later)
        .pack(bench.signedBy("aut-p256", "aut-mldsa65"))
        .algorithms("ECDSA-P256", "ML-DSA-65")
        .near("MDX-P14", "MDX-P40")
        .passes();
    cases
        .of(
            "sig-ml-dsa-second-wanted",
            "SIG-11",
            "The policy wants a post-quantum signature, and there is one",
            later)
        .pack(bench.signedBy("aut-p256", "aut-mldsa65"))
        .algorithms("ECDSA-P256", "ML-DSA-65")
        .policy("post-quantum")
        .near("MDX-P42")
        .passes();
    cases
        .of(
            "sig-ml-dsa-missing",
            "SIG-11",
            "The policy wants a post-quantum signature, and there is none",
            later)
        .pack(bench.usual().bytes())
        .algorithms("ECDSA-P256", "ML-DSA-65")
        .policy("post-quantum")
        .fails("MDX-P42");
    cases
        .of(
            "sig-ml-dsa-broken",
            "SIG-11 SIG-12",
            "The post-quantum signature does not hold, the first one does",
            "Who takes one of two signatures for enough lets the other be forged at leisure.")
        .pack(
            () ->
                Asic.usual()
                    .signed(
                        bench.by("aut-p256"),
                        content ->
                            new Cms(bench.keys.get("aut-mldsa65"), content)
                                .spoilt(AlgorithmVectors::flipped)
                                .bytes())
                    .bytes())
        .algorithms("ECDSA-P256", "ML-DSA-65")
        .policy("post-quantum")
        .fails("MDX-P11", "MDX-P42");
    cases
        .of(
            "sig-ml-dsa-of-a-stranger",
            "SIG-11 SIG-4",
            "The post-quantum signature is by somebody of an unknown authority",
            "Anybody can add a strong signature of his own; it does not make the sender's provable.")
        .pack(() -> Asic.usual().signed(bench.by("aut-p256"), bench.by("stranger-mldsa65")).bytes())
        .algorithms("ECDSA-P256", "ML-DSA-65")
        .policy("post-quantum")
        .fails("MDX-P20", "MDX-P42", "MDX-P53");
    cases
        .of(
            "sig-ecdsa-broken-ml-dsa-holds",
            "SIG-11 SIG-12",
            "The first signature does not hold, the post-quantum one does",
            "A signature that is broken is a sign that somebody was at work, whatever else holds.")
        .pack(
            () ->
                Asic.usual()
                    .signed(
                        content ->
                            new Cms(bench.keys.get("aut-p256"), content)
                                .spoilt(AlgorithmVectors::flipped)
                                .bytes(),
                        bench.by("aut-mldsa65"))
                    .bytes())
        .algorithms("ECDSA-P256", "ML-DSA-65")
        .fails("MDX-P11");
  }

  static byte[] flipped(byte[] value) {
    byte[] other = value.clone();
    other[other.length - 1] ^= 1;
    return other;
  }

  private void policies() throws IOException {
    cases
        .of(
            "policy-other-algorithm",
            "SIG-2",
            "The policy allows P-384 only, and it is signed with P-256",
            "A government may ask for more than the standard does; its policy has to be obeyed.")
        .pack(bench.usual().bytes())
        .policy("only-p384")
        .fails("MDX-P40");
    cases
        .of(
            "policy-this-algorithm",
            "SIG-2",
            "The policy allows P-256 only, and it is signed with P-256",
            "What a policy allows must pass.")
        .pack(bench.usual().bytes())
        .policy("only-p256")
        .near("MDX-P40")
        .passes();
    cases
        .of(
            "policy-one-of-two-algorithms",
            "SIG-2 SIG-12",
            "The policy allows P-256 only, and a second signature is made with P-384",
            "Each signature is judged by itself, and the gravest answer counts.")
        .pack(bench.signedBy("aut-p256", "aut-p384"))
        .algorithms("ECDSA-P256", "ECDSA-P384")
        .policy("only-p256")
        .fails("MDX-P40");
    cases
        .of(
            "policy-says-nothing",
            "SIG-2",
            "A policy that says nothing but that it wants signatures",
            "What a policy does not say is as the standard has it; one that says little neither opens nor closes anything.")
        .pack(bench.usual().bytes())
        .policy("default")
        .near("MDX-P40", "MDX-P42", "MDX-P43")
        .passes();
    cases
        .of(
            "policy-does-not-widen",
            "SIG-2",
            "RSA with 2048 bits under a policy that says nothing of algorithms",
            WEAK)
        .pack(bench.signedBy("aut-rsa2048"))
        .algorithms("RSA-3072")
        .policy("no-revocation")
        .fails("MDX-P40");
  }
}
