package org.midex.codec.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;
import org.midex.model.signature.Verification;

/** Two parties, their keys, and a trust folder, for tests. */
final class Exchange {
  static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  static final Party AUSTRIA = new Party("AUT", "STATS");
  static final Party GERMANY = new Party("DEU", "MIN");
  static final Addressing ADDRESSING = new Addressing(AUSTRIA, List.of(GERMANY));

  final Path folder;
  final TestAuthority authority = TestAuthority.create("AUTHORITY", BEFORE, 700);
  final List<String> signers = new ArrayList<>();
  private @Nullable Trust read;

  Exchange(Path folder) {
    this.folder = folder;
    pem("ca.crt", authority.own().certificate());
    revoke(List.of());
  }

  /** A key that may speak for Austria. */
  SigningKey signer(KeyKind kind) {
    return signer(kind, BEFORE, 600);
  }

  SigningKey signer(KeyKind kind, Instant from, int days) {
    SigningKey key = stranger(kind, from, days);
    String file = "signer" + signers.size() + ".crt";
    pem(file, key.certificate());
    signers.add(file);
    read = null;
    return key;
  }

  /** A key of the authority that the trust folder does not name. */
  SigningKey stranger(KeyKind kind, Instant from, int days) {
    TestAuthority.Issued issued = authority.issue("SIGNER", kind, false, from, days);
    return new SigningKey(
        issued.key(), List.of(issued.certificate(), authority.own().certificate()), null);
  }

  void revoke(List<X509Certificate> revoked) {
    revoke(revoked, NOW.minusSeconds(3_600), 30);
  }

  void revoke(List<X509Certificate> revoked, Instant from, int days) {
    try {
      Files.write(folder.resolve("ca.crl"), authority.revoke(revoked, from, days).getEncoded());
    } catch (IOException | java.security.cert.CRLException e) {
      throw new IllegalStateException(e);
    }
    read = null;
  }

  void pem(String name, X509Certificate certificate) {
    try {
      Files.writeString(folder.resolve(name), Certificates.pem(certificate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Trust trust() {
    Trust known = read;
    if (known == null) {
      known = trust("authorities: [ca.crt]\nlists: [ca.crl]\n");
      read = known;
    }
    return known;
  }

  Trust trust(String start) {
    String yaml =
        start
            + "parties:\n- {area: AUT, authority: STATS, sign: ["
            + String.join(", ", signers)
            + "]}\n";
    try {
      Files.writeString(folder.resolve("trust.yaml"), yaml);
      return Trust.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Verifier verifier() {
    return new Verifier(trust(), Policy.standard(), NOW, GERMANY);
  }

  static Payload payload(String name, byte[] bytes) {
    return new Payload(
        name, "application/xml", bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** A package of one file. */
  Path sign(byte[] content, SigningKey... keys) {
    Path file = folder.resolve("message.asice");
    try (SeekableByteChannel channel = create(file)) {
      new Signing(List.of(keys), NOW, null)
          .write(channel, List.of(payload("message.xml", content)), ADDRESSING, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static SeekableByteChannel create(Path file) throws IOException {
    return Files.newByteChannel(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.READ);
  }

  Verification verify(Path file) {
    return verify(file, verifier());
  }

  static Verification verify(Path file, Verifier verifier) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return verifier.verify(SignedPackage.open(channel), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rules that are broken, of the file and of its signatures. */
  static List<String> rules(Verification found) {
    List<String> rules = new ArrayList<>();
    found.faults().forEach(fault -> rules.add(fault.rule()));
    found.signatures().forEach(s -> s.faults().forEach(fault -> rules.add(fault.rule())));
    return rules.stream().distinct().sorted().toList();
  }
}
