package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.midex.model.signature.Fault;

/**
 * Seals bytes for receivers: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084). The key
 * goes to RSA certificates with OAEP and SHA-256, to P-256 ones with ECDH (RFC 5753), to ML-KEM-768
 * ones as RFC 9936 says.
 */
public final class Sealing {
  private static final int BUFFER = 1 << 16;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  private final List<X509Certificate> receivers;

  /**
   * @throws IllegalArgumentException when there is none, or one is not to seal for
   */
  public Sealing(List<X509Certificate> receivers) {
    this.receivers = List.copyOf(receivers);
    if (receivers.isEmpty()) {
      throw new IllegalArgumentException("there is nobody to seal for");
    }
    receivers.forEach(Sealing::requireForSealing);
    receivers.forEach(Sealing::generator);
  }

  private static void requireForSealing(X509Certificate receiver) {
    boolean[] usage = receiver.getKeyUsage();
    if (usage != null && !usage[KEY_ENCIPHERMENT] && !usage[KEY_AGREEMENT]) {
      throw new IllegalArgumentException(
          receiver.getSubjectX500Principal() + ": the certificate is not one to seal for");
    }
  }

  /**
   * Seals bytes, in one pass.
   *
   * @throws IOException when they cannot be read or written
   */
  public void seal(InputStream in, OutputStream out) throws IOException {
    try {
      CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
      generator.setBufferSize(BUFFER);
      receivers.forEach(receiver -> generator.addRecipientInfoGenerator(generator(receiver)));
      OutputAEADEncryptor encryptor =
          (OutputAEADEncryptor)
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                  .setProvider(Crypto.provider())
                  .build();
      try (OutputStream sealed = generator.open(out, encryptor)) {
        in.transferTo(sealed);
      }
    } catch (CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RecipientInfoGenerator generator(X509Certificate receiver) {
    PublicKey key = receiver.getPublicKey();
    try {
      if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= Algorithm.LEAST_RSA) {
        AlgorithmIdentifier oaep =
            new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_RSAES_OAEP,
                    new OAEPParameterSpec(
                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return new JceKeyTransRecipientInfoGenerator(receiver, oaep).setProvider(Crypto.provider());
      }
      if (key instanceof ECPublicKey
          && Algorithm.of(key).equals(Optional.of(Algorithm.ECDSA_P256))) {
        KeyPair once = KeyKind.ECDSA_P256.generate();
        return new JceKeyAgreeRecipientInfoGenerator(
                CMSAlgorithm.ECDH_SHA256KDF,
                once.getPrivate(),
                once.getPublic(),
                CMSAlgorithm.AES256_WRAP)
            .addRecipient(receiver)
            .setProvider(Crypto.provider());
      }
      if (isMlKem(key)) {
        return new JceKEMRecipientInfoGenerator(receiver, CMSAlgorithm.AES256_WRAP)
            .setKDF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256))
            .setProvider(Crypto.provider());
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalArgumentException(
        receiver.getSubjectX500Principal()
            + ": files are sealed for RSA from 3072 bits, P-256 or ML-KEM-768");
  }

  private static boolean isMlKem(PublicKey key) {
    return Crypto.isOfKind(key, NISTObjectIdentifiers.id_alg_ml_kem_768);
  }

  /** Which receivers' keys future quantum computers could break: one of them is enough. */
  public List<Fault> weaknesses() {
    return receivers.stream()
        .filter(receiver -> !isMlKem(receiver.getPublicKey()))
        .map(
            receiver ->
                Fault.of(
                    "MDX-P63",
                    Map.of(
                        "recipient", receiver.getSubjectX500Principal().getName(),
                        "algorithm", receiver.getPublicKey().getAlgorithm())))
        .toList();
  }
}
