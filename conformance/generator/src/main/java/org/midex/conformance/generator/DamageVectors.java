package org.midex.conformance.generator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** PKG-4, PKG-5: one bit of a package that is another; what other tools write. */
final class DamageVectors {
  private static final String DAMAGED =
      "One bit may be damage or deceit; either way the file is no longer what the sender signed.";
  private static final String TOOLS =
      "Other programs write ZIP files in other ways; what says the same twice is no contradiction.";

  private final Cases cases;
  private final Bench bench;

  DamageVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    flipped();
    extras();
    tools();
  }

  private void flipped() throws IOException {
    Zip zip = bench.usual();
    byte[] good = zip.bytes();
    int message = zip.start(Asic.MESSAGE);
    int manifest = zip.start(Asic.MANIFEST);
    int signature = zip.start(Asic.SIGNATURE);
    int directory = Zip.buffer(4).put(good, good.length - 6, 4).getInt(0);
    Object[][] places = {
      {"local-name", message + 32, "the message's name before its bytes"},
      {"local-crc", message + 14, "the message's checksum before its bytes"},
      {"local-length", message + 26, "the length of the message's name"},
      {"message", message + 30 + Asic.MESSAGE.length() + 600, "the message"},
      {"manifest", manifest + 30 + Asic.MANIFEST.length() + 400, "the manifest"},
      {
        "signature-start", signature + 30 + Asic.SIGNATURE.length() + 5, "the signature's beginning"
      },
      {"signature-end", directory - 1, "the signature's end"},
      {"directory-mark", directory, "the mark of the list at the end"},
      {
        "directory-name",
        directory + 46 + Asic.MIMETYPE.length() + 46 + 3,
        "the message's name in the list"
      },
      {"directory-offset", good.length - 6, "where the list begins"},
      {"directory-count", good.length - 12, "the number of files"}
    };
    for (Object[] place : places) {
      int at = (Integer) place[1];
      byte[] bad = good.clone();
      bad[at] ^= 1;
      cases
          .of(
              "asic-flipped-" + place[0],
              "PKG-4 PKG-5 SIG-3",
              "One bit of " + place[2] + " is another",
              DAMAGED)
          .pack(bad)
          .failsForOneOf(
              "MDX-P01", "MDX-P03", "MDX-P04", "MDX-P05", "MDX-P07", "MDX-P09", "MDX-P10",
              "MDX-P11");
    }
  }

  private void extras() throws IOException {
    byte[] times = {0x55, 0x54, 5, 0, 1, 0, 0, 0, 0};
    cases
        .of(
            "asic-entry-times",
            "PKG-4",
            "An entry gives its time in an extra field too, before its bytes only",
            TOOLS)
        .pack(bench.usual().change(Asic.MESSAGE, item -> item.localExtra = times).bytes())
        .near("MDX-P04", "MDX-P05")
        .passes();
    cases
        .of("asic-64-bits", "PKG-4", "An entry gives its sizes in fields of 64 bits", TOOLS)
        .pack(bench.usual().change(Asic.MESSAGE, item -> item.wide(item.size)).bytes())
        .near("MDX-P04", "MDX-P06")
        .passes();
    cases
        .of(
            "asic-header-64-bits",
            "PKG-4",
            "The local header gives another size in a field of 64 bits",
            "Programs differ in which description they follow: one checks the signed file, and another shows the forged one.")
        .pack(bench.usual().change(Asic.MESSAGE, item -> item.wide(item.size + 1)).bytes())
        .fails("MDX-P04");
    cases
        .of(
            "asic-other-name-in-extra-field",
            "PKG-3 PKG-4",
            "An extra field gives another name (Unicode path)",
            "Some programs go by the extra field and others do not, so that they show different files.")
        .pack(bench.usual().change(Asic.MESSAGE, DamageVectors::renamed).bytes())
        .failsForOneOf("MDX-P01", "MDX-P03", "MDX-P04");
  }

  private static void renamed(Zip.Item item) {
    byte[] name = Cases.bytes("forged.xml");
    CRC32 crc = new CRC32();
    crc.update(item.rawName);
    byte[] field =
        Zip.buffer(9 + name.length)
            .putShort((short) 0x7075)
            .putShort((short) (5 + name.length))
            .put((byte) 1)
            .putInt((int) crc.getValue())
            .put(name)
            .array();
    item.localExtra = field;
    item.extra = field;
  }

  private void tools() throws IOException {
    cases
        .of(
            "asic-packed-by-java",
            "PKG-1 PKG-4",
            "The package was written by Java's own ZIP classes",
            TOOLS)
        .pack(() -> packedByJava(bench.usual()))
        .near("MDX-P01", "MDX-P04", "MDX-P05")
        .passes();
  }

  private static byte[] packedByJava(Zip from) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry type = new ZipEntry(Asic.MIMETYPE);
      byte[] bytes = from.data(Asic.MIMETYPE);
      CRC32 crc = new CRC32();
      crc.update(bytes);
      type.setMethod(ZipEntry.STORED);
      type.setSize(bytes.length);
      type.setCrc(crc.getValue());
      zip.putNextEntry(type);
      zip.write(bytes);
      for (String name : new String[] {Asic.MESSAGE, Asic.MANIFEST, Asic.SIGNATURE}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(from.data(name));
      }
    }
    return out.toByteArray();
  }
}
