package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KEMRecipientInformation;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.jspecify.annotations.Nullable;
import org.midex.model.signature.Fault;

/** Opens what is sealed, with a receiver's key. */
public final class Opening {
  private static final int TAG = 16;

  private final KeyFiles.Held key;

  /**
   * @throws IllegalArgumentException when the key is in a token: by the JDK's PKCS#11 provider keys
   *     sign, but it has no OAEP, nor the way in which keys are derived from ECDH
   */
  public Opening(KeyFiles.Held key) {
    if (key.provider() != null) {
      throw new IllegalArgumentException(
          "a key in a token can sign, but not open: a key from a PKCS#12 file is needed");
    }
    this.key = key;
  }

  /**
   * Opens sealed bytes. What is written is what was sealed only if nothing is returned: until the
   * end nobody knows whether it was changed, so that {@code out} must be private, and thrown away
   * otherwise.
   *
   * @param source is opened twice: to look at how it is built, and to decrypt
   * @return why it cannot be opened
   * @throws IOException when the bytes cannot be read or written
   */
  public Optional<Fault> open(Payload.Bytes source, OutputStream out) throws IOException {
    try (InputStream sealed = source.open()) {
      SealStructure.require(sealed);
    } catch (FaultException e) {
      return Optional.of(e.fault());
    }
    try (InputStream sealed = source.open()) {
      return decrypt(sealed, out);
    }
  }

  private Optional<Fault> decrypt(InputStream sealed, OutputStream out) throws IOException {
    WrittenStream to = new WrittenStream(out);
    try {
      CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(sealed);
      requireAlgorithm(parser.getEncryptionAlgOID());
      RecipientInformation own = own(parser.getRecipientInfos().getRecipients());
      if (own == null) {
        return Optional.of(notForThis(parser.getRecipientInfos().getRecipients()));
      }
      try (InputStream content = own.getContentStream(recipient(own)).getContentStream()) {
        content.transferTo(to);
      }
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(e.fault());
    } catch (CMSException | RuntimeException e) {
      return Optional.of(new Fault("MDX-P61", null, Map.of()));
    } catch (IOException e) {
      if (to.failed()) {
        throw e;
      }
      return Optional.of(new Fault("MDX-P61", null, Map.of()));
    }
  }

  private static void requireAlgorithm(AlgorithmIdentifier algorithm) throws FaultException {
    boolean gcm = NISTObjectIdentifiers.id_aes256_GCM.equals(algorithm.getAlgorithm());
    if (!gcm || GCMParameters.getInstance(algorithm.getParameters()).getIcvLen() != TAG) {
      throw new FaultException("MDX-P62", gcm ? "its tag is too short" : "it is not AES-256-GCM");
    }
  }

  @SuppressWarnings("unchecked") // the library's selectors have no type
  private @Nullable RecipientInformation own(Collection<RecipientInformation> recipients)
      throws IOException {
    X509CertificateHolder certificate = holder(key.chain().get(0));
    for (RecipientInformation one : recipients) {
      RecipientId id = one.getRID();
      if (id.match(certificate) && namesExactly(id, certificate)) {
        return one;
      }
    }
    return null;
  }

  /** Names count as the same whatever their case, which would let a changed bit pass. */
  private static boolean namesExactly(RecipientId id, X509CertificateHolder certificate)
      throws IOException {
    X500Name issuer = RecipientNames.issuer(id);
    return issuer == null
        || Arrays.equals(issuer.getEncoded(), certificate.getIssuer().getEncoded());
  }

  private static X509CertificateHolder holder(X509Certificate certificate) throws IOException {
    try {
      return new X509CertificateHolder(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Fault notForThis(Collection<RecipientInformation> recipients) {
    List<String> names = new ArrayList<>();
    for (RecipientInformation one : recipients) {
      names.add(RecipientNames.of(one.getRID()));
    }
    return Fault.of("MDX-P60", Map.of("recipients", String.join("; ", names)));
  }

  private Recipient recipient(RecipientInformation own) throws FaultException {
    if (own instanceof KeyTransRecipientInformation) {
      JceKeyTransAuthEnvelopedRecipient recipient =
          new JceKeyTransAuthEnvelopedRecipient(key.key());
      recipient.setProvider(Crypto.provider());
      recipient.setContentProvider(Crypto.provider());
      return recipient;
    }
    if (own instanceof KeyAgreeRecipientInformation) {
      JceKeyAgreeAuthEnvelopedRecipient recipient =
          new JceKeyAgreeAuthEnvelopedRecipient(key.key());
      recipient.setProvider(Crypto.provider());
      recipient.setContentProvider(Crypto.provider());
      return recipient;
    }
    if (own instanceof KEMRecipientInformation) {
      JceKEMAuthEnvelopedRecipient recipient = new JceKEMAuthEnvelopedRecipient(key.key());
      recipient.setProvider(Crypto.provider());
      return recipient;
    }
    throw new FaultException("MDX-P62", "its key is wrapped in another way");
  }

  /** Knows whether an exception came from writing. */
  private static final class WrittenStream extends OutputStream {
    private final OutputStream out;
    private boolean failed;

    WrittenStream(OutputStream out) {
      this.out = out;
    }

    boolean failed() {
      return failed;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      failed = true;
      out.write(bytes, from, length);
      failed = false;
    }
  }
}
