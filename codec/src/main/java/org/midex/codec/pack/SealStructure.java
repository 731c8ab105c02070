package org.midex.codec.pack;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.encoders.Hex;
import org.jspecify.annotations.Nullable;
import org.midex.model.signature.Fault;

/**
 * Looks whether a sealed file (CMS AuthEnvelopedData, RFC 5083) is built as the standard says. The
 * cipher's proof covers the content; what stands around it must be exactly what is expected, so
 * that a changed bit is noticed there too. Only what belongs to other receivers cannot be judged.
 */
final class SealStructure {
  private static final int HEADER = 1 << 20;
  private static final int TAG = 16;
  private static final int CONTEXT_0 = 0xA0;
  private static final int CONTEXT_0_PRIMITIVE = 0x80;
  private static final int POINT = 65;
  private static final byte UNCOMPRESSED = 4;
  private static final String WRAPPED = "its key is wrapped in another way";

  /** What RSA keys are wrapped with: OAEP, with SHA-256 throughout; with NULL or without. */
  private static final Set<String> OAEP =
      forms().stream()
          .flatMap(hash -> forms().stream().map(own -> oaep(hash, own)))
          .map(SealStructure::text)
          .collect(Collectors.toSet());

  /** How the sender's key of the moment may be described (RFC 5753, 3.1.1). */
  private static final Set<String> CURVES =
      Stream.of(null, DERNull.INSTANCE, X9ObjectIdentifiers.prime256v1)
          .map(p -> identifier(X9ObjectIdentifiers.id_ecPublicKey, p))
          .map(SealStructure::text)
          .collect(Collectors.toSet());

  private final BerReader reader;

  private SealStructure(InputStream in) {
    this.reader = new BerReader(new BufferedInputStream(in));
  }

  /**
   * Reads sealed bytes to their end.
   *
   * @throws FaultException when they are not as expected
   * @throws IOException when they cannot be read
   */
  static void require(InputStream in) throws IOException {
    try {
      new SealStructure(in).message();
    } catch (BerReader.UnexpectedException | EOFException | RuntimeException e) {
      throw new FaultException(new Fault("MDX-P61", null, Map.of()));
    }
  }

  private void message() throws IOException {
    BerReader.Level all = start();
    BerReader.Level explicit = reader.enter(CONTEXT_0);
    BerReader.Level data = reader.enter(BerReader.SEQUENCE);
    same(new ASN1Integer(0), BerReader.INTEGER);
    recipients();
    content();
    byte[] tag = reader.value(BerReader.OCTETS, TAG);
    if (tag.length != 2 + TAG) {
      throw new FaultException("MDX-P62", "its tag is too short");
    }
    reader.leave(data);
    reader.leave(explicit);
    reader.leave(all);
    reader.end();
  }

  private BerReader.Level start() throws IOException {
    try {
      BerReader.Level all = reader.enter(BerReader.SEQUENCE);
      object(CMSObjectIdentifiers.authEnvelopedData);
      return all;
    } catch (BerReader.UnexpectedException | EOFException e) {
      throw new FaultException("MDX-P62", "it is no sealed file (CMS AuthEnvelopedData in DER)");
    }
  }

  private void object(ASN1ObjectIdentifier expected) throws IOException {
    same(expected, BerReader.OBJECT);
  }

  private void same(ASN1Primitive expected, int tag) throws IOException {
    if (!Arrays.equals(reader.value(tag, HEADER), expected.getEncoded())) {
      throw new BerReader.UnexpectedException();
    }
  }

  private void recipients() throws IOException {
    ASN1Set all = (ASN1Set) exact(reader.value(BerReader.SET, HEADER));
    for (ASN1Encodable one : all) {
      ASN1Encodable info = RecipientInfo.getInstance(one).getInfo();
      if (info instanceof KeyTransRecipientInfo rsa) {
        version(rsa.getVersion(), rsa.getRecipientIdentifier().isTagged() ? 2 : 0);
        requireOneOf(OAEP, rsa.getKeyEncryptionAlgorithm());
      } else if (info instanceof KeyAgreeRecipientInfo curve) {
        version(curve.getVersion(), 3);
        OriginatorPublicKey key = curve.getOriginator().getOriginatorKey();
        requireOneOf(CURVES, key.getAlgorithm());
        requirePoint(key.getPublicKeyData());
      }
    }
  }

  /** A point is written in one way, uncompressed (SEC 1, 2.3.3). */
  private static void requirePoint(ASN1BitString key) throws IOException {
    byte[] point = key.getBytes();
    if (key.getPadBits() != 0 || point.length != POINT || point[0] != UNCOMPRESSED) {
      throw new BerReader.UnexpectedException();
    }
  }

  private static void version(ASN1Integer version, int expected) throws IOException {
    if (!version.hasValue(expected)) {
      throw new BerReader.UnexpectedException();
    }
  }

  private static void requireOneOf(Set<String> allowed, AlgorithmIdentifier found)
      throws FaultException {
    if (!allowed.contains(text(found))) {
      throw new FaultException("MDX-P62", WRAPPED);
    }
  }

  /** A value that is encoded in the one way that DER has. */
  private static ASN1Primitive exact(byte[] encoded) throws BerReader.UnexpectedException {
    try {
      ASN1Primitive value = ASN1Primitive.fromByteArray(encoded);
      if (Arrays.equals(value.getEncoded(ASN1Encoding.DER), encoded)) {
        return value;
      }
    } catch (IOException e) {
      // it is not encoded in any way
    }
    throw new BerReader.UnexpectedException();
  }

  private void content() throws IOException {
    BerReader.Level info = reader.enter(BerReader.SEQUENCE);
    object(PKCSObjectIdentifiers.data);
    exact(reader.value(BerReader.SEQUENCE, HEADER));
    BerReader.Level content = reader.next(info, CONTEXT_0, CONTEXT_0_PRIMITIVE);
    if (content == null) {
      throw new BerReader.UnexpectedException();
    }
    if (content.tag() == CONTEXT_0_PRIMITIVE) {
      reader.skip(content);
    } else {
      for (BerReader.Level part = reader.next(content, BerReader.OCTETS);
          part != null;
          part = reader.next(content, BerReader.OCTETS)) {
        reader.skip(part);
      }
    }
    reader.leave(info);
  }

  private static List<AlgorithmIdentifier> forms() {
    return List.of(
        identifier(NISTObjectIdentifiers.id_sha256, null),
        identifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE));
  }

  private static AlgorithmIdentifier oaep(AlgorithmIdentifier hash, AlgorithmIdentifier own) {
    AlgorithmIdentifier mask = identifier(PKCSObjectIdentifiers.id_mgf1, own);
    ASN1EncodableVector parameters = new ASN1EncodableVector();
    parameters.add(new DERTaggedObject(true, 0, hash));
    parameters.add(new DERTaggedObject(true, 1, mask));
    return identifier(PKCSObjectIdentifiers.id_RSAES_OAEP, new DERSequence(parameters));
  }

  private static AlgorithmIdentifier identifier(
      ASN1ObjectIdentifier algorithm, @Nullable ASN1Encodable parameters) {
    return parameters == null
        ? new AlgorithmIdentifier(algorithm)
        : new AlgorithmIdentifier(algorithm, parameters);
  }

  private static String text(AlgorithmIdentifier algorithm) {
    try {
      return Hex.toHexString(algorithm.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
