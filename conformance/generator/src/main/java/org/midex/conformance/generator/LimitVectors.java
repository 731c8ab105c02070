package org.midex.conformance.generator;

import static org.midex.conformance.generator.Cases.bytes;

import java.io.IOException;

/** PKG-6: packages that are made to exhaust a computer, and large honest ones. */
final class LimitVectors {
  private static final String EXHAUSTED =
      "A small file that takes all memory or disk stops an office's exchange for everybody.";

  private LimitVectors() {}

  static void add(Cases cases, Bench bench) throws IOException {
    cases
        .of("asic-bomb", "PKG-6", "Sixteen megabytes of zeros in sixteen kilobytes", EXHAUSTED)
        .pack(
            () ->
                Asic.usual()
                    .file("zeros", new byte[1 << 24])
                    .signed(bench.by("aut-p256"))
                    .change("zeros", Zip.Item::deflated)
                    .bytes())
        .fails("MDX-P06");
    cases
        .of(
            "asic-bomb-unsigned",
            "PKG-6",
            "A bomb that no signature covers",
            "Whoever unpacks before verifying is hit by anybody, not only by those whom he trusts.")
        .pack(bench.usual().add(new Zip.Item("zeros", new byte[1 << 24]).deflated()).bytes())
        .failsForOneOf("MDX-P06", "MDX-P07");
    cases
        .of(
            "asic-bomb-in-disguise",
            "PKG-6 PKG-4",
            "A bomb that both headers say is small",
            "Who believes the size that is said unpacks without end.")
        .pack(
            bench
                .usual()
                .change(
                    Asic.MESSAGE,
                    item -> {
                      item.data = new byte[1 << 24];
                      item.deflated();
                    })
                .bytes())
        .failsForOneOf("MDX-P04", "MDX-P06");
    cases
        .of(
            "asic-manifest-bomb",
            "PKG-6",
            "A manifest that grows to four megabytes",
            "Manifests are read before anything is known to be signed.")
        .pack(
            () -> {
              String manifest =
                  Asic.usual()
                      .manifest(Asic.SIGNATURE)
                      .replace("<asic:SigReference", " ".repeat(1 << 22) + "<asic:SigReference");
              return Asic.usual()
                  .signed(manifest, bench.by("aut-p256"))
                  .change(Asic.MANIFEST, Zip.Item::deflated)
                  .bytes();
            })
        .fails("MDX-P06");
    cases
        .of("asic-many-entries", "PKG-6", "A package of 1,100 files", EXHAUSTED)
        .pack(() -> many(1_100, bench))
        .may("MDX-P07")
        .fails("MDX-P06");
    cases
        .of(
            "asic-nine-hundred-entries",
            "PKG-6",
            "A package of 900 files, all signed",
            "A country may send a file for each of its districts; a limit that honest packages reach is none.")
        .pack(() -> many(900, bench))
        .near("MDX-P06")
        .passes();
    cases
        .of("asic-long-name", "PKG-6", "A name of 600 bytes", EXHAUSTED)
        .pack(bench.usual().add("n".repeat(600), Letters.FORGED).bytes())
        .may("MDX-P07")
        .fails("MDX-P06");
    cases
        .of(
            "asic-name-of-400-bytes",
            "PKG-6",
            "A name of 400 bytes",
            "Folders within folders make long names; they are honest.")
        .pack(
            () ->
                Asic.usual()
                    .file("office/".repeat(57) + "x", bytes("x"))
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .near("MDX-P06")
        .passes();
    cases
        .of(
            "asic-much-smaller",
            "PKG-6",
            "A table that is deflated to a hundredth of its size",
            "Tables of figures repeat themselves; good compression is no attack.")
        .pack(
            () ->
                Asic.usual()
                    .file("table.csv", table())
                    .signed(bench.by("aut-p256"))
                    .change("table.csv", Zip.Item::deflated)
                    .bytes())
        .near("MDX-P06")
        .passes();
  }

  private static byte[] many(int count, Bench bench) throws IOException {
    Asic asic = Asic.usual();
    for (int i = 0; i < count; i++) {
      asic.file("d" + i, new byte[0]);
    }
    return asic.signed(bench.by("aut-p256")).change(Asic.MANIFEST, Zip.Item::deflated).bytes();
  }

  private static byte[] table() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      rows.append("AUT;SYR;_T;2024-").append(i % 50 == 0 ? i : 1).append(";M\n");
    }
    return bytes(rows.toString());
  }
}
