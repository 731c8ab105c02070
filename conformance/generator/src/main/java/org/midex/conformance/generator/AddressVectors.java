package org.midex.conformance.generator;

import static org.midex.conformance.generator.Cases.bytes;

import java.io.IOException;

/** PKG-7, SIG-8: who sends what to whom. */
final class AddressVectors {
  private static final String CLAIMED =
      "Manifest and message name different parties: one of them was put together for another delivery.";

  private final Cases cases;
  private final Bench bench;

  AddressVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    readdressed();
    intended();
    agreement();
    nobody();
  }

  private void readdressed() throws IOException {
    String manifest = Asic.usual().manifest(Asic.SIGNATURE);
    cases
        .of(
            "asic-readdressed",
            "PKG-7 SIG-8",
            "The manifest's receiver was changed from Germany to France on the way",
            "Germany passes on to France, as if it were meant for France, what Austria entrusted to Germany.")
        .pack(
            bench
                .usual()
                .replace(
                    Asic.MANIFEST,
                    bytes(manifest.replace("DEU", "FRA").replace("EXAMPLE-MIN", "EXAMPLE-INT")))
                .bytes())
        .receiver(Letters.FRANCE)
        .may("MDX-P52")
        .fails("MDX-P11");
    cases
        .of(
            "asic-receiver-added",
            "PKG-7 SIG-8",
            "A receiver was added to the manifest on the way",
            "Data under an agreement of two states would look as if a third one had been given them.")
        .pack(
            bench
                .usual()
                .replace(
                    Asic.MANIFEST,
                    bytes(
                        manifest.replace(
                            "</mp:Addressing>",
                            "<mp:Receiver area=\"FRA\" authority=\"EXAMPLE-INT\"/></mp:Addressing>")))
                .bytes())
        .receiver(Letters.FRANCE)
        .may("MDX-P52")
        .fails("MDX-P11");
    cases
        .of(
            "asic-addressing-removed",
            "PKG-7 SIG-8",
            "Sender and receivers were taken out of the manifest on the way",
            "What names nobody can be passed on to anybody.")
        .pack(
            bench
                .usual()
                .replace(
                    Asic.MANIFEST,
                    bytes(manifest.replaceFirst("<asic:ASiCManifestExtensions>.*Extensions>", "")))
                .bytes())
        .may("MDX-P54", "MDX-P51")
        .fails("MDX-P11");
  }

  private void intended() throws IOException {
    cases
        .of(
            "asic-meant-for-others",
            "SIG-8",
            "France verifies what is addressed to Germany",
            "It came to France by mistake, or somebody passes it on; France may not be entitled to it.")
        .pack(bench.usual().bytes())
        .receiver(Letters.FRANCE)
        .fails("MDX-P51");
    cases
        .of(
            "asic-meant-for-another-office",
            "SIG-8",
            "Another authority of the receiver's country verifies",
            "An agreement may give data to one office of a country and not to the next.")
        .pack(bench.usual().bytes())
        .receiver("DEU:EXAMPLE-POLICE")
        .fails("MDX-P51");
    cases
        .of(
            "asic-nobody-in-particular",
            "SIG-8",
            "Nobody in particular verifies what is addressed to Germany",
            "An archive or a court has to tell whether a package is genuine without being its receiver.")
        .pack(bench.usual().bytes())
        .without("receiver")
        .near("MDX-P51")
        .passes();
    cases
        .of(
            "asic-one-of-several-receivers",
            "SIG-8 PKG-7",
            "France verifies what is addressed to Germany and France",
            "One package for several partners is usual; each of them is meant.")
        .pack(
            () ->
                new Asic(Letters.AUSTRIA, Letters.GERMANY, Letters.FRANCE)
                    .file(
                        Asic.MESSAGE,
                        Letters.from(
                            Letters.AUSTRIA, "1002", "5210", Letters.GERMANY, Letters.FRANCE))
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .receiver(Letters.FRANCE)
        .near("MDX-P51", "MDX-P52")
        .passes();
  }

  private void said(String id, String title, Asic asic, byte[] message) throws IOException {
    cases
        .of(id, "PKG-7", title, CLAIMED)
        .pack(() -> asic.file(Asic.MESSAGE, message).signed(bench.by("aut-p256")).bytes())
        .fails("MDX-P52");
  }

  private void agreement() throws IOException {
    said(
        "asic-message-of-another-sender",
        "The message's sender is not the manifest's",
        new Asic(Letters.AUSTRIA, Letters.GERMANY),
        Letters.from(Letters.FRANCE, "1003", "5210", Letters.GERMANY));
    said(
        "asic-message-for-another-receiver",
        "The message's receiver is not the manifest's",
        new Asic(Letters.AUSTRIA, Letters.GERMANY),
        Letters.from(Letters.AUSTRIA, "1004", "5210", Letters.FRANCE));
    said(
        "asic-message-for-fewer-receivers",
        "The manifest names a receiver that the message does not name",
        new Asic(Letters.AUSTRIA, Letters.GERMANY, Letters.FRANCE),
        Letters.GOOD);
    said(
        "asic-message-for-more-receivers",
        "The message names a receiver that the manifest does not name",
        new Asic(Letters.AUSTRIA, Letters.GERMANY),
        Letters.from(Letters.AUSTRIA, "1005", "5210", Letters.GERMANY, Letters.FRANCE));
    cases
        .of(
            "asic-receivers-in-another-order",
            "PKG-7",
            "Message and manifest name the same receivers in another order",
            "Receivers have no order; tools that sort them say nothing else.")
        .pack(
            () ->
                new Asic(Letters.AUSTRIA, Letters.FRANCE, Letters.GERMANY)
                    .file(
                        Asic.MESSAGE,
                        Letters.from(
                            Letters.AUSTRIA, "1015", "5210", Letters.GERMANY, Letters.FRANCE))
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .near("MDX-P52")
        .passes();
    cases
        .of(
            "asic-second-message-of-another-sender",
            "PKG-7",
            "The second of two messages has another sender than the manifest",
            "A stranger's figures ride in the package of a sender who is believed.")
        .pack(
            () ->
                Asic.usual()
                    .file(
                        "second.xml", Letters.from(Letters.FRANCE, "1006", "5210", Letters.GERMANY))
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .fails("MDX-P52");
    cases
        .of(
            "asic-message-without-receivers",
            "PKG-7",
            "The message names no receiver, the manifest does",
            "A message may be for anybody whom a package brings it to; that is no contradiction.")
        .pack(
            () ->
                new Asic(Letters.AUSTRIA, Letters.GERMANY)
                    .file(Asic.MESSAGE, Letters.from(Letters.AUSTRIA, "1007", "5210"))
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .near("MDX-P52")
        .passes();
  }

  private void nobody() throws IOException {
    cases
        .of(
            "asic-addressed-by-message-only",
            "PKG-7 SIG-8",
            "The manifest names nobody, the message in the package does",
            "Packages of other tools do not know MIDEX's addressing; the signed message says it itself.")
        .pack(
            () ->
                new Asic("").file(Asic.MESSAGE, Letters.GOOD).signed(bench.by("aut-p256")).bytes())
        .near("MDX-P51", "MDX-P54")
        .passes();
    cases
        .of(
            "asic-addressed-by-nobody",
            "PKG-7 SIG-8",
            "A signed table that names neither sender nor receivers, verified by nobody in particular",
            "It is genuine, but anybody could pass it on to anybody, and people are to know.")
        .pack(
            () ->
                new Asic("")
                    .file("table.csv", bytes("year,persons\n2024,5210\n"))
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .without("receiver")
        .passes("MDX-P54");
    cases
        .of(
            "asic-table-with-addressing",
            "PKG-7 SIG-8",
            "A signed table whose manifest names sender and receiver",
            "The manifest is what makes a table, which says nothing itself, somebody's to somebody.")
        .pack(
            () ->
                new Asic(Letters.AUSTRIA, Letters.GERMANY)
                    .file("table.csv", bytes("year,persons\n2024,5210\n"))
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .near("MDX-P54")
        .passes();
  }
}
