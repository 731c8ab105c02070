package org.midex.codec.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Private keys with their certificates: PKCS#12 files, and tokens by PKCS#11. */
public final class KeyFiles {
  private KeyFiles() {}

  /**
   * A private key with its certificates.
   *
   * @param chain from the key's certificate towards the authority
   * @param provider where the key works; null for any
   */
  public record Held(PrivateKey key, List<X509Certificate> chain, @Nullable Provider provider) {
    public Held {
      chain = List.copyOf(chain);
    }

    /**
     * To sign with.
     *
     * @throws IllegalArgumentException as {@link SigningKey#SigningKey}
     */
    public SigningKey toSign() {
      return new SigningKey(key, chain, provider);
    }

    @Override
    public String toString() {
      return String.valueOf(chain.get(0).getSubjectX500Principal());
    }
  }

  /**
   * The key of a PKCS#12 file.
   *
   * @param alias which one; null where there is but one
   * @throws IOException when the file cannot be read, or the password is wrong
   * @throws IllegalArgumentException when the file has no such key, or several
   */
  public static Held pkcs12(Path file, char[] password, @Nullable String alias) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder");
    }
    try {
      return held(load(file, password, null), password, alias, null, file.toString());
    } catch (NoSuchAlgorithmException | UnrecoverableKeyException e) {
      return otherKind(file, password, alias);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Keys of kinds that this Java does not know. */
  private static Held otherKind(Path file, char[] password, @Nullable String alias)
      throws IOException {
    try {
      KeyStore store = load(file, password, Crypto.provider());
      return held(store, password, alias, null, file.toString());
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static KeyStore load(Path file, char[] password, @Nullable Provider provider)
      throws GeneralSecurityException, IOException {
    KeyStore store =
        provider == null
            ? KeyStore.getInstance("PKCS12")
            : KeyStore.getInstance("PKCS12", provider);
    byte[] bytes = Files.readAllBytes(file);
    try {
      store.load(new ByteArrayInputStream(bytes), password);
    } catch (IOException e) {
      boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
      throw new IOException(
          file + (wrong ? ": the password is wrong" : " is no PKCS#12 file that can be read"), e);
    }
    return store;
  }

  /**
   * A key in a token, by the JDK's PKCS#11 provider.
   *
   * @param config the provider's configuration file, which names the token's library
   * @param alias which key; null where there is but one
   * @throws IOException when the token cannot be used, or the PIN is wrong
   * @throws IllegalArgumentException when it has no such key, or several
   */
  public static Held pkcs11(Path config, char[] pin, @Nullable String alias) throws IOException {
    if (!Files.isRegularFile(config)) {
      throw new NoSuchFileException(config.toString());
    }
    Provider base = Security.getProvider("SunPKCS11");
    if (base == null) {
      throw new IOException("this Java has no PKCS#11 provider (module jdk.crypto.cryptoki)");
    }
    try {
      Provider provider = base.configure(config.toString());
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return held(store, null, alias, provider, config.toString());
    } catch (ProviderException | GeneralSecurityException | InvalidParameterException e) {
      throw new IOException(config + ": the token cannot be used: " + e.getMessage(), e);
    }
  }

  private static Held held(
      KeyStore store,
      char @Nullable [] password,
      @Nullable String alias,
      @Nullable Provider provider,
      String name)
      throws GeneralSecurityException, IOException {
    List<String> keys = new ArrayList<>();
    for (String one : Collections.list(store.aliases())) {
      if (store.isKeyEntry(one) && (alias == null || one.equalsIgnoreCase(alias))) {
        keys.add(one);
      }
    }
    if (keys.size() != 1) {
      throw new IllegalArgumentException(
          name
              + (keys.isEmpty()
                  ? " has no private key" + (alias == null ? "" : " " + alias)
                  : " has several keys: add # and one of " + String.join(", ", keys)));
    }
    List<X509Certificate> chain = new ArrayList<>();
    Certificate[] certificates = store.getCertificateChain(keys.get(0));
    for (Certificate one : certificates == null ? new Certificate[0] : certificates) {
      chain.add((X509Certificate) one);
    }
    if (chain.isEmpty()) {
      throw new IllegalArgumentException(name + ": the key has no certificate");
    }
    return new Held((PrivateKey) store.getKey(keys.get(0), password), chain, provider);
  }

  /**
   * Writes a PKCS#12 file.
   *
   * @param out gets the bytes
   */
  public static void writePkcs12(
      OutputStream out, String alias, PrivateKey key, List<X509Certificate> chain, char[] password)
      throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(alias, key, password, chain.toArray(new Certificate[0]));
      store.store(out, password);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
