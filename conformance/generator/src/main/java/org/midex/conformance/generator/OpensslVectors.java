package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** What openssl made, which is not ours: kept as files. */
final class OpensslVectors {
  private static final String OTHERS =
      "Governments sign and seal with many tools; what a common one makes by the standard has to be accepted.";
  private static final String DEFAULTS =
      "This is what a common tool makes when nobody tells it otherwise; it is not what the standard asks for.";

  /** After all that was made. */
  private static final String LATER = "2030-01-01T00:00:00Z";

  private final Cases packages;
  private final Cases sealing;
  private final Bench bench;

  OpensslVectors(Cases packages, Cases sealing, Bench bench) {
    this.packages = packages;
    this.sealing = sealing;
    this.bench = bench;
  }

  void add() throws IOException {
    signed();
    refused();
    stamped();
    sealed();
  }

  private byte[] sign(String key, String options, byte[] content) throws IOException {
    try (Openssl openssl = new Openssl()) {
      return openssl
          .key("signer", bench.keys.get(key))
          .file("content", content)
          .run(
              "cms -sign -binary -outform DER -in content -out out -signer signer.crt -inkey signer.key "
                  + options);
    }
  }

  private Case made(String id, String clauses, String title, String why, String key, String options)
      throws IOException {
    return packages
        .of(id, clauses, title, why)
        .pack(() -> Asic.usual().signed(content -> sign(key, options, content)).bytes())
        .at(LATER);
  }

  private void signed() throws IOException {
    String[][] good = {
      {"p256-sha256", "aut-p256", "-cades -md sha256", "ECDSA-P256"},
      {"p256-sha512", "aut-p256", "-cades -md sha512", "ECDSA-P256"},
      {"p256-by-key-identifier", "aut-p256", "-cades -keyid -md sha256", "ECDSA-P256"},
      {"p384-sha384", "aut-p384", "-cades -md sha384", "ECDSA-P384"},
      {
        "rsa-pss-sha256",
        "aut-rsa3072",
        "-cades -md sha256 -keyopt rsa_padding_mode:pss -keyopt rsa_mgf1_md:sha256",
        "RSA-3072"
      },
      {
        "rsa-pss-sha512",
        "aut-rsa3072",
        "-cades -md sha512 -keyopt rsa_padding_mode:pss -keyopt rsa_mgf1_md:sha512",
        "RSA-3072"
      }
    };
    for (String[] one : good) {
      made(
              "openssl-" + one[0],
              "SIG-1 SIG-2",
              "The signature was made by openssl, " + one[0].replace('-', ' '),
              OTHERS,
              one[1],
              one[2])
          .algorithms(one[3])
          .near("MDX-P11", "MDX-P13", "MDX-P14", "MDX-P40")
          .passes();
    }
  }

  private void refused() throws IOException {
    String[][] bad = {
      {"no-cades", "aut-p256", "-md sha256", "MDX-P13", "ECDSA-P256"},
      {"no-attributes", "aut-p256", "-noattr -md sha256", "MDX-P13", "ECDSA-P256"},
      {"no-certificates", "aut-p256", "-cades -nocerts -md sha256", "MDX-P11", "ECDSA-P256"},
      {"sha1", "aut-p256", "-cades -md sha1", "MDX-P40", "ECDSA-P256"},
      {"rsa-pkcs1", "aut-rsa3072", "-cades -md sha256", "MDX-P40", "RSA-3072"}
    };
    for (String[] one : bad) {
      made(
              "openssl-" + one[0],
              "SIG-1 SIG-2 SIG-3",
              "The signature was made by openssl with " + one[2],
              DEFAULTS,
              one[1],
              one[2])
          .algorithms(one[4])
          .fails(one[3]);
    }
  }

  private static final String SERVICE =
      """
      [tsa]
      default_tsa = service
      [service]
      serial = serial
      default_policy = 1.2.3.4.1
      digests = sha256, sha384, sha512
      accuracy = secs:1
      signer_digest = sha256
      ess_cert_id_alg = sha256
      """;

  /** A token of {@code openssl ts}, of now. */
  private ASN1Encodable token(byte[] signature) throws IOException {
    try (Openssl openssl = new Openssl()) {
      openssl
          .key("tsa", bench.keys.get("tsa"))
          .file("config", SERVICE.getBytes(UTF_8))
          .file("serial", "01\n".getBytes(UTF_8))
          .file("value", signature);
      openssl.run("ts -query -data value -sha256 -cert -out out");
      byte[] answer =
          openssl
              .file("query", openssl.run("ts -query -data value -sha256 -cert -out out"))
              .run(
                  "ts -reply -config config -queryfile query -signer tsa.crt -inkey tsa.key -out out");
      return ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(answer)).getObjectAt(1);
    }
  }

  private void stamped() throws IOException {
    packages
        .of(
            "openssl-timestamp",
            "SIG-7",
            "The timestamp was made by openssl; the certificate has run out since",
            OTHERS)
        .pack(bench.signedBy("aut-late-2026", cms -> cms.stamped(this::token)))
        .at(LATER)
        .policy("timestamp")
        .near("MDX-P21", "MDX-P43", "MDX-P44")
        .passes();
  }

  private void sealed() throws IOException {
    String[][] ways = {
      {"p256", "deu-seal-p256", "", "ECDSA-P256", ""},
      {
        "p256-sha256", "deu-seal-p256", " -keyopt ecdh_kdf_md:sha256 -aes256-wrap", "ECDSA-P256", ""
      },
      {
        "rsa-oaep",
        "deu-seal-rsa",
        " -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256",
        "RSA-3072",
        ""
      },
      {"rsa-pkcs1", "deu-seal-rsa", "", "RSA-3072", "MDX-P62"},
      {"rsa-oaep-sha1", "deu-seal-rsa", " -keyopt rsa_padding_mode:oaep", "RSA-3072", "MDX-P62"}
    };
    for (String[] way : ways) {
      Case made =
          sealing
              .of(
                  "openssl-sealed-" + way[0],
                  "SEAL-1 SEAL-2",
                  way[4].isEmpty()
                      ? "Opens what openssl has sealed, " + way[0].replace('-', ' ')
                      : "Does not open what openssl has sealed by default, "
                          + way[0].replace('-', ' '),
                  way[4].isEmpty() ? OTHERS : DEFAULTS)
              .open(way[1], () -> seal(way[1], way[2]))
              .algorithms(way[3]);
      if (way[4].isEmpty()) {
        made.near("MDX-P61", "MDX-P62").written(Output.same(Case.fixture("packages/usual.asice")));
      } else {
        made.refused(way[4]);
      }
    }
  }

  private byte[] seal(String key, String options) throws IOException {
    try (Openssl openssl = new Openssl()) {
      return openssl
          .certificate("receiver", bench.keys.get(key).certificate())
          .file("content", bench.usual().bytes())
          .run(
              "cms -encrypt -binary -aes-256-gcm -outform DER -in content -out out -recip receiver.crt"
                  + options);
    }
  }
}
