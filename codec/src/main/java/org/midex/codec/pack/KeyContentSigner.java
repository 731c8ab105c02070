package org.midex.codec.pack;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.RuntimeOperatorException;

/** Signs a signature's attributes with a key, wherever it is kept. */
final class KeyContentSigner implements ContentSigner {
  private final SigningKey key;
  private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

  KeyContentSigner(SigningKey key) {
    this.key = key;
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return key.algorithm().identifier();
  }

  @Override
  public OutputStream getOutputStream() {
    return attributes;
  }

  @Override
  public byte[] getSignature() {
    try {
      Signature signature = signature();
      signature.initSign(key.key());
      signature.update(attributes.toByteArray());
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new RuntimeOperatorException("the key cannot sign: " + e.getMessage(), e);
    }
  }

  private Signature signature() throws GeneralSecurityException {
    Algorithm algorithm = key.algorithm();
    Provider provider = algorithm == Algorithm.ML_DSA_65 ? Crypto.provider() : key.provider();
    String name = algorithm.jcaName();
    Signature signature =
        provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
    if (algorithm == Algorithm.RSA_PSS) {
      signature.setParameter(
          new PSSParameterSpec(
              "SHA-256",
              "MGF1",
              MGF1ParameterSpec.SHA256,
              Algorithm.PSS_SALT,
              PSSParameterSpec.TRAILER_FIELD_BC));
    }
    return signature;
  }
}
