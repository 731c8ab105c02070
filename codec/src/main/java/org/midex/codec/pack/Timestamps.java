package org.midex.codec.pack;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Timestamps over signatures: CAdES baseline B-T. */
final class Timestamps {
  static final ASN1ObjectIdentifier ATTRIBUTE = PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;
  private static final int NONCE_BITS = 64;

  private Timestamps() {}

  /** Gives each signature a timestamp. */
  static byte[] add(byte[] signatures, TimestampService service) throws IOException {
    try {
      CMSSignedData data = new CMSSignedData(signatures);
      List<SignerInformation> signers = new ArrayList<>();
      for (SignerInformation signer : data.getSignerInfos().getSigners()) {
        TimeStampToken token = ask(signer.getSignature(), service);
        AttributeTable before = signer.getUnsignedAttributes();
        ASN1EncodableVector after =
            before == null ? new ASN1EncodableVector() : before.toASN1EncodableVector();
        after.add(new Attribute(ATTRIBUTE, new DERSet(token.toCMSSignedData().toASN1Structure())));
        signers.add(SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(after)));
      }
      return CMSSignedData.replaceSigners(data, new SignerInformationStore(signers)).getEncoded();
    } catch (CMSException e) {
      throw new IllegalStateException(e);
    } catch (TSPException e) {
      boolean wrong = e instanceof TSPValidationException; // says itself what is wrong
      String why = wrong ? String.valueOf(e.getMessage()) : "it is no timestamp";
      throw new IOException("the timestamp service's answer cannot be used: " + why, e);
    }
  }

  private static TimeStampToken ask(byte[] signature, TimestampService service)
      throws IOException, TSPException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(
            NISTObjectIdentifiers.id_sha256,
            Hash.SHA_256.digest().digest(signature),
            new BigInteger(NONCE_BITS, new SecureRandom()));
    TimeStampResponse response = new TimeStampResponse(service.answer(request.getEncoded()));
    response.validate(request);
    TimeStampToken token = response.getTimeStampToken();
    if (token == null) {
      throw new IOException("the timestamp service refuses: " + response.getStatusString());
    }
    return token;
  }
}
