package org.midex.conformance.generator;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.midex.conformance.generator.Bench.Change;

/** SIG-1, SIG-3: what a signature says under its own protection, and that it holds. */
final class AttributeVectors {
  private static final String UNSAID =
      "A signature that does not say what it signs can be passed off as that of other content or of another person.";
  private static final String BROKEN =
      "Whoever accepts it takes figures for a government's that nobody vouches for.";

  private final Cases cases;
  private final Bench bench;

  AttributeVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    missing();
    twice();
    wrong();
    protectedAlgorithms();
    form();
  }

  private void unsaid(String id, String title, Change change) throws IOException {
    cases
        .of(id, "SIG-3 SIG-1", title, UNSAID)
        .pack(bench.signedBy("aut-p256", change))
        .fails("MDX-P13");
  }

  private void broken(String id, String title, Change change) throws IOException {
    cases
        .of(id, "SIG-3 SIG-1", title, BROKEN)
        .pack(bench.signedBy("aut-p256", change))
        .fails("MDX-P11");
  }

  private void missing() throws IOException {
    unsaid("sig-no-signed-attributes", "No signed attributes", Cms::bare);
    unsaid(
        "sig-no-content-type",
        "The signed attributes lack the content type",
        cms -> cms.without(CMSAttributes.contentType));
    unsaid(
        "sig-no-signing-time",
        "The signed attributes lack the time of signing",
        cms -> cms.without(CMSAttributes.signingTime));
    unsaid(
        "sig-no-message-digest",
        "The signed attributes lack the digest of the content",
        cms -> cms.without(CMSAttributes.messageDigest));
    unsaid(
        "sig-no-signing-certificate",
        "The signed attributes do not say whose certificate it is",
        cms -> cms.without(PKCSObjectIdentifiers.id_aa_signingCertificateV2));
    unsaid(
        "sig-signing-certificate-sha1",
        "The certificate is said by its SHA-1 only, in the old form",
        cms ->
            cms.without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .more(
                    PKCSObjectIdentifiers.id_aa_signingCertificate,
                    new SigningCertificate(
                        new ESSCertID(
                            Asic.digest(
                                "SHA-1", Cms.encoded(bench.keys.get("aut-p256").certificate()))))));
    unsaid(
        "sig-other-content-type",
        "The signed attributes say that it signs something else than data",
        cms -> cms.with(CMSAttributes.contentType, CMSObjectIdentifiers.signedData));
  }

  private void twice() throws IOException {
    unsaid(
        "sig-two-message-digests",
        "Two attributes give a digest of the content",
        cms -> cms.more(CMSAttributes.messageDigest, new DEROctetString(new byte[32])));
    unsaid(
        "sig-two-signing-times",
        "Two attributes give the time of signing",
        cms -> cms.more(CMSAttributes.signingTime, time("2026-02-01T00:00:00Z")));
    unsaid(
        "sig-signing-time-two-values",
        "One attribute gives two times of signing",
        cms ->
            cms.with(
                CMSAttributes.signingTime,
                time("2026-02-01T00:00:00Z"),
                time("2026-03-01T09:00:00Z")));
    unsaid(
        "sig-signing-time-text",
        "The time of signing is a text and no time",
        cms -> cms.with(CMSAttributes.signingTime, new DERUTF8String("1 March 2026")));
    unsaid(
        "sig-empty-attribute",
        "The digest of the content has no value",
        cms -> cms.with(CMSAttributes.messageDigest));
  }

  private static ASN1Encodable time(String time) {
    return new Time(Date.from(Instant.parse(time)));
  }

  private void wrong() throws IOException {
    broken(
        "sig-flipped",
        "One bit of the signature value is another",
        cms -> cms.spoilt(AlgorithmVectors::flipped));
    broken(
        "sig-empty-value", "The signature value is empty", cms -> cms.spoilt(value -> new byte[0]));
    broken(
        "sig-zeros",
        "The signature value says that both numbers are zero",
        cms -> cms.spoilt(value -> new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}));
    broken(
        "sig-other-message-digest",
        "The signed digest is that of other content",
        cms ->
            cms.with(
                CMSAttributes.messageDigest,
                new DEROctetString(Asic.digest("SHA-256", Letters.FORGED))));
    broken(
        "sig-other-signing-certificate",
        "The signed attributes name another certificate than the signer's",
        cms -> cms.signingCertificate(bench.keys.get("fra-p256").certificate()));
    cases
        .of(
            "sig-by-another-key",
            "SIG-3",
            "Signed with another key than the certificate's",
            "A certificate is public; only its key shows that its holder signed.")
        .pack(
            () ->
                Asic.usual()
                    .signed(
                        content ->
                            new Cms(
                                    bench
                                        .keys
                                        .get("stranger-p256")
                                        .with(bench.keys.get("aut-p256").chain()),
                                    content)
                                .bytes())
                    .bytes())
        .fails("MDX-P11");
    broken(
        "sig-without-certificate",
        "The signer's certificate is not in the signature",
        cms -> cms.certificates(List.of()));
    broken(
        "sig-with-another-certificate",
        "Another certificate than the signer's is in the signature",
        cms -> cms.certificates(bench.keys.get("fra-p256").chain()));
    cases
        .of(
            "sig-with-more-certificates",
            "SIG-3",
            "Certificates that nobody needs come along",
            "Tools add whole chains, and other people's; what is not needed says nothing.")
        .pack(
            bench.signedBy(
                "aut-p256",
                cms ->
                    cms.certificates(
                        List.of(
                            bench.keys.get("stranger-p256").certificate(),
                            bench.keys.get("aut-p256").certificate(),
                            bench.keys.get("other-ca").certificate()))))
        .near("MDX-P11", "MDX-P20")
        .passes();
    cases
        .of(
            "sig-certificate-of-the-same-number",
            "SIG-3",
            "Two certificates of one issuer's name and number are in the signature",
            "Which of the two is meant cannot be told, so that two programs believe two signers.")
        .pack(
            bench.signedBy(
                "aut-p256",
                cms ->
                    cms.certificates(
                        List.of(
                            bench.keys.get("impostor-p256").certificate(),
                            bench.keys.get("aut-p256").certificate()))))
        .fails("MDX-P11");
  }

  private static CMSAlgorithmProtection protection(Method method) {
    return new CMSAlgorithmProtection(
        method.digest(), CMSAlgorithmProtection.SIGNATURE, method.identifier());
  }

  private void protectedAlgorithms() throws IOException {
    cases
        .of(
            "sig-algorithms-protected",
            "SIG-3",
            "The algorithms are signed too",
            "Careful tools sign them (RFC 6211); that must not hinder anybody.")
        .pack(
            bench.signedBy(
                "aut-p256",
                cms -> cms.with(CMSAttributes.cmsAlgorithmProtect, protection(Method.of("P-256")))))
        .near("MDX-P13", "MDX-P14")
        .passes();
    cases
        .of(
            "sig-algorithms-protected-others",
            "SIG-3 SIG-2",
            "Other algorithms are signed than are named",
            "Somebody has changed on the way how the signature is to be read.")
        .pack(
            bench.signedBy(
                "aut-p256",
                cms -> cms.with(CMSAttributes.cmsAlgorithmProtect, protection(Method.of("P-384")))))
        .fails("MDX-P14");
    cases
        .of(
            "sig-unknown-attribute",
            "SIG-3",
            "The signed attributes hold one that nobody knows",
            "Tools of other governments say more than MIDEX knows; what is signed besides hinders nobody.")
        .pack(
            bench.signedBy(
                "aut-p256",
                cms ->
                    cms.more(
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.2.1"),
                        new DERUTF8String("unit 4"))))
        .near("MDX-P13")
        .passes();
  }

  private void form() throws IOException {
    cases
        .of(
            "sig-no-signer",
            "SIG-1",
            "A CMS signature in which nobody signed",
            "Some programs take it for valid because nothing in it is wrong.")
        .pack(
            () ->
                Asic.usual()
                    .signed(
                        content ->
                            Cms.signedData(
                                new DERSet(),
                                bench.keys.get("aut-p256").chain(),
                                null,
                                new DERSet()))
                    .bytes())
        .fails("MDX-P12");
    cases
        .of(
            "sig-content-inside",
            "SIG-1 SIG-3",
            "The signature holds content of its own",
            "Programs verify what is inside and show what is outside.")
        .pack(
            () ->
                Asic.usual()
                    .signed(content -> new Cms(bench.keys.get("aut-p256"), content).withContent())
                    .bytes())
        .fails("MDX-P11");
    cases
        .of(
            "sig-no-cms",
            "SIG-1",
            "The signature file is a text",
            "Something else than a signature was packed by mistake; nobody has signed.")
        .pack(bench.usual().replace(Asic.SIGNATURE, Cases.bytes("signed, A. Clerk\n")).bytes())
        .fails("MDX-P11");
    cases
        .of(
            "sig-bytes-behind",
            "SIG-1",
            "A text stands behind the signature in its file",
            "What is not signed is read as if it were; nothing may stand beside the signature.")
        .pack(bench.usual().replace(Asic.SIGNATURE, behind(bench.usualSignature())).bytes())
        .fails("MDX-P11");
    cases
        .of("sig-empty-file", "SIG-1", "The signature file is empty", BROKEN)
        .pack(bench.usual().replace(Asic.SIGNATURE, new byte[0]).bytes())
        .failsForOneOf("MDX-P11", "MDX-P12");
    cases
        .of("sig-other-asn1", "SIG-1", "The signature file is another ASN.1 structure", BROKEN)
        .pack(
            bench
                .usual()
                .replace(Asic.SIGNATURE, new DERSequence(PKCSObjectIdentifiers.data).getEncoded())
                .bytes())
        .failsForOneOf("MDX-P11", "MDX-P12");
    cases
        .of("sig-cut", "SIG-1", "The second half of the signature is missing", BROKEN)
        .pack(
            bench
                .usual()
                .replace(
                    Asic.SIGNATURE,
                    Arrays.copyOf(bench.usualSignature(), bench.usualSignature().length / 2))
                .bytes())
        .fails("MDX-P11");
    cases
        .of(
            "sig-two-signers-in-one-file",
            "SIG-1 SIG-12",
            "One signature file of two signers",
            "Two officials may sign one after the other; both are to be judged.")
        .pack(() -> twoInOne(false))
        .algorithms("ECDSA-P256", "ECDSA-P384")
        .near("MDX-P12")
        .passes();
    cases
        .of(
            "sig-one-of-two-signers-broken",
            "SIG-1 SIG-12",
            "One signature file of two signers, of whom the second did not sign this",
            "Who stops at the first good signature overlooks that the second is forged.")
        .pack(() -> twoInOne(true))
        .algorithms("ECDSA-P256", "ECDSA-P384")
        .fails("MDX-P11");
  }

  static byte[] behind(byte[] signature) {
    byte[] text = Cases.bytes("These figures are withdrawn.");
    byte[] both = Arrays.copyOf(signature, signature.length + text.length);
    System.arraycopy(text, 0, both, signature.length, text.length);
    return both;
  }

  private byte[] twoInOne(boolean broken) throws IOException {
    return Asic.usual()
        .signed(
            content -> {
              Cms second = new Cms(bench.keys.get("aut-p384"), content);
              return Cms.of(
                  new Cms(bench.keys.get("aut-p256"), content),
                  broken ? second.spoilt(AlgorithmVectors::flipped) : second);
            })
        .bytes();
  }
}
