package org.midex.conformance.generator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.midex.codec.pack.Certificates;
import org.midex.codec.pack.KeyFiles;

/** The keys of {@link KeyTable}, in fixtures/keys; each is made once, and read only when needed. */
final class Keys {
  static final Provider PROVIDER = new BouncyCastleProvider();
  static final String PASSWORD = "conformance";
  static final String FOLDER = "fixtures/keys/";

  private final Map<String, KeyTable.Row> rows = KeyTable.rows();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, byte[]> certificates = new HashMap<>();
  private final Map<String, Key> read = new HashMap<>();

  Keys(Drafts drafts) throws IOException {
    for (String name : rows.keySet()) {
      files.put(name, drafts.kept(FOLDER + name + ".p12", () -> make(name)));
      certificates.put(name, drafts.kept(FOLDER + name + ".crt", () -> pem(name)));
    }
  }

  /** Puts all files into the suite. */
  void put(Drafts drafts) {
    files.forEach((name, bytes) -> drafts.put(FOLDER + name + ".p12", bytes));
    certificates.forEach((name, bytes) -> drafts.put(FOLDER + name + ".crt", bytes));
  }

  /** PEM of a key's certificate. */
  byte[] certificate(String name) {
    return certificates.getOrDefault(name, new byte[0]);
  }

  Key get(String name) throws IOException {
    Key known = read.get(name);
    if (known == null) {
      known = load(name);
      read.put(name, known);
    }
    return known;
  }

  private KeyTable.Row row(String name) {
    KeyTable.Row row = rows.get(name);
    if (row == null) {
      throw new IllegalArgumentException("there is no key " + name);
    }
    return row;
  }

  private Key load(String name) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12", PROVIDER);
      byte[] bytes = files.getOrDefault(name, new byte[0]);
      store.load(new ByteArrayInputStream(bytes), PASSWORD.toCharArray());
      String alias = name;
      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate one : store.getCertificateChain(alias)) {
        chain.add((X509Certificate) one);
      }
      PrivateKey key = (PrivateKey) store.getKey(alias, PASSWORD.toCharArray());
      return new Key(row(name).kind(), key, withoutRoot(chain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static List<X509Certificate> withoutRoot(List<X509Certificate> chain) {
    X509Certificate last = chain.get(chain.size() - 1);
    boolean root = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
    return root && chain.size() > 1 ? chain.subList(0, chain.size() - 1) : chain;
  }

  private byte[] make(String name) throws IOException {
    KeyTable.Row row = row(name);
    KeyPair pair = Issuing.pair(row.kind());
    boolean root = row.issuer().equals(name);
    Key issuer = root ? new Key(row.kind(), pair.getPrivate(), List.of()) : get(row.issuer());
    X509Certificate certificate = Issuing.issue(row, row(row.issuer()).subject(), pair, issuer);
    List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
    chain.addAll(issuer.chain());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KeyFiles.writePkcs12(out, name, pair.getPrivate(), chain, PASSWORD.toCharArray());
    files.put(name, out.toByteArray());
    return out.toByteArray();
  }

  private byte[] pem(String name) throws IOException {
    return Certificates.pem(get(name).certificate()).getBytes(StandardCharsets.US_ASCII);
  }
}
