package org.midex.codec.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.codec.pack.Exchange.NOW;
import static org.midex.codec.pack.Exchange.rules;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;

/** The European Commission's DSS reads our packages, and we read its. */
@Tag("once")
class DssTest {
  private static final byte[] CONTENT = "<Message/>\n".getBytes(UTF_8);

  @TempDir Path folder;
  private Exchange exchange;

  @BeforeEach
  void begin() {
    exchange = new Exchange(folder);
  }

  private SimpleReport report(Path file) {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(new CertificateToken(exchange.authority.own().certificate()));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
    validator.setCertificateVerifier(verifier);
    validator.setValidationTime(Date.from(NOW.plusSeconds(60)));
    return validator.validateDocument().getSimpleReport();
  }

  @ParameterizedTest
  @EnumSource(names = {"ECDSA_P256", "ECDSA_P384", "ED25519", "RSA_3072"})
  void dssFindsBaselineB(KeyKind kind) {
    SimpleReport report = report(exchange.sign(CONTENT, exchange.signer(kind)));
    assertThat(report.getContainerType()).isEqualTo(ASiCContainerType.ASiC_E);
    assertThat(report.getSignatureIdList()).hasSize(1);
    String id = report.getSignatureIdList().get(0);
    assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.CAdES_BASELINE_B);
    // not TOTAL_FAILED: DSS finds no revocation list here, so that it does not decide
    assertThat(report.getIndication(id))
        .as(String.valueOf(report.getSubIndication(id)))
        .isIn(Indication.INDETERMINATE, Indication.TOTAL_PASSED);
    assertThat(report.getAdESValidationErrors(id).toString()).doesNotContainIgnoringCase("format");
  }

  @Test
  void weReadWhatDssSigns() throws IOException, GeneralSecurityException {
    SigningKey key = exchange.signer(KeyKind.ECDSA_P256);
    ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
    parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
    parameters.setSigningCertificate(new CertificateToken(key.certificate()));
    parameters.setCertificateChain(key.chain().stream().map(CertificateToken::new).toList());
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.bLevel().setSigningDate(Date.from(NOW));
    ASiCWithCAdESService service = new ASiCWithCAdESService(new CommonCertificateVerifier());
    List<DSSDocument> documents =
        List.of(new InMemoryDocument(CONTENT, "message.xml", MimeTypeEnum.XML));
    ToBeSigned data = service.getDataToSign(documents, parameters);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.key());
    signature.update(data.getBytes());
    DSSDocument signed =
        service.signDocument(
            documents,
            parameters,
            new SignatureValue(parameters.getSignatureAlgorithm(), signature.sign()));
    Path file = folder.resolve("dss.asice");
    signed.save(file.toString());
    Verification found =
        Exchange.verify(file, new Verifier(exchange.trust(), Policy.standard(), NOW, null));
    assertThat(rules(found)).containsExactly("MDX-P54");
    assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(found.files()).containsExactly("message.xml");
    assertThat(Files.size(file)).isPositive();
  }
}
