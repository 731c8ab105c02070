package org.midex.codec.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.midex.model.signature.CertificateView;

/** Reads certificates and revocation lists, in PEM or DER. */
public final class Certificates {
  private static final int LARGEST = 1 << 24;

  private Certificates() {}

  private static CertificateFactory factory() {
    try {
      return CertificateFactory.getInstance("X.509", Crypto.provider());
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The certificates of a file, in its order.
   *
   * @throws IOException also when the file holds no certificate
   */
  public static List<X509Certificate> read(Path file) throws IOException {
    return read(
        file, "certificate", in -> factory().generateCertificates(in), X509Certificate.class);
  }

  /**
   * The revocation lists of a file.
   *
   * @throws IOException also when the file holds none
   */
  public static List<X509CRL> readLists(Path file) throws IOException {
    return read(file, "revocation list", in -> factory().generateCRLs(in), X509CRL.class);
  }

  private interface Parser {
    Collection<?> parse(InputStream in) throws GeneralSecurityException;
  }

  private static <T> List<T> read(Path file, String what, Parser parser, Class<T> type)
      throws IOException {
    List<T> all = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(bytes(file))) {
      parser.parse(in).forEach(one -> all.add(type.cast(one)));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(file + " cannot be read as " + what, e);
    }
    if (all.isEmpty()) {
      throw new IOException(file + " has no " + what + " in it");
    }
    return all;
  }

  /** A certificate as text (RFC 7468). */
  public static String pem(X509Certificate certificate) {
    try {
      String text =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is larger than " + LARGEST + " bytes");
    }
    return Files.readAllBytes(file);
  }

  /** A certificate from its bytes. */
  static X509Certificate of(byte[] der) throws GeneralSecurityException {
    Certificate one = factory().generateCertificate(new ByteArrayInputStream(der));
    if (one == null) {
      throw new CertificateException("no certificate");
    }
    return (X509Certificate) one;
  }

  /** SHA-256 of a certificate, hexadecimal. */
  static String sha256(X509Certificate certificate) {
    try {
      return HexFormat.of().formatHex(Hash.SHA_256.digest().digest(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static CertificateView view(X509Certificate certificate) {
    return new CertificateView(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getSerialNumber().toString(16),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        sha256(certificate));
  }
}
