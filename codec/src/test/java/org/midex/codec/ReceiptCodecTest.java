package org.midex.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Codec;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Receipt;
import org.midex.model.Row;
import org.midex.schema.Catalogue;

/** Messages whose payload is a receipt. */
class ReceiptCodecTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Codec XML = new XmlCodec(CATALOGUE);

  @Provide
  Arbitrary<MessageHead> receipts() {
    return MessageArbitraries.receipts();
  }

  private static byte[] write(MessageHead head) throws IOException {
    return CodecContractTest.write(XML, new Message(head, List.of()));
  }

  @Property(tries = 300)
  void readsBackWhatItWrote(@ForAll("receipts") MessageHead head) throws IOException {
    byte[] bytes = write(head);
    for (Codec codec : List.of(XML, XmlCodec.exact(CATALOGUE))) {
      RecordingSink sink = new RecordingSink();
      Message read = CodecContractTest.read(codec, bytes, sink);
      assertThat(sink.problems()).isEmpty();
      assertThat(read).isEqualTo(new Message(head, List.of()));
      assertThat(write(read.head())).isEqualTo(bytes);
    }
  }

  @Property(tries = 100)
  void theValueAndItsTreeAreOne(@ForAll("receipts") MessageHead head) {
    Receipt receipt = Receipt.of(Objects.requireNonNull(head.receipt()));
    assertThat(Receipt.of(receipt.toNode())).isEqualTo(receipt);
  }

  @Property(tries = 50)
  void theDigestIsThatOfTheCanonicalBytes(@ForAll("receipts") MessageHead head) throws Exception {
    try (DigestWriter writer = new DigestWriter(CATALOGUE, head)) {
      Digests digests = writer.finish();
      assertThat(digests.message()).isEqualTo(sha256(write(head)));
      assertThat(digests.data()).isEqualTo(sha256(new byte[0]));
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Example
  void theCanonicalForm() throws IOException {
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Message xmlns="urn:midex:1" version="1.0" id="urn:ex:r">
        <Header>
        <Edition>2026-11-25</Edition>
        <Prepared>2026-11-26T12:00:00Z</Prepared>
        <Sender>
        <Area>DEU</Area>
        <Authority>MIN</Authority>
        </Sender>
        </Header>
        <Receipt>
        <Arrived>2026-11-26T12:00:00Z</Arrived>
        <Sha256>%s</Sha256>
        <Outcome>rejected</Outcome>
        <Finding>
        <Rule>MDX-S05</Rule>
        <Severity>error</Severity>
        <Count>1</Count>
        </Finding>
        </Receipt>
        </Message>
        """
            .formatted("0".repeat(64));
    RecordingSink sink = new RecordingSink();
    String spaced = text.replace("<Receipt>", "<!-- ours -->\n  <Receipt>");
    Message read = CodecContractTest.read(XML, spaced.getBytes(StandardCharsets.UTF_8), sink);
    assertThat(sink.problems()).isEmpty();
    assertThat(new String(write(read.head()), StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Property(tries = 5)
  void avroHoldsNone(@ForAll("receipts") MessageHead head) {
    assertThatThrownBy(() -> new AvroCodec(CATALOGUE).writer(OutputStream.nullOutputStream(), head))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XML only");
  }

  @Property(tries = 5)
  void rowsHaveNoPlaceInIt(@ForAll("receipts") MessageHead head) throws IOException {
    try (MessageReader reader =
        XML.reader(new ByteArrayInputStream(write(head)), new RecordingSink())) {
      assertThat(reader.next()).isFalse();
      assertThat(reader.number()).isZero();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> XML.writer(out, head).write(new Row(CATALOGUE.theme("REFUGEE_POP"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
