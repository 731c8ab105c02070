package org.midex.conformance.generator;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A detached signature in the making (CMS SignedData, RFC 5652): as the standard has it, until
 * something of it is changed.
 */
final class Cms {
  /** When it is signed, as the signer says. */
  static final Instant SIGNED = Instant.parse("2026-03-01T09:00:00Z");

  private final Key key;
  private final byte[] content;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<X509Certificate> certificates;
  private Method method;
  private AlgorithmIdentifier named;
  private AlgorithmIdentifier digest;
  private boolean bare;
  private X509Certificate says;
  private @Nullable UnaryOperator<byte[]> spoil;
  private @Nullable Stamp stamp;

  /** Makes a timestamp of a signature value. */
  interface Stamp {
    ASN1Encodable of(byte[] signature) throws IOException;
  }

  Cms(Key key, byte[] content) {
    this.key = key;
    this.content = content;
    this.method = Method.of(key.kind());
    this.named = method.identifier();
    this.digest = method.digest();
    this.says = key.certificate();
    this.certificates = new ArrayList<>(key.chain());
    with(CMSAttributes.contentType, PKCSObjectIdentifiers.data);
    time(SIGNED);
    with(CMSAttributes.messageDigest, new DEROctetString(method.hash(content)));
    signingCertificate(key.certificate());
  }

  Cms with(ASN1ObjectIdentifier type, ASN1Encodable... values) {
    attributes.removeIf(attribute -> attribute.getAttrType().equals(type));
    return more(type, values);
  }

  /** One more attribute, also where there is such a one. */
  Cms more(ASN1ObjectIdentifier type, ASN1Encodable... values) {
    attributes.add(new Attribute(type, new DERSet(values)));
    return this;
  }

  Cms without(ASN1ObjectIdentifier type) {
    attributes.removeIf(attribute -> attribute.getAttrType().equals(type));
    return this;
  }

  Cms time(Instant time) {
    return with(CMSAttributes.signingTime, new Time(Date.from(time)));
  }

  Cms signingCertificate(X509Certificate certificate) {
    return with(
        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
        new SigningCertificateV2(new ESSCertIDv2(Asic.digest("SHA-256", encoded(certificate)))));
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs in another way. */
  Cms method(Method other) {
    method = other;
    named = other.identifier();
    digest = other.digest();
    return with(CMSAttributes.messageDigest, new DEROctetString(other.hash(content)));
  }

  /** Names another algorithm than it signs with. */
  Cms naming(AlgorithmIdentifier other) {
    named = other;
    return this;
  }

  /** Names another digest than it uses. */
  Cms namingDigest(AlgorithmIdentifier other) {
    digest = other;
    return this;
  }

  /** The content itself is signed, without attributes. */
  Cms bare() {
    bare = true;
    return this;
  }

  /** Names the certificate as the signer's. */
  Cms saying(X509Certificate certificate) {
    says = certificate;
    return this;
  }

  Cms certificates(List<X509Certificate> others) {
    certificates.clear();
    certificates.addAll(others);
    return this;
  }

  Cms spoilt(UnaryOperator<byte[]> how) {
    spoil = how;
    return this;
  }

  Cms stamped(Stamp by) {
    stamp = by;
    return this;
  }

  private ASN1Encodable signer() throws IOException {
    DERSet set = new DERSet(attributes.toArray(new Attribute[0]));
    byte[] value = value(bare ? content : set.getEncoded(ASN1Encoding.DER));
    ASN1EncodableVector info = new ASN1EncodableVector();
    info.add(new ASN1Integer(1));
    info.add(
        new IssuerAndSerialNumber(
            X500Name.getInstance(says.getIssuerX500Principal().getEncoded()),
            says.getSerialNumber()));
    info.add(digest);
    if (!bare) {
      info.add(new DERTaggedObject(false, 0, set));
    }
    info.add(named);
    info.add(new DEROctetString(spoil == null ? value : spoil.apply(value)));
    if (stamp != null) {
      Attribute token =
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(stamp.of(value)));
      info.add(new DERTaggedObject(false, 1, new DERSet(token)));
    }
    return new DERSequence(info);
  }

  private byte[] value(byte[] signed) {
    try {
      AlgorithmParameterSpec parameters = method.parameters();
      Signature signature =
          parameters == null
              ? Signature.getInstance(method.name(), Keys.PROVIDER)
              : Signature.getInstance(method.name()); // Java's own lets masks have other digests
      if (parameters != null) {
        signature.setParameter(parameters);
      }
      signature.initSign(key.key());
      signature.update(signed);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() throws IOException {
    return of(this);
  }

  /** One signature file of several signers. */
  static byte[] of(Cms... signers) throws IOException {
    ASN1EncodableVector infos = new ASN1EncodableVector();
    ASN1EncodableVector digests = new ASN1EncodableVector();
    List<X509Certificate> all = new ArrayList<>();
    for (Cms one : signers) {
      infos.add(one.signer());
      digests.add(one.digest);
      one.certificates.stream().filter(c -> !all.contains(c)).forEach(all::add);
    }
    return signedData(new DERSet(digests), all, null, new DERSet(infos));
  }

  /**
   * A signature file of any parts.
   *
   * @param inside content that it holds itself; null for none
   */
  static byte[] signedData(
      DERSet digests, List<X509Certificate> certificates, byte @Nullable [] inside, DERSet signers)
      throws IOException {
    return signedData(PKCSObjectIdentifiers.data, digests, certificates, inside, signers);
  }

  private static byte[] signedData(
      ASN1ObjectIdentifier type,
      DERSet digests,
      List<X509Certificate> certificates,
      byte @Nullable [] inside,
      DERSet signers)
      throws IOException {
    ASN1EncodableVector set = new ASN1EncodableVector();
    for (X509Certificate one : certificates) {
      set.add(ASN1Primitive.fromByteArray(encoded(one)));
    }
    ASN1EncodableVector encapsulated = new ASN1EncodableVector();
    encapsulated.add(type);
    if (inside != null) {
      encapsulated.add(new DERTaggedObject(true, 0, new DEROctetString(inside)));
    }
    ASN1EncodableVector data = new ASN1EncodableVector();
    data.add(new ASN1Integer(type.equals(PKCSObjectIdentifiers.data) ? 1 : 3));
    data.add(digests);
    data.add(new DERSequence(encapsulated));
    if (set.size() > 0) {
      data.add(new DERTaggedObject(false, 0, new DERSet(set)));
    }
    data.add(signers);
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(CMSObjectIdentifiers.signedData);
    all.add(new DERTaggedObject(true, 0, new DERSequence(data)));
    return new DERSequence(all).getEncoded(ASN1Encoding.DER);
  }

  /** As {@link #bytes}, with the content in it. */
  byte[] withContent() throws IOException {
    return signedData(new DERSet(digest), certificates, content, new DERSet(signer()));
  }

  /** As {@link #withContent}, where the content is of a type of its own. */
  byte[] withContent(ASN1ObjectIdentifier type) throws IOException {
    with(CMSAttributes.contentType, type);
    return signedData(type, new DERSet(digest), certificates, content, new DERSet(signer()));
  }
}
