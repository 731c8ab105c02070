package org.midex.codec.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.codec.pack.Exchange.AUSTRIA;
import static org.midex.codec.pack.Exchange.BEFORE;
import static org.midex.codec.pack.Exchange.GERMANY;
import static org.midex.codec.pack.Exchange.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.model.Party;
import org.midex.model.signature.Fault;

/** For whose certificate something may be sealed. */
class RecipientCheckTest {
  @TempDir private Path folder;
  private Exchange exchange;
  private X509Certificate certificate;

  @BeforeEach
  void begin() {
    exchange = new Exchange(folder);
    certificate =
        exchange.authority.issue("RECEIVER", KeyKind.ECDSA_P256, true, BEFORE, 400).certificate();
    exchange.pem("receiver.crt", certificate);
  }

  /** Rules that keep from sealing, when the folder says that the certificate is Germany's. */
  private List<String> rules(Duration later, Party... receivers) throws IOException {
    Files.writeString(
        folder.resolve("trust.yaml"),
        """
        authorities: [ca.crt]
        lists: [ca.crl]
        parties:
        - {area: DEU, authority: MIN, seal: [receiver.crt], until: 2027-12-31}
        """);
    return new RecipientCheck(Trust.read(folder), NOW.plus(later))
        .judge(certificate, List.of(receivers)).stream().map(Fault::rule).toList();
  }

  @Test
  void aReceiverThatIsNamed() throws IOException {
    assertThat(rules(Duration.ZERO, AUSTRIA, GERMANY)).isEmpty();
  }

  @Test
  void aReceiverThatIsNotNamed() throws IOException {
    assertThat(rules(Duration.ZERO, AUSTRIA)).containsExactly("MDX-P65");
    assertThat(rules(Duration.ZERO)).containsExactly("MDX-P65");
  }

  @Test
  void aCertificateThatHasExpired() throws IOException {
    assertThat(rules(Duration.ofDays(100), GERMANY)).containsExactly("MDX-P66");
    assertThat(rules(Duration.ofDays(-400), GERMANY)).containsExactly("MDX-P66");
    assertThat(rules(Duration.ofDays(500), GERMANY))
        .as("the folder no longer names it either")
        .containsExactly("MDX-P64", "MDX-P66");
  }

  @Test
  void aCertificateThatWasRevoked() throws IOException {
    exchange.revoke(List.of(certificate));
    assertThat(rules(Duration.ZERO, GERMANY)).containsExactly("MDX-P67");
  }

  @Test
  void aStrangersCertificate() throws IOException {
    certificate =
        exchange.authority.issue("OTHER", KeyKind.ECDSA_P256, true, BEFORE, 400).certificate();
    assertThat(rules(Duration.ZERO, GERMANY)).containsExactly("MDX-P64");
  }
}
