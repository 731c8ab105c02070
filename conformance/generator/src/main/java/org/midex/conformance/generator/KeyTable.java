package org.midex.conformance.generator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of the suite: whose they are, of which kind, who issued their certificates, and when
 * these are valid. All are for tests only.
 */
final class KeyTable {
  private static final String TABLE =
      """
      ca               P-256       -          2020-01-01 2049-12-31 ca        -
      same-name-ca     P-256       -          2020-01-01 2049-12-31 ca        ca
      other-ca         P-256       -          2020-01-01 2049-12-31 ca        -
      sub-ca           P-384       ca         2020-01-01 2049-12-31 ca        -
      revoked-ca       P-256       ca         2020-01-01 2049-12-31 ca        -
      tsa-ca           P-256       -          2020-01-01 2049-12-31 ca        -
      aut-p256         P-256       ca         2020-01-01 2049-12-31 sign      -
      aut-p384         P-384       ca         2020-01-01 2049-12-31 sign      -
      aut-ed25519      Ed25519     ca         2020-01-01 2049-12-31 sign      -
      aut-rsa3072      RSA-3072    ca         2020-01-01 2049-12-31 sign      -
      aut-mldsa65      ML-DSA-65   ca         2020-01-01 2049-12-31 sign      -
      aut-sub          P-256       sub-ca     2020-01-01 2049-12-31 sign      -
      aut-revoked      P-256       ca         2020-01-01 2049-12-31 sign      -
      aut-revoked-sub  P-256       revoked-ca 2020-01-01 2049-12-31 sign      -
      aut-spring       P-256       ca         2026-01-01 2026-05-01 sign      -
      aut-later        P-256       ca         2026-09-01 2049-12-31 sign      -
      aut-late-2026    P-256       ca         2026-01-01 2026-12-31 sign      -
      aut-encipher     P-256       ca         2020-01-01 2049-12-31 agree     -
      aut-critical     P-256       ca         2020-01-01 2049-12-31 critical  -
      aut-rsa1024      RSA-1024    ca         2020-01-01 2049-12-31 sign      -
      aut-rsa2048      RSA-2048    ca         2020-01-01 2049-12-31 sign      -
      aut-p521         P-521       ca         2020-01-01 2049-12-31 sign      -
      aut-ed448        Ed448       ca         2020-01-01 2049-12-31 sign      -
      aut-mldsa44      ML-DSA-44   ca         2020-01-01 2049-12-31 sign      -
      fra-p256         P-256       ca         2020-01-01 2049-12-31 sign      -
      unbound-p256     P-256       ca         2020-01-01 2049-12-31 sign      -
      stranger-p256    P-256       other-ca   2020-01-01 2049-12-31 sign      -
      stranger-mldsa65 ML-DSA-65   other-ca   2020-01-01 2049-12-31 sign      -
      impostor-p256    P-256       same-name-ca 2020-01-01 2049-12-31 sign    aut-p256
      leaf-issued      P-256       aut-p256   2020-01-01 2049-12-31 sign      -
      tsa              P-256       tsa-ca     2020-01-01 2049-12-31 stamp     -
      tsa-stranger     P-256       other-ca   2020-01-01 2049-12-31 stamp     -
      tsa-no-purpose   P-256       tsa-ca     2020-01-01 2049-12-31 sign      -
      deu-seal-rsa     RSA-3072    ca         2020-01-01 2049-12-31 encipher  -
      deu-seal-p256    P-256       ca         2020-01-01 2049-12-31 agree     -
      deu-seal-mlkem   ML-KEM-768  ca         2020-01-01 2049-12-31 encipher  -
      deu-seal-second  P-256       ca         2020-01-01 2049-12-31 agree     -
      deu-seal-expired P-256       ca         2020-01-01 2026-05-01 agree     -
      deu-seal-later   P-256       ca         2026-09-01 2049-12-31 agree     -
      deu-seal-revoked P-256       ca         2020-01-01 2049-12-31 agree     -
      deu-seal-unbound P-256       ca         2020-01-01 2049-12-31 agree     -
      deu-seal-rsa2048 RSA-2048    ca         2020-01-01 2049-12-31 encipher  -
      fra-seal-p256    P-256       ca         2020-01-01 2049-12-31 agree     -
      fra-seal-mlkem   ML-KEM-768  ca         2020-01-01 2049-12-31 encipher  -
      """;

  /**
   * A key.
   *
   * @param issuer name of the authority's key; the own name where it issued itself
   * @param use what the certificate says that it is for
   * @param subject name of the key whose subject and serial number it has too
   */
  record Row(
      String name,
      String kind,
      String issuer,
      Instant from,
      Instant until,
      String use,
      String subject) {}

  private KeyTable() {}

  /** All keys, by name. */
  static Map<String, Row> rows() {
    Map<String, Row> rows = new LinkedHashMap<>();
    TABLE.lines().map(line -> row(line.split(" +"))).forEach(row -> rows.put(row.name, row));
    return rows;
  }

  private static Row row(String[] cells) {
    return new Row(
        cells[0],
        cells[1],
        cells[2].equals("-") ? cells[0] : cells[2],
        Instant.parse(cells[3] + "T00:00:00Z"),
        Instant.parse(cells[4] + "T00:00:00Z"),
        cells[5],
        cells[6].equals("-") ? cells[0] : cells[6]);
  }
}
