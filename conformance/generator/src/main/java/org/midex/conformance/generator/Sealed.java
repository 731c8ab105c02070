package org.midex.conformance.generator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.midex.codec.pack.Sealing;

/** Seals bytes, as the standard says and in other ways. */
final class Sealed {
  private static final int SHORT_TAG = 12;

  private Sealed() {}

  /** As the standard says. */
  static byte[] of(Keys keys, byte[] content, String... names) throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (String name : names) {
      certificates.add(keys.get(name).certificate());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Sealing(certificates).seal(new ByteArrayInputStream(content), out);
    return out.toByteArray();
  }

  /** For an RSA key, wrapped as an identifier says. */
  static RecipientInfoGenerator wrapped(Key receiver, AlgorithmIdentifier how) {
    try {
      return new JceKeyTransRecipientInfoGenerator(receiver.certificate(), how)
          .setProvider(Keys.PROVIDER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For an RSA key, with OAEP and SHA-1. */
  static RecipientInfoGenerator withSha1(Key receiver) {
    return wrapped(
        receiver,
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, new RSAESOAEPparams()));
  }

  /** For an RSA key, with the padding of PKCS #1 1.5. */
  static RecipientInfoGenerator withPkcs1(Key receiver) {
    return wrapped(
        receiver, new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));
  }

  /** For an RSA key, as the standard says. */
  static RecipientInfoGenerator withOaep(Key receiver) throws IOException {
    try {
      return wrapped(
          receiver,
          new JcaAlgorithmParametersConverter()
              .getAlgorithmIdentifier(
                  PKCSObjectIdentifiers.id_RSAES_OAEP,
                  new OAEPParameterSpec(
                      "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT)));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  static byte[] with(RecipientInfoGenerator receiver, ASN1ObjectIdentifier cipher, byte[] content)
      throws IOException {
    return generated(new CMSAuthEnvelopedDataGenerator(), receiver, cipher, content);
  }

  /** With an attribute that the proof covers, or with one that it does not. */
  static byte[] withAttribute(
      RecipientInfoGenerator receiver, ASN1ObjectIdentifier cipher, byte[] content, boolean covered)
      throws IOException {
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(
        new Attribute(
            new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2.2"),
            new DERSet(new DERUTF8String("for Germany"))));
    CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
    SimpleAttributeTableGenerator table =
        new SimpleAttributeTableGenerator(new AttributeTable(all));
    if (covered) {
      generator.setAuthenticatedAttributeGenerator(table);
    } else {
      generator.setUnauthenticatedAttributeGenerator(table);
    }
    return generated(generator, receiver, cipher, content);
  }

  private static byte[] generated(
      CMSAuthEnvelopedDataGenerator generator,
      RecipientInfoGenerator receiver,
      ASN1ObjectIdentifier cipher,
      byte[] content)
      throws IOException {
    generator.addRecipientInfoGenerator(receiver);
    try {
      return generator
          .generate(
              new CMSProcessableByteArray(content),
              (OutputAEADEncryptor)
                  new JceCMSContentEncryptorBuilder(cipher).setProvider(Keys.PROVIDER).build())
          .getEncoded();
    } catch (CMSException e) {
      throw new IOException(e);
    }
  }

  /** With AES-256-GCM, and a proof that is cut to 12 bytes. */
  static byte[] withShortTag(RecipientInfoGenerator receiver, byte[] content) throws IOException {
    try {
      KeyGenerator keys = KeyGenerator.getInstance("AES");
      keys.init(256);
      SecretKey key = keys.generateKey();
      byte[] nonce = new byte[12];
      new SecureRandom().nextBytes(nonce);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * SHORT_TAG, nonce));
      byte[] both = cipher.doFinal(content);
      int length = both.length - SHORT_TAG;
      AlgorithmIdentifier gcm =
          new AlgorithmIdentifier(CMSAlgorithm.AES256_GCM, new GCMParameters(nonce, SHORT_TAG));
      EncryptedContentInfo info =
          new EncryptedContentInfo(
              PKCSObjectIdentifiers.data, gcm, new DEROctetString(Arrays.copyOf(both, length)));
      AuthEnvelopedData data =
          new AuthEnvelopedData(
              null,
              new DERSet(receiver.generate(new GenericKey(gcm, key.getEncoded()))),
              info,
              null,
              new DEROctetString(Arrays.copyOfRange(both, length, both.length)),
              null);
      return new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, data).getEncoded();
    } catch (GeneralSecurityException | CMSException e) {
      throw new IOException(e);
    }
  }

  /** Encrypted without a proof that nothing was changed. */
  static byte[] withoutProof(
      RecipientInfoGenerator receiver, ASN1ObjectIdentifier cipher, byte[] content)
      throws IOException {
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(receiver);
    try {
      return generator
          .generate(
              new CMSProcessableByteArray(content),
              new JceCMSContentEncryptorBuilder(cipher).setProvider(Keys.PROVIDER).build())
          .getEncoded();
    } catch (CMSException e) {
      throw new IOException(e);
    }
  }
}
