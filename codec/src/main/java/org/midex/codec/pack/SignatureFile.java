package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.midex.model.signature.Fault;

/** A detached signature (CMS SignedData, RFC 5652) as it came, not believed yet. */
final class SignatureFile {
  private static final int MOST_SIGNERS = 32;
  private static final int MOST_CERTIFICATES = 64;

  private final List<SignerInformation> signers;
  private final List<X509Certificate> certificates = new ArrayList<>();

  private SignatureFile(CMSSignedData data) throws FaultException {
    Collection<SignerInformation> all = data.getSignerInfos().getSigners();
    signers = List.copyOf(all);
    if (signers.isEmpty()) {
      throw new FaultException(new Fault("MDX-P12", null, Map.of()));
    }
    if (signers.size() > MOST_SIGNERS) {
      throw ZipDirectory.limit("number of signers", MOST_SIGNERS);
    }
    signers.forEach(SignatureFile::requireReadable);
    if (data.getSignedContent() != null && data.getSignedContent().getContent() != null) {
      throw unreadable("it holds content of its own");
    }
    if (!PKCSObjectIdentifiers.data.getId().equals(data.getSignedContentTypeOID())) {
      throw unreadable("it signs something else than data");
    }
    Collection<X509CertificateHolder> holders = data.getCertificates().getMatches(null);
    if (holders.size() > MOST_CERTIFICATES) {
      throw ZipDirectory.limit("number of certificates", MOST_CERTIFICATES);
    }
    for (X509CertificateHolder holder : holders) {
      try {
        certificates.add(Certificates.of(holder.getEncoded()));
      } catch (GeneralSecurityException | IOException e) {
        throw unreadable("a certificate in it cannot be read");
      }
    }
  }

  /** Has all parts read that otherwise would be when they are asked for. */
  private static void requireReadable(SignerInformation signer) {
    signer.getSID().getIssuer();
    signer.getDigestAlgorithmID();
    signer.toASN1Structure().getDigestEncryptionAlgorithm();
    for (AttributeTable table :
        Arrays.asList(signer.getSignedAttributes(), signer.getUnsignedAttributes())) {
      if (table != null) {
        ASN1EncodableVector all = table.toASN1EncodableVector();
        for (int i = 0; i < all.size(); i++) {
          Attribute.getInstance(all.get(i)).getAttributeValues();
        }
      }
    }
  }

  /**
   * Reads a signature.
   *
   * @throws FaultException when it is none, or has no signer
   */
  static SignatureFile read(byte[] der) throws FaultException {
    try {
      return new SignatureFile(new CMSSignedData(der));
    } catch (CMSException | RuntimeException e) {
      throw unreadable("it is no CMS signature");
    }
  }

  private static FaultException unreadable(String reason) {
    return new FaultException("MDX-P11", reason);
  }

  List<SignerInformation> signers() {
    return signers;
  }

  List<X509Certificate> certificates() {
    return certificates;
  }

  /** The certificates that a signer may mean. */
  List<X509Certificate> certificatesOf(SignerInformation signer) {
    SignerId selector = signer.getSID();
    List<X509Certificate> found = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      try {
        if (selector.match(new X509CertificateHolder(certificate.getEncoded()))) {
          found.add(certificate);
        }
      } catch (CertificateEncodingException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return found;
  }

  /** The digests that its signers name, of content that is read to its end. */
  Map<Hash, byte[]> digests(InputStream content) throws IOException {
    Set<Hash> wanted = EnumSet.noneOf(Hash.class);
    for (SignerInformation signer : signers) {
      Hash.of(signer.getDigestAlgorithmID().getAlgorithm()).ifPresent(wanted::add);
    }
    return Hash.all(wanted, content);
  }
}
