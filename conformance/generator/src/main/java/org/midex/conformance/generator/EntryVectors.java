package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.midex.conformance.generator.Cases.bytes;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** PKG-3, PKG-4, PKG-5: names, the two descriptions of each entry, and bytes of nobody's. */
final class EntryVectors {
  private static final String TWO_VIEWS =
      "Programs differ in which description they follow: one checks the signed file, and another shows the forged one.";
  private static final String OUTSIDE =
      "Unpacked by a careless program it would replace a file outside the folder, with the rights of the clerk who opens it.";
  private static final String LOOSE =
      "What no entry accounts for is not signed, and some programs read it all the same.";

  private final Cases cases;
  private final Bench bench;

  EntryVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    names();
    twice();
    headers();
    descriptors();
    loose();
  }

  private void names() throws IOException {
    String[][] names = {
      {"parent", "../evil.xml", "begins with .."},
      {"parent-inside", "a/../../evil.xml", "has .. in the middle"},
      {"root", "/evil.xml", "begins at the root"},
      {"drive", "C:evil.xml", "begins with a drive"},
      {"backslash", "a\\evil.xml", "has a backslash"},
      {"backslash-parent", "..\\evil.xml", "leaves the folder by a backslash"},
      {"empty-part", "a//evil.xml", "has an empty part"},
      {"dot", "./evil.xml", "has a part of one dot"},
      {"nul", "evil.xml\0.txt", "has a NUL in it"},
      {"line-end", "evil\n.xml", "has a line end in it"}
    };
    for (String[] one : names) {
      cases
          .of("asic-name-" + one[0], "PKG-3", "A name that " + one[2], OUTSIDE)
          .pack(bench.usual().add(one[1], Letters.FORGED).bytes())
          .may("MDX-P07")
          .fails("MDX-P03");
    }
    cases
        .of(
            "asic-name-signed-parent",
            "PKG-3",
            "A name that leaves the folder, signed by the sender",
            "A signature says who made the package, not that it does no harm.")
        .pack(
            () ->
                Asic.usual()
                    .file("../evil.xml", Letters.FORGED)
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .fails("MDX-P03");
    cases
        .of(
            "asic-name-not-utf8",
            "PKG-3",
            "A name that is not UTF-8",
            "Each system would show the file under another name, and none under the signed one.")
        .pack(bench.usual().addAt(1, named("Zuz\u00fcge.xml")).bytes())
        .may("MDX-P07")
        .fails("MDX-P03");
    cases
        .of(
            "asic-name-umlaut",
            "PKG-3",
            "Names with letters beyond ASCII, in a folder",
            "Names in a country's own letters are usual; a program that garbles them does not find the signed file.")
        .pack(
            () -> {
              Asic asic = new Asic(Letters.AUSTRIA, Letters.GERMANY);
              String manifest =
                  Asic.manifest(
                      Asic.SIGNATURE,
                      Asic.reference("%C3%A4mter/%CE%B1.xml", Letters.GOOD) + asic.addressing());
              return asic.file("\u00e4mter/\u03b1.xml", Letters.GOOD)
                  .signed(manifest, bench.by("aut-p256"))
                  .bytes();
            })
        .near("MDX-P03")
        .passes();
    cases
        .of(
            "asic-name-dots",
            "PKG-3",
            "Names with dots and spaces that do not leave the folder",
            "Two dots within a name are no way up; who refuses them refuses ordinary files.")
        .pack(
            () -> {
              Asic asic = Asic.usual();
              String manifest =
                  Asic.manifest(
                      Asic.SIGNATURE,
                      Asic.reference(Asic.MESSAGE, Letters.GOOD)
                          + Asic.reference("v1..2%20final.csv", bytes("1\n"))
                          + asic.addressing());
              return asic.file("v1..2 final.csv", bytes("1\n"))
                  .signed(manifest, bench.by("aut-p256"))
                  .bytes();
            })
        .near("MDX-P03")
        .passes();
  }

  private static Zip.Item named(String latin) {
    Zip.Item item = new Zip.Item("x", Letters.FORGED);
    item.rawName = latin.getBytes(ISO_8859_1);
    item.rawLocalName = item.rawName;
    return item;
  }

  private void twice() throws IOException {
    String deceit =
        "One program checks the first and another shows the second: a genuine signature over forged figures.";
    String[][] names = {
      {
        "asic-duplicate-entry", Asic.MESSAGE, "4", "The message is there twice, the forged one last"
      },
      {
        "asic-duplicate-entry-first",
        Asic.MESSAGE,
        "1",
        "The message is there twice, the forged one first"
      },
      {
        "asic-duplicate-case",
        "MESSAGE.XML",
        "4",
        "Two names differ in small and capital letters only"
      },
      {"asic-duplicate-manifest", Asic.MANIFEST, "4", "The manifest is there twice"},
      {"asic-duplicate-signature", Asic.SIGNATURE, "4", "The signature is there twice"},
      {
        "asic-duplicate-meta-inf-case",
        "meta-inf/asicmanifest001.XML",
        "4",
        "A manifest whose name differs in case only"
      },
      {"asic-duplicate-mimetype", Asic.MIMETYPE, "4", "mimetype is there twice"}
    };
    for (String[] one : names) {
      cases
          .of(one[0], "PKG-3", one[3], deceit)
          .pack(
              bench
                  .usual()
                  .addAt(Integer.parseInt(one[2]), new Zip.Item(one[1], Letters.FORGED))
                  .bytes())
          .may("MDX-P07", "MDX-P09", "MDX-P10")
          .fails("MDX-P02");
    }
    cases
        .of(
            "asic-duplicate-same-bytes",
            "PKG-3",
            "The message is there twice, both times as it was signed",
            "What does no harm here is what the next package is forged with; no honest program writes it.")
        .pack(bench.usual().add(Asic.MESSAGE, Letters.GOOD).bytes())
        .fails("MDX-P02");
    cases
        .of(
            "asic-same-name-other-folder",
            "PKG-3",
            "Two files of one name in two folders",
            "Each month's folder has its message.xml; these are two names.")
        .pack(
            () ->
                new Asic(Letters.AUSTRIA, Letters.GERMANY)
                    .file("january/message.xml", Letters.GOOD)
                    .file("february/message.xml", Letters.FORGED)
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .near("MDX-P02")
        .passes();
  }

  private void header(String id, String title, Consumer<Zip.Item> change) throws IOException {
    cases
        .of("asic-header-" + id, "PKG-4", title, TWO_VIEWS)
        .pack(bench.usual().change(Asic.MESSAGE, change).bytes())
        .may("MDX-P10", "MDX-P05", "MDX-P06")
        .fails("MDX-P04");
  }

  private void headers() throws IOException {
    header(
        "name",
        "The local header gives another name",
        item -> item.rawLocalName = bytes("massage.xml"));
    header(
        "name-case",
        "The local header gives the name in capital letters",
        item -> item.rawLocalName = bytes("MESSAGE.xml"));
    header("method", "The local header says that it is deflated", item -> item.localMethod = 8);
    header("crc", "The local header gives another checksum", item -> item.localCrc ^= 1);
    header("size", "The local header gives another size", item -> item.localSize++);
    header("packed-size", "The local header gives another packed size", item -> item.localPacked--);
    header(
        "flags",
        "The local header says that sizes stand behind the bytes",
        item -> item.localFlags |= Zip.DESCRIBED_BEHIND);
    header(
        "crc-both",
        "Both headers give a checksum that the bytes do not have",
        item -> {
          item.crc ^= 1;
          item.localCrc ^= 1;
        });
    header(
        "larger-than-said",
        "A deflated file is larger than both headers say",
        item -> {
          item.deflated();
          item.size -= 10;
          item.localSize -= 10;
        });
    header(
        "smaller-than-said",
        "A deflated file is smaller than both headers say",
        item -> {
          item.deflated();
          item.size += 10;
          item.localSize += 10;
        });
    header(
        "not-deflated",
        "Both headers say that it is deflated, and its bytes are not",
        item -> {
          item.method = 8;
          item.localMethod = 8;
        });
  }

  private void descriptors() throws IOException {
    cases
        .of(
            "asic-sizes-behind",
            "PKG-4 PKG-5",
            "Sizes and checksum stand behind the bytes, zeros before them",
            "That is how programs write that cannot go back; it is no contradiction.")
        .pack(bench.usual().change(Asic.MESSAGE, item -> item.deflated().describedBehind()).bytes())
        .near("MDX-P04", "MDX-P05")
        .passes();
    cases
        .of(
            "asic-sizes-behind-without-mark",
            "PKG-4 PKG-5",
            "Sizes and checksum stand behind the bytes, without the mark that is optional",
            "Old programs leave the mark out; the format allows it.")
        .pack(
            bench
                .usual()
                .change(
                    Asic.MESSAGE,
                    item -> {
                      item.deflated().describedBehind();
                      item.descriptor = Arrays.copyOfRange(item.descriptor, 4, 16);
                    })
                .bytes())
        .near("MDX-P04", "MDX-P05")
        .passes();
    header(
        "sizes-behind-differ",
        "What stands behind the bytes gives another checksum than the directory",
        item -> {
          item.deflated().describedBehind();
          item.descriptor[4] ^= 1;
        });
  }

  private void loose() throws IOException {
    byte[] junk = bytes("forty bytes that belong to no file at all");
    cases
        .of("asic-bytes-between", "PKG-5", "Bytes between two entries", LOOSE)
        .pack(bench.usual().change(Asic.MESSAGE, item -> item.gap = junk).bytes())
        .may("MDX-P04")
        .fails("MDX-P05");
    cases
        .of("asic-bytes-before-directory", "PKG-5", "Bytes before the list at the end", LOOSE)
        .pack(bench.usual().beforeDirectory(junk).bytes())
        .may("MDX-P04")
        .fails("MDX-P05");
    cases
        .of("asic-bytes-behind", "PKG-5", "Bytes behind the package", LOOSE)
        .pack(bench.usual().behind(junk).bytes())
        .fails("MDX-P05");
    cases
        .of("asic-one-byte-behind", "PKG-5", "One byte behind the package", LOOSE)
        .pack(bench.usual().behind(new byte[1]).bytes())
        .fails("MDX-P05");
    cases
        .of(
            "asic-two-packages",
            "PKG-5",
            "A second package stands behind the first",
            "Some programs read the first and some the last; each sees a package with a genuine signature.")
        .pack(bench.usual().behind(bench.usual().bytes()).bytes())
        .failsForOneOf("MDX-P01", "MDX-P04", "MDX-P05");
    cases
        .of(
            "asic-bytes-in-front",
            "PKG-5",
            "A program stands in front of the package",
            "A file that is a package for one program and something to run for another is made to deceive.")
        .pack(bench.usual().front(bytes("#!/bin/sh\nexit 1\n")).bytes())
        .failsForOneOf("MDX-P01", "MDX-P05", "MDX-P41");
    cases
        .of(
            "asic-comment",
            "PKG-5",
            "The package ends with a ZIP comment",
            "The comment is not signed, and is shown by some programs as if it belonged to the package.")
        .pack(bench.usual().comment("These figures are withdrawn.").bytes())
        .failsForOneOf("MDX-P01", "MDX-P05");
    cases
        .of(
            "asic-hidden-entry",
            "PKG-5",
            "A forged message that the list at the end does not have",
            "Who reads from the start sees it, who reads the list does not.")
        .pack(bench.usual().addAt(1, hidden(new Zip.Item(Asic.MESSAGE, Letters.FORGED))).bytes())
        .may("MDX-P02", "MDX-P04")
        .fails("MDX-P05");
    cases
        .of(
            "asic-overlap",
            "PKG-5",
            "Two entries begin at the same place",
            "Entries that overlap give two files out of the same bytes, and bombs of any size.")
        .pack(overlapping(bench.usual().bytes()))
        .may("MDX-P02", "MDX-P04")
        .fails("MDX-P05");
  }

  private static Zip.Item hidden(Zip.Item item) {
    item.listed = false;
    return item;
  }

  /** The second entry of the directory begins where the first does. */
  private static byte[] overlapping(byte[] good) {
    int directory = Zip.buffer(4).put(good, good.length - 6, 4).getInt(0);
    int second = directory + 46 + Asic.MIMETYPE.length();
    byte[] bad = good.clone();
    Arrays.fill(bad, second + 42, second + 46, (byte) 0);
    return bad;
  }
}
