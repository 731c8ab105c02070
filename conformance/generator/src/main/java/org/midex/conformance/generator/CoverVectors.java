package org.midex.conformance.generator;

import static org.midex.conformance.generator.Cases.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** PKG-2: every file is signed, and nothing else is there. */
final class CoverVectors {
  private static final String ADDED =
      "Somebody on the way adds a file, and the receiver takes it for the sender's.";
  private static final String UNCLEAR =
      "The manifest says what was signed; where it can be read in two ways, two offices believe two things.";

  private final Cases cases;
  private final Bench bench;

  CoverVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    added();
    changed();
    manifests();
    digests();
    several();
  }

  private void added() throws IOException {
    String[][] names = {
      {"asic-extra-file", "extra.xml", "A file that no signature covers"},
      {"asic-extra-file-in-folder", "a/b/extra.xml", "A file in a folder that no signature covers"},
      {
        "asic-extra-file-in-meta-inf", "META-INF/extra.xml", "A file in META-INF that nothing names"
      },
      {"asic-extra-signature", Asic.SIGNATURE_2, "A second signature file that no manifest names"},
      {"asic-extra-xml-signature", "META-INF/signatures.xml", "An XML signature beside the other"},
      {"asic-extra-meta-inf-lower-case", "meta-inf/extra.xml", "A file in a folder meta-inf"}
    };
    for (String[] one : names) {
      cases
          .of(one[0], "PKG-2", one[2], ADDED)
          .pack(bench.usual().add(one[1], Letters.FORGED).bytes())
          .fails("MDX-P07");
    }
    cases
        .of(
            "asic-extra-empty-file",
            "PKG-2",
            "An empty file that no signature covers",
            "Its name alone can say something, such as that the figures are withdrawn.")
        .pack(bench.usual().add("WITHDRAWN", new byte[0]).bytes())
        .fails("MDX-P07");
    cases
        .of(
            "asic-manifest-missing",
            "PKG-2",
            "The manifest was taken out, the signature is still there",
            "Without the list of what was signed the signature is for nothing that can be told.")
        .pack(bench.usual().remove(Asic.MANIFEST).bytes())
        .failsForOneOf("MDX-P07", "MDX-P09", "MDX-P12");
    cases
        .of(
            "asic-signature-missing",
            "PKG-2",
            "The signature was taken out, the manifest is still there",
            "A list of files that nobody signed proves nothing.")
        .pack(bench.usual().remove(Asic.SIGNATURE).bytes())
        .failsForOneOf("MDX-P09", "MDX-P12");
  }

  private void changed() throws IOException {
    cases
        .of(
            "asic-file-changed",
            "PKG-2",
            "A figure of the message is another than the signed one",
            "One digit in a table of figures is enough to change what a government is held to have said.")
        .pack(bench.usual().replace(Asic.MESSAGE, Letters.FORGED).bytes())
        .fails("MDX-P10");
    cases
        .of(
            "asic-file-saved-again",
            "PKG-2",
            "The message was saved again with other line ends",
            "Signed are the bytes. A program that repairs them silently cannot tell damage from deceit.")
        .pack(
            bench
                .usual()
                .replace(
                    Asic.MESSAGE,
                    bytes(new String(Letters.GOOD, StandardCharsets.UTF_8).replace("\n", "\r\n")))
                .bytes())
        .fails("MDX-P10");
    cases
        .of(
            "asic-file-missing",
            "PKG-2",
            "The signed message was taken out",
            "A package that lacks what its sender signed passes for a complete delivery.")
        .pack(bench.usual().remove(Asic.MESSAGE).bytes())
        .fails("MDX-P08");
    cases
        .of(
            "asic-file-renamed",
            "PKG-2",
            "The signed message has another name",
            "Names tell people which file is which; one that is exchanged misleads them with signed data.")
        .pack(
            bench
                .usual()
                .remove(Asic.MESSAGE)
                .addAt(1, new Zip.Item("renamed.xml", Letters.GOOD))
                .bytes())
        .fails("MDX-P07", "MDX-P08");
    cases
        .of(
            "asic-files-exchanged",
            "PKG-2",
            "Two signed files have exchanged their names",
            "Both contents are signed, but not under these names: last year's figures would be read as this year's.")
        .pack(
            () ->
                Asic.usual()
                    .file("second.xml", Letters.FORGED)
                    .signed(bench.by("aut-p256"))
                    .replace(Asic.MESSAGE, Letters.FORGED)
                    .replace("second.xml", Letters.GOOD)
                    .bytes())
        .fails("MDX-P10");
  }

  private void manifest(String id, String title, String manifest) throws IOException {
    cases
        .of(id, "PKG-2", title, UNCLEAR)
        .pack(() -> Asic.usual().signed(manifest, bench.by("aut-p256")).bytes())
        .fails("MDX-P09");
  }

  private void manifests() throws IOException {
    String good = Asic.usual().manifest(Asic.SIGNATURE);
    String file = Asic.reference(Asic.MESSAGE, Letters.GOOD);
    String sig = "<asic:SigReference URI=\"" + Asic.SIGNATURE + "\"/>";
    Map<String, String[]> broken = new LinkedHashMap<>();
    broken.put("not-well-formed", new String[] {"is not well-formed", good + "<"});
    broken.put(
        "doctype",
        new String[] {
          "has a document type", good.replace("?><asic", "?><!DOCTYPE asic:ASiCManifest><asic")
        });
    broken.put("no-files", new String[] {"names no file", Asic.manifest(Asic.SIGNATURE, "")});
    broken.put(
        "file-twice",
        new String[] {
          "names a file twice",
          Asic.manifest(Asic.SIGNATURE, file + file + Asic.usual().addressing())
        });
    broken.put(
        "two-signatures",
        new String[] {
          "names two signatures", good.replace("<asic:DataObject", sig + "<asic:DataObject")
        });
    broken.put(
        "no-signature",
        new String[] {"names no signature", good.replaceFirst("<asic:SigReference[^>]*>", "")});
    broken.put(
        "other-root",
        new String[] {"is another XML document", good.replace("ASiCManifest", "Manifest")});
    broken.put(
        "other-namespace",
        new String[] {"is in another namespace", good.replace("02918/v1.2.1#", "02918/v9#")});
    broken.put(
        "no-digest",
        new String[] {
          "does not say a file's digest",
          good.replaceFirst("<ds:DigestValue>.*</ds:DigestValue>", "")
        });
    broken.put(
        "critical-extension",
        new String[] {
          "has a critical extension that nobody knows",
          Asic.manifest(
              Asic.SIGNATURE, file + Asic.extension("true", "<x:X xmlns:x=\"urn:example:x\"/>"))
        });
    broken.put(
        "two-senders",
        new String[] {
          "names two senders",
          good.replace(
              "<mp:Receiver", "<mp:Sender area=\"FRA\" authority=\"EXAMPLE-INT\"/><mp:Receiver")
        });
    broken.put("empty", new String[] {"is empty", ""});
    for (Map.Entry<String, String[]> one : broken.entrySet()) {
      manifest(
          "asic-manifest-" + one.getKey(), "The manifest " + one.getValue()[0], one.getValue()[1]);
    }
    cases
        .of(
            "asic-manifest-other-extension",
            "PKG-2",
            "The manifest has an extension that is not critical and that nobody knows",
            "Tools of other governments may say more than MIDEX knows; what is not critical hinders nobody.")
        .pack(
            () ->
                Asic.usual()
                    .signed(
                        good.replace(
                            "<asic:ASiCManifestExtensions>",
                            "<asic:ASiCManifestExtensions><asic:Extension Critical=\"false\">"
                                + "<x:X xmlns:x=\"urn:example:x\"><x:Y/></x:X></asic:Extension>"),
                        bench.by("aut-p256"))
                    .bytes())
        .near("MDX-P09")
        .passes();
    cases
        .of(
            "asic-manifest-second-same-signature",
            "PKG-2",
            "A second manifest claims the signature of the first",
            "Somebody adds a list of files of his own and lets it borrow a genuine signature.")
        .pack(bench.usual().add(Asic.MANIFEST_2, bytes(good)).bytes())
        .may("MDX-P11")
        .fails("MDX-P09");
    cases
        .of(
            "asic-manifest-second-unsigned",
            "PKG-2",
            "A second manifest names a signature that is not there",
            "A list that nobody signed stands in the package like one that somebody did.")
        .pack(
            bench
                .usual()
                .add(Asic.MANIFEST_2, bytes(Asic.usual().manifest(Asic.SIGNATURE_2)))
                .bytes())
        .may("MDX-P12")
        .fails("MDX-P09");
    cases
        .of(
            "asic-manifest-changed",
            "PKG-2 SIG-3",
            "File and manifest were both changed so that they fit one another",
            "The manifest itself is what is signed; a reader that checks only its digests is deceived.")
        .pack(
            bench
                .usual()
                .replace(Asic.MESSAGE, Letters.FORGED)
                .replace(
                    Asic.MANIFEST,
                    bytes(
                        new Asic(Letters.AUSTRIA, Letters.GERMANY)
                            .file(Asic.MESSAGE, Letters.FORGED)
                            .manifest(Asic.SIGNATURE)))
                .bytes())
        .fails("MDX-P11");
    cases
        .of(
            "asic-manifest-escaped-name",
            "PKG-2 PKG-3",
            "The manifest names a file percent-encoded",
            "Names with spaces and letters beyond ASCII are usual in most countries.")
        .pack(
            () -> {
              String name = "Zuzüge 2024.xml";
              Asic asic = new Asic(Letters.AUSTRIA, Letters.GERMANY);
              String manifest =
                  Asic.manifest(
                      Asic.SIGNATURE,
                      Asic.reference("Zuz%C3%BCge%202024.xml", Letters.GOOD) + asic.addressing());
              return asic.file(name, Letters.GOOD).signed(manifest, bench.by("aut-p256")).bytes();
            })
        .near("MDX-P03", "MDX-P08")
        .passes();
  }

  private void digests() throws IOException {
    String[][] algorithms = {
      {"sha1", "SHA-1", "http://www.w3.org/2000/09/xmldsig#sha1"},
      {"md5", "MD5", "http://www.w3.org/2001/04/xmldsig-more#md5"}
    };
    for (String[] one : algorithms) {
      cases
          .of(
              "asic-manifest-" + one[0],
              "PKG-2 SIG-2",
              "The manifest says the message's digest with " + one[1],
              "Two files with one such digest can be made: one is shown to the signer, the other is sent.")
          .pack(() -> withDigest(one[2], Asic.digest(one[1], Letters.GOOD)))
          .fails("MDX-P40");
    }
    cases
        .of(
            "asic-manifest-sha512",
            "PKG-2 SIG-2",
            "The manifest says the message's digest with SHA-512",
            "Stronger digests than SHA-256 are what some governments prescribe.")
        .pack(
            () ->
                withDigest(
                    "http://www.w3.org/2001/04/xmlenc#sha512",
                    Asic.digest("SHA-512", Letters.GOOD)))
        .near("MDX-P40")
        .passes();
  }

  private byte[] withDigest(String uri, byte[] digest) throws IOException {
    String manifest =
        Asic.manifest(
            Asic.SIGNATURE, Asic.reference(Asic.MESSAGE, uri, digest) + Asic.usual().addressing());
    return Asic.usual().signed(manifest, bench.by("aut-p256")).bytes();
  }

  private void several() throws IOException {
    cases
        .of(
            "asic-two-signers",
            "PKG-2 SIG-12",
            "Two signers, each with a manifest and a signature of their own",
            "Agreements ask for two signatures; each of them is to hold by itself.")
        .pack(bench.signedBy("aut-p256", "aut-p384"))
        .algorithms("ECDSA-P256", "ECDSA-P384")
        .near("MDX-P07", "MDX-P09")
        .passes();
    cases
        .of(
            "asic-second-signer-covers-less",
            "PKG-2",
            "The second signature leaves out one of the files",
            "Two names stand under the package, and one of them never saw the second file.")
        .pack(
            () -> {
              byte[] table = bytes("year,persons\n2024,5210\n");
              byte[] all = bytes(Asic.usual().file("table.csv", table).manifest(Asic.SIGNATURE));
              byte[] less = bytes(Asic.usual().manifest(Asic.SIGNATURE_2));
              return Asic.usual()
                  .file("table.csv", table)
                  .unsigned()
                  .add(Asic.MANIFEST, all)
                  .add(Asic.SIGNATURE, bench.by("aut-p256").sign(all))
                  .add(Asic.MANIFEST_2, less)
                  .add(Asic.SIGNATURE_2, bench.by("aut-p256").sign(less))
                  .bytes();
            })
        .fails("MDX-P07");
    cases
        .of(
            "asic-signatures-exchanged",
            "PKG-2 SIG-3",
            "Two signatures stand in one another's place",
            "A signature counts for its own manifest only.")
        .pack(
            () -> {
              Zip zip = Asic.usual().signed(bench.by("aut-p256"), bench.by("aut-p256"));
              byte[] first = zip.data(Asic.SIGNATURE);
              return zip.replace(Asic.SIGNATURE, zip.data(Asic.SIGNATURE_2))
                  .replace(Asic.SIGNATURE_2, first)
                  .bytes();
            })
        .fails("MDX-P11");
    cases
        .of(
            "asic-signature-of-another-package",
            "PKG-2 SIG-3",
            "The signature was taken from another package of the same sender",
            "Genuine signatures are easy to come by; moved to other data they must be worth nothing.")
        .pack(
            () -> {
              Zip other =
                  new Asic(Letters.AUSTRIA, Letters.GERMANY)
                      .file(Asic.MESSAGE, Letters.FORGED)
                      .signed(bench.by("aut-p256"));
              return bench.usual().replace(Asic.SIGNATURE, other.data(Asic.SIGNATURE)).bytes();
            })
        .fails("MDX-P11");
  }
}
