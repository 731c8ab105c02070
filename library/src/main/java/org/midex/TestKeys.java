package org.midex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.midex.codec.pack.Certificates;
import org.midex.codec.pack.KeyFiles;
import org.midex.codec.pack.KeyKind;
import org.midex.codec.pack.TestAuthority;
import org.midex.model.Party;
import org.midex.model.io.PrivateFile;

/**
 * A folder with keys for tests and first steps: a small authority, keys of parties, and {@code
 * trust.yaml}. Certificates say TEST ONLY.
 */
public final class TestKeys {
  private static final String AUTHORITY = "ca";
  private static final int DAYS = 365;

  private final Path folder;
  private final char[] password;
  private final Instant now;

  /**
   * @param folder where the files are, or come
   * @param password of the key files
   * @param now when certificates begin to be valid
   */
  public TestKeys(Path folder, char[] password, Instant now) {
    this.folder = folder;
    this.password = password.clone();
    this.now = now;
  }

  /**
   * Makes keys for a party, and the authority when there is none yet. Files that are there are not
   * changed, but for {@code trust.yaml} and the revocation list.
   *
   * @param kinds which; those that sign and seal make a key for each use
   * @return the files that were written
   * @throws IOException when one cannot be written, is there already, or the authority's key cannot
   *     be read with the password
   */
  public List<Path> add(Party party, List<KeyKind> kinds) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    TestAuthority authority = authority(written);
    List<String> sign = new ArrayList<>();
    List<String> seal = new ArrayList<>();
    for (KeyKind kind : kinds) {
      if (kind.signs()) {
        sign.add(issue(authority, party, kind, false, written));
      }
      if (kind.seals()) {
        seal.add(issue(authority, party, kind, true, written));
      }
    }
    Path list = folder.resolve(AUTHORITY + ".crl");
    try {
      Files.write(list, authority.revoke(List.of(), now, DAYS).getEncoded());
    } catch (CRLException e) {
      throw new IllegalStateException(e);
    }
    written.add(list);
    written.add(trust(party, sign, seal));
    return written;
  }

  private TestAuthority authority(List<Path> written) throws IOException {
    Path file = folder.resolve(AUTHORITY + ".p12");
    if (Files.exists(file)) {
      return new TestAuthority(KeyFiles.pkcs12(file, password, null).toSign());
    }
    TestAuthority made = TestAuthority.create("AUTHORITY", now, 2 * DAYS);
    write(AUTHORITY, made.own().key(), made.own().chain(), written);
    return made;
  }

  private String issue(
      TestAuthority authority, Party party, KeyKind kind, boolean sealing, List<Path> written)
      throws IOException {
    String name =
        (party.area() + "-" + party.authority() + (sealing ? "-seal-" : "-sign-") + kind.text())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]", "_");
    TestAuthority.Issued issued = authority.issue(party.toString(), kind, sealing, now, DAYS);
    List<X509Certificate> chain = List.of(issued.certificate(), authority.own().certificate());
    write(name, issued.key(), chain, written);
    return name + ".crt";
  }

  private void write(String name, PrivateKey key, List<X509Certificate> chain, List<Path> written)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    KeyFiles.writePkcs12(bytes, name, key, chain, password);
    Path file = folder.resolve(name + ".p12");
    Files.write(PrivateFile.createAt(file), bytes.toByteArray(), StandardOpenOption.WRITE);
    written.add(file);
    Path certificate = folder.resolve(name + ".crt");
    Files.writeString(certificate, Certificates.pem(chain.get(0)), StandardOpenOption.CREATE_NEW);
    written.add(certificate);
  }

  private Path trust(Party party, List<String> sign, List<String> seal) throws IOException {
    Path file = folder.resolve("trust.yaml");
    if (!Files.exists(file)) {
      Files.writeString(
          file,
          """
          # TEST ONLY: whoever has ca.p12 can make certificates that this folder believes
          authorities: [ca.crt]
          lists: [ca.crl]
          parties:
          """);
    }
    String entry =
        "- area: %s\n  authority: %s\n  sign: [%s]\n  seal: [%s]\n"
            .formatted(
                party.area(), party.authority(), String.join(", ", sign), String.join(", ", seal));
    Files.write(file, entry.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    return file;
  }
}
