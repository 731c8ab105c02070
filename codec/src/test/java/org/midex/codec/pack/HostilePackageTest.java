package org.midex.codec.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.codec.pack.Exchange.ADDRESSING;
import static org.midex.codec.pack.Exchange.AUSTRIA;
import static org.midex.codec.pack.Exchange.GERMANY;
import static org.midex.codec.pack.Exchange.NOW;
import static org.midex.codec.pack.Exchange.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.codec.pack.RawZip.Item;
import org.midex.model.Party;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;

/** Packages made to deceive: none of them passes, and none does harm. */
@Tag("once")
class HostilePackageTest {
  private static final byte[] CONTENT = "<Message/>\n".getBytes(UTF_8);
  private static final byte[] EVIL = "<Forged/>\n".getBytes(UTF_8);

  @TempDir Path folder;
  private Exchange exchange;
  private List<Item> items = List.of();

  @BeforeEach
  void begin() {
    exchange = new Exchange(folder);
    items = RawZip.of(exchange.sign(CONTENT, exchange.signer(KeyKind.ECDSA_P256)));
  }

  private void assertFails(byte[] bytes, String... broken) throws IOException {
    Path file = Files.write(folder.resolve("hostile.asice"), bytes);
    Verification found = exchange.verify(file);
    assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(rules(found)).contains(broken);
  }

  private RawZip all() {
    RawZip zip = new RawZip();
    items.forEach(zip::add);
    return zip;
  }

  @Test
  void aGoodOneWrittenAgainPasses() throws IOException {
    Path file = Files.write(folder.resolve("again.asice"), all().finish());
    assertThat(exchange.verify(file).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void twoEntriesOfOneName() throws IOException {
    assertFails(all().add(new Item("message.xml", EVIL)).finish(), "MDX-P02");
    RawZip first = new RawZip().add(items.get(0)).add(new Item("message.xml", EVIL));
    items.stream().skip(1).forEach(first::add);
    assertFails(first.finish(), "MDX-P02");
  }

  @Test
  void namesThatDifferInCaseOnly() throws IOException {
    assertFails(all().add(new Item("MESSAGE.xml", EVIL)).finish(), "MDX-P02");
    assertFails(all().add(new Item("mess\uff41ge.xml", EVIL)).finish(), "MDX-P02");
  }

  @Test
  void namesThatLeaveTheFolder() throws IOException {
    for (String name :
        List.of("../evil", "/evil", "a/../../evil", "c:evil", "a\\evil", "a//b", "x\0.xml", ".")) {
      assertFails(all().add(new Item(name, EVIL)).finish(), "MDX-P03");
    }
  }

  @Test
  void aFileThatIsNotSigned() throws IOException {
    assertFails(all().add(new Item("extra.xml", EVIL)).finish(), "MDX-P07");
    assertFails(all().add(new Item("META-INF/extra.xml", EVIL)).finish(), "MDX-P07");
    assertFails(all().add(new Item("META-INF/signature002.p7s", EVIL)).finish(), "MDX-P07");
    assertFails(all().add(new Item("meta-inf/extra.xml", EVIL)).finish(), "MDX-P07");
  }

  @Test
  void aSecondManifestThatIsNotSigned() throws IOException {
    byte[] manifest = items.get(2).data;
    assertThat(items.get(2).name).isEqualTo("META-INF/ASiCManifest001.xml");
    assertFails(all().add(new Item("META-INF/ASiCManifest002.xml", manifest)).finish(), "MDX-P09");
    byte[] other =
        new String(manifest, UTF_8).replace("signature001", "signature002").getBytes(UTF_8);
    assertFails(all().add(new Item("META-INF/ASiCManifest002.xml", other)).finish(), "MDX-P09");
  }

  @Test
  void headersThatDiffer() throws IOException {
    Item renamed = new Item("message.xml", CONTENT);
    renamed.localName = "message.xmX";
    Item method = new Item("message.xml", CONTENT);
    method.localMethod = 8;
    Item checksum = new Item("message.xml", CONTENT);
    checksum.localCrcChange = 1;
    for (Item different : List.of(renamed, method, checksum)) {
      RawZip zip = new RawZip().add(items.get(0)).add(different);
      items.stream().skip(2).forEach(zip::add);
      assertFails(zip.finish(), "MDX-P04");
    }
  }

  @Test
  void bytesThatBelongToNothing() throws IOException {
    byte[] loose = new byte[40];
    assertFails(all().finish(loose, new byte[0]), "MDX-P05");
    assertFails(all().finish(new byte[0], loose), "MDX-P05");
    RawZip before = new RawZip().raw(loose);
    items.forEach(before::add);
    assertFails(before.finish(), "MDX-P05");
    assertFails(all().addHidden(new Item("message.xml", EVIL)).finish(), "MDX-P05");
    RawZip between = new RawZip().add(items.get(0)).addHidden(new Item("message.xml", EVIL));
    items.stream().skip(1).forEach(between::add);
    assertFails(between.finish(), "MDX-P05");
  }

  @Test
  void entriesThatOverlap() throws IOException {
    byte[] good = all().finish();
    ByteBuffer buffer = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
    int directory = buffer.getInt(good.length - 6);
    int second = directory + 46 + "mimetype".length();
    buffer.putInt(second + 42, 0); // both begin where the first does
    assertFails(good, "MDX-P05");
  }

  @Test
  void thousandsOfEntries() throws IOException {
    RawZip zip = all();
    for (int i = 0; i < 5_000; i++) {
      zip.add(new Item("f" + i, new byte[0]));
    }
    assertFails(zip.finish(), "MDX-P06");
  }

  @Test
  void aBomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
      for (int i = 0; i < 400; i++) {
        out.write(new byte[1 << 16]);
      }
    }
    Path file = exchange.sign(CONTENT, exchange.signer(KeyKind.ECDSA_P256));
    try (SeekableByteChannel channel = Exchange.create(file)) {
      new Signing(List.of(exchange.signer(KeyKind.ECDSA_P256)), NOW, null)
          .write(
              channel,
              List.of(
                  new Payload(
                      "zeros",
                      "text/plain",
                      -1,
                      () -> new ByteArrayInputStream(new byte[1 << 24]))),
              ADDRESSING,
              true);
    }
    assertFails(Files.readAllBytes(file), "MDX-P06");
    assertThat(packed.size()).isLessThan(1 << 16);
  }

  @Test
  void whatIsNoPackage() throws IOException {
    assertFails(new byte[0], "MDX-P01");
    assertFails("<Message/>".repeat(20).getBytes(UTF_8), "MDX-P01");
    RawZip wrongType = new RawZip().add(new Item("mimetype", "application/zip".getBytes(UTF_8)));
    items.stream().skip(1).forEach(wrongType::add);
    assertFails(wrongType.finish(), "MDX-P01");
    RawZip notFirst = new RawZip();
    items.stream().skip(1).forEach(notFirst::add);
    assertFails(notFirst.add(items.get(0)).finish(), "MDX-P01");
    RawZip unsigned = new RawZip().add(items.get(0)).add(items.get(1));
    assertFails(unsigned.finish(), "MDX-P12");
  }

  @Test
  void aFileThatWasChangedOrTakenAway() throws IOException {
    RawZip changed = new RawZip().add(items.get(0)).add(new Item("message.xml", EVIL));
    items.stream().skip(2).forEach(changed::add);
    assertFails(changed.finish(), "MDX-P10");
    RawZip missing = new RawZip().add(items.get(0));
    items.stream().skip(2).forEach(missing::add);
    assertFails(missing.finish(), "MDX-P08");
  }

  /** Who it is for is signed: a receiver cannot pass it on as if it were meant for others. */
  /** Each message says the same of its way as the signed manifest. */
  @Test
  void aMessageThatNamesOthersThanTheManifest() throws IOException {
    Path file = exchange.sign(CONTENT, exchange.signer(KeyKind.ECDSA_P256));
    Party other = new Party("FRA", "OTHER");
    for (Addressing said :
        List.of(
            new Addressing(other, List.of(GERMANY)),
            new Addressing(AUSTRIA, List.of(other)),
            new Addressing(AUSTRIA, List.of(GERMANY, other)))) {
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        Verification found =
            exchange.verifier().verify(SignedPackage.open(channel), List.of(ADDRESSING, said));
        assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(rules(found)).containsExactly("MDX-P52");
      }
    }
  }

  /** Receivers have no order. */
  @Test
  void aMessageThatNamesTheReceiversInAnotherOrder() throws IOException {
    Party other = new Party("FRA", "OTHER");
    Path file = folder.resolve("two.asice");
    try (SeekableByteChannel channel = Exchange.create(file)) {
      new Signing(List.of(exchange.signer(KeyKind.ECDSA_P256)), NOW, null)
          .write(
              channel,
              List.of(Exchange.payload("message.xml", CONTENT)),
              new Addressing(AUSTRIA, List.of(GERMANY, other)),
              false);
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      Addressing said = new Addressing(AUSTRIA, List.of(other, GERMANY));
      Verification found = exchange.verifier().verify(SignedPackage.open(channel), List.of(said));
      assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
    }
  }

  @Test
  void aPackageThatIsAddressedAnew() throws IOException {
    byte[] readdressed =
        new String(items.get(2).data, UTF_8).replace("\"DEU\"", "\"FRA\"").getBytes(UTF_8);
    RawZip zip = new RawZip().add(items.get(0)).add(items.get(1));
    zip.add(new Item(items.get(2).name, readdressed)).add(items.get(3));
    assertFails(zip.finish(), "MDX-P11", "MDX-P51");
  }

  @Test
  void aSignatureOfAnotherPackage() throws IOException {
    Path other = exchange.sign(EVIL, exchange.signer(KeyKind.ECDSA_P256));
    RawZip zip = new RawZip();
    items.stream().limit(3).forEach(zip::add);
    assertFails(zip.add(RawZip.of(other).get(3)).finish(), "MDX-P11");
  }

  /** Wherever one bit is another, or the end is missing, it is found. */
  @Test
  void flippedBitsAndMissingEnds() throws IOException {
    byte[] good = Files.readAllBytes(exchange.sign(CONTENT, exchange.signer(KeyKind.RSA_3072)));
    List<byte[]> harmless = new Damage(good, 6).unnoticed(this::verify);
    for (byte[] flipped : harmless) {
      // such as a ZIP attribute: nothing of what is signed, nor of what is unpacked
      assertThat(readAll(flipped)).isEqualTo(readAll(good));
    }
    assertThat(harmless).hasSizeLessThan(10);
  }

  private List<String> readAll(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("read.asice"), bytes);
    return RawZip.of(file).stream()
        .filter(item -> !item.name.endsWith(".p7s"))
        .map(item -> item.name + " " + new String(item.data, UTF_8))
        .toList();
  }

  private Verification verify(byte[] bytes) throws IOException {
    return exchange.verify(Files.write(folder.resolve("damaged.asice"), bytes));
  }
}
