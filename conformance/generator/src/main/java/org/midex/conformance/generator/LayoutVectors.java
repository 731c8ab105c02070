package org.midex.conformance.generator;

import static org.midex.conformance.generator.Cases.bytes;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** PKG-1: what a package is made of. */
final class LayoutVectors {
  /** It is no package, or no file with a signature: one can say either. */
  private static final String[] NO_PACKAGE = {"MDX-P01", "MDX-P41"};

  private static final String OTHERS =
      "Programs that go by the first entry take the file for something else, so that one office can read it and the other cannot.";
  private static final String TORN =
      "A transfer broke off; figures that are read from half a file would be taken for all of them.";

  private LayoutVectors() {}

  static void add(Cases cases, Bench bench) throws IOException {
    good(cases, bench);
    mimetype(cases, bench);
    notOne(cases, bench);
    ends(cases, bench.usual().bytes());
  }

  private static void good(Cases cases, Bench bench) throws IOException {
    cases
        .of(
            "asic-one-file",
            "PKG-1 SIG-12",
            "A package with one message, signed by its sender",
            "If the plainest package is not accepted, nothing can be exchanged at all.")
        .pack(bench.usual().bytes())
        .near("MDX-P01", "MDX-P07", "MDX-P08", "MDX-P09", "MDX-P10", "MDX-P11", "MDX-P12")
        .passes();
    cases
        .of(
            "asic-deflated",
            "PKG-1",
            "Message, manifest and signature are deflated in the package",
            "Other tools compress what they pack; a package is not worse for being smaller.")
        .pack(
            bench
                .usual()
                .change(Asic.MESSAGE, Zip.Item::deflated)
                .change(Asic.MANIFEST, Zip.Item::deflated)
                .change(Asic.SIGNATURE, Zip.Item::deflated)
                .bytes())
        .near("MDX-P04")
        .passes();
    cases
        .of(
            "asic-signature-before-files",
            "PKG-1",
            "Manifest and signature stand before the message",
            "The order of entries behind mimetype says nothing; a reader that expects its own order refuses other governments' tools.")
        .pack(bench.usual().move(Asic.MANIFEST, 1).move(Asic.SIGNATURE, 1).bytes())
        .passes();
    cases
        .of(
            "asic-several-files",
            "PKG-1 PKG-2",
            "A message, a table and an empty file, all of them signed",
            "Notes and tables travel with messages; one signature has to cover them all.")
        .pack(
            () ->
                Asic.usual()
                    .file("table.csv", bytes("year,persons\n2024,5210\n"))
                    .file("notes/empty.txt", new byte[0])
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .near("MDX-P07", "MDX-P08")
        .passes();
    cases
        .of(
            "asic-manifest-named-otherwise",
            "PKG-1",
            "Manifest and signature have other names than MIDEX gives them",
            "ASiC lets tools choose what follows ASiCManifest and signature; readers must go by the manifest.")
        .pack(
            () -> {
              byte[] manifest = bytes(Asic.usual().manifest("META-INF/signatureA.p7s"));
              return Asic.usual()
                  .unsigned()
                  .add("META-INF/ASiCManifest.xml", manifest)
                  .add("META-INF/signatureA.p7s", bench.by("aut-p256").sign(manifest))
                  .bytes();
            })
        .near("MDX-P07", "MDX-P09")
        .passes();
  }

  private static void mimetype(Cases cases, Bench bench) throws IOException {
    cases
        .of("asic-mimetype-missing", "PKG-1", "There is no mimetype", OTHERS)
        .pack(bench.usual().remove(Asic.MIMETYPE).bytes())
        .failsForOneOf(NO_PACKAGE);
    cases
        .of("asic-mimetype-last", "PKG-1", "mimetype is not the first entry", OTHERS)
        .pack(bench.usual().move(Asic.MIMETYPE, 3).bytes())
        .failsForOneOf(NO_PACKAGE);
    cases
        .of("asic-mimetype-deflated", "PKG-1", "mimetype is deflated", OTHERS)
        .pack(bench.usual().change(Asic.MIMETYPE, Zip.Item::deflated).bytes())
        .failsForOneOf(NO_PACKAGE);
    cases
        .of(
            "asic-mimetype-extra-field",
            "PKG-1",
            "mimetype has an extra field, which moves its text",
            OTHERS)
        .pack(
            bench
                .usual()
                .change(Asic.MIMETYPE, item -> item.localExtra = new byte[] {0x55, 0x54, 1, 0, 0})
                .bytes())
        .failsForOneOf(NO_PACKAGE);
    String[][] types = {
      {"zip", "application/zip"},
      {"asic-s", "application/vnd.etsi.asic-s+zip"},
      {"upper-case", Asic.TYPE.toUpperCase(Locale.ROOT)}
    };
    for (String[] type : types) {
      cases
          .of("asic-mimetype-" + type[0], "PKG-1", "mimetype says " + type[1], OTHERS)
          .pack(bench.usual().replace(Asic.MIMETYPE, bytes(type[1])).bytes())
          .failsForOneOf(NO_PACKAGE);
    }
    cases
        .of("asic-mimetype-line-end", "PKG-1", "mimetype ends with a line end", OTHERS)
        .pack(bench.usual().replace(Asic.MIMETYPE, bytes(Asic.TYPE + "\n")).bytes())
        .fails("MDX-P01");
  }

  private static void notOne(Cases cases, Bench bench) throws IOException {
    cases
        .of(
            "asic-encrypted-entry",
            "PKG-1",
            "An entry is said to be encrypted by ZIP's own means",
            "ZIP's encryption proves nothing, and who lacks the password reads something else than who has it.")
        .pack(bench.usual().change(Asic.MESSAGE, item -> flags(item, 1)).bytes())
        .fails("MDX-P01");
    cases
        .of(
            "asic-other-compression",
            "PKG-1",
            "An entry is packed in a way that is neither stored nor deflated",
            "Few programs unpack it: the signature would be believed, and the file could be read by some only.")
        .pack(bench.usual().change(Asic.MESSAGE, item -> method(item, 12)).bytes())
        .fails("MDX-P01");
    cases
        .of(
            "asic-empty-file",
            "PKG-1",
            "A package of no bytes",
            "An empty file is what is left of many a transfer; it must not pass as a delivery.")
        .pack(new byte[0])
        .failsForOneOf(NO_PACKAGE);
    cases
        .of(
            "asic-bare-message",
            "PKG-1",
            "A message that is in no package and has no signature beside it",
            "Whoever takes the signature away must not gain by it: an unsigned file is a failure.")
        .pack(Letters.GOOD)
        .fails("MDX-P41");
    cases
        .of(
            "asic-no-signature",
            "PKG-1 SIG-12",
            "A package with a message and no signature at all",
            "The form of a package is no proof; without a signature anybody can have made it.")
        .pack(Asic.usual().unsigned().bytes())
        .failsForOneOf("MDX-P12", "MDX-P41", "MDX-P07");
    cases
        .of(
            "asic-nothing-but-mimetype",
            "PKG-1",
            "A package with no files",
            "Nothing was sent, and nothing must not pass as verified.")
        .pack(new Zip().add(Asic.MIMETYPE, bytes(Asic.TYPE)).bytes())
        .failsForOneOf("MDX-P12", "MDX-P41");
    cases
        .of(
            "asic-packed-again",
            "PKG-1",
            "A package that was unpacked and packed again with an ordinary program",
            "It happens in many offices; the file must be refused with a reason that people understand.")
        .pack(
            bench
                .usual()
                .move(Asic.MIMETYPE, 3)
                .change(Asic.MESSAGE, Zip.Item::deflated)
                .change(Asic.MIMETYPE, Zip.Item::deflated)
                .bytes())
        .failsForOneOf(NO_PACKAGE);
  }

  private static void flags(Zip.Item item, int flags) {
    item.flags |= flags;
    item.localFlags |= flags;
  }

  private static void method(Zip.Item item, int method) {
    item.method = method;
    item.localMethod = method;
  }

  private static void ends(Cases cases, byte[] good) throws IOException {
    int[] tenths = {1, 3, 5, 7, 9};
    for (int tenth : tenths) {
      int length = good.length * tenth / 10;
      cases
          .of(
              "asic-cut-" + tenth * 10,
              "PKG-1",
              "Only the first " + tenth * 10 + " percent of a package arrived",
              TORN)
          .pack(Arrays.copyOf(good, length))
          .failsForOneOf("MDX-P01", "MDX-P04", "MDX-P05");
    }
    cases
        .of("asic-cut-last-byte", "PKG-1", "The last byte of a package is missing", TORN)
        .pack(Arrays.copyOf(good, good.length - 1))
        .failsForOneOf("MDX-P01", "MDX-P05");
  }
}
