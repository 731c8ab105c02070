package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Trust folders, revocation lists and policies, in fixtures. */
final class Trusts {
  private static final String LISTS = "fixtures/lists/";
  private static final Pattern FILE = Pattern.compile("[a-z0-9-]+\\.(crt|crl)");

  private static final String AUSTRIA =
      "- {area: AUT, authority: EXAMPLE-STATS, sign: [aut-p256.crt]}\n";
  private static final String KNOWN = "authorities: [ca.crt]\nlists: [ca.crl]\nparties:\n";

  private static final String MAIN =
      """
      # TEST ONLY: the keys of these certificates are public
      authorities: [ca.crt]
      timestamps: [tsa-ca.crt]
      lists: [ca.crl, sub-ca.crl, revoked-ca.crl]
      parties:
      - area: AUT
        authority: EXAMPLE-STATS
        sign: [aut-p256.crt, aut-p384.crt, aut-ed25519.crt, aut-rsa3072.crt, aut-mldsa65.crt, aut-sub.crt, \
      aut-revoked.crt, aut-revoked-sub.crt, aut-spring.crt, aut-later.crt, aut-late-2026.crt, aut-encipher.crt, \
      aut-critical.crt, aut-rsa1024.crt, aut-rsa2048.crt, aut-p521.crt, aut-ed448.crt, aut-mldsa44.crt]
      - area: FRA
        authority: EXAMPLE-INT
        sign: [fra-p256.crt]
        seal: [fra-seal-p256.crt, fra-seal-mlkem.crt]
      - area: DEU
        authority: EXAMPLE-MIN
        seal: [deu-seal-rsa.crt, deu-seal-p256.crt, deu-seal-mlkem.crt, deu-seal-second.crt, deu-seal-expired.crt, \
      deu-seal-later.crt, deu-seal-revoked.crt, deu-seal-rsa2048.crt, aut-p384.crt]
      """;

  private final Drafts drafts;
  private final Keys keys;
  private final Map<String, byte[]> lists = new HashMap<>();

  Trusts(Drafts drafts, Keys keys) {
    this.drafts = drafts;
    this.keys = keys;
  }

  /** Puts all of them into the suite. */
  void put() throws IOException {
    list("ca", "ca", "2026-04-02", "2049-12-31", "aut-revoked", "revoked-ca", "deu-seal-revoked");
    list("sub-ca", "sub-ca", "2026-04-02", "2049-12-31");
    list("revoked-ca", "revoked-ca", "2026-04-02", "2049-12-31");
    list("stale", "ca", "2026-01-01", "2026-05-01");
    list("early", "ca", "2026-09-01", "2049-12-31");
    list("old", "ca", "2026-01-01", "2049-12-31");
    list("new", "ca", "2026-05-01", "2049-12-31", "aut-p256");
    list("forged", "same-name-ca", "2026-04-02", "2049-12-31", "aut-p256");
    drafts.put("fixtures/crl/ca.crl", bytes("ca.crl"));
    folder("main", MAIN);
    folder("no-lists", "authorities: [ca.crt]\nparties:\n" + AUSTRIA);
    folder("stale-list", KNOWN.replace("ca.crl", "stale.crl") + AUSTRIA);
    folder("early-list", KNOWN.replace("ca.crl", "early.crl") + AUSTRIA);
    folder("forged-list", KNOWN.replace("ca.crl", "forged.crl") + AUSTRIA);
    folder("stale-and-fresh", KNOWN.replace("ca.crl", "stale.crl, ca.crl") + AUSTRIA);
    folder("old-and-new", KNOWN.replace("ca.crl", "old.crl, new.crl") + AUSTRIA);
    folder("other-authority", KNOWN.replace("ca.crt", "other-ca.crt") + AUSTRIA);
    folder("no-authorities", "authorities: []\nlists: [ca.crl]\nparties:\n" + AUSTRIA);
    folder("no-parties", "authorities: [ca.crt]\nlists: [ca.crl]\nparties: []\n");
    folder("until-may", KNOWN + AUSTRIA.replace("}", ", until: 2026-05-31}"));
    folder("from-june", KNOWN + AUSTRIA.replace("}", ", from: 2026-06-01}"));
    folder("from-july", KNOWN + AUSTRIA.replace("}", ", from: 2026-07-01}"));
    folder("for-both", KNOWN + AUSTRIA.replace("AUT", "FRA").replace("STATS", "INT") + AUSTRIA);
    folder("other-office", KNOWN + AUSTRIA.replace("EXAMPLE-STATS", "EXAMPLE-POLICE"));
    folder(
        "no-timestamps",
        "authorities: [ca.crt]\nlists: [ca.crl]\nparties:\n"
            + AUSTRIA.replace("]", ", aut-spring.crt]"));
    policy("default", "signature: true\n");
    policy("no-revocation", "revocation: false\n");
    policy("timestamp", "timestamp: true\n");
    policy("post-quantum", "post-quantum: true\n");
    policy("only-p384", "algorithms: [ECDSA-P384]\n");
    policy("only-p256", "algorithms: [ECDSA-P256]\n");
  }

  private void list(String name, String issuer, String from, String until, String... revoked)
      throws IOException {
    String path = LISTS + name + ".crl";
    byte[] bytes = drafts.kept(path, () -> make(issuer, day(from), day(until), List.of(revoked)));
    lists.put(name + ".crl", bytes);
    drafts.put(path, bytes);
  }

  private byte[] make(String issuer, Instant from, Instant until, List<String> revoked)
      throws IOException {
    Map<X509Certificate, Instant> all = new HashMap<>();
    for (String one : revoked) {
      all.put(keys.get(one).certificate(), from.minusSeconds(86_400));
    }
    return Issuing.list(keys.get(issuer), from, until, all);
  }

  private static Instant day(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }

  private void folder(String name, String yaml) {
    String path = "fixtures/trust/" + name + "/";
    drafts.put(path + "trust.yaml", yaml.getBytes(UTF_8));
    FILE.matcher(yaml)
        .results()
        .map(found -> found.group())
        .distinct()
        .forEach(file -> drafts.put(path + file, bytes(file)));
  }

  private byte[] bytes(String file) {
    return file.endsWith(".crl")
        ? lists.getOrDefault(file, new byte[0])
        : keys.certificate(file.replace(".crt", ""));
  }

  private void policy(String name, String yaml) {
    drafts.put("fixtures/policies/" + name + ".yaml", yaml.getBytes(UTF_8));
  }
}
