package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The manifests of a package, and what a package is made of. */
final class Asic {
  static final String TYPE = "application/vnd.etsi.asic-e+zip";
  static final String MIMETYPE = "mimetype";
  static final String MESSAGE = "message.xml";
  static final String MANIFEST = "META-INF/ASiCManifest001.xml";
  static final String SIGNATURE = "META-INF/signature001.p7s";
  static final String MANIFEST_2 = "META-INF/ASiCManifest002.xml";
  static final String SIGNATURE_2 = "META-INF/signature002.p7s";
  static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  private final String sender;
  private final String[] receivers;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /**
   * @param sender empty for nobody
   */
  Asic(String sender, String... receivers) {
    this.sender = sender;
    this.receivers = receivers.clone();
  }

  /** What Austria sends to Germany. */
  static Asic usual() {
    return new Asic(Letters.AUSTRIA, Letters.GERMANY).file(MESSAGE, Letters.GOOD);
  }

  Asic file(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  String manifest(String signature) {
    StringBuilder references = new StringBuilder();
    files.forEach((name, bytes) -> references.append(reference(name, bytes)));
    return manifest(signature, references + addressing());
  }

  /** A manifest with anything in it. */
  static String manifest(String signature, String content) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>\
        <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" \
        xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
        <asic:SigReference URI="%s" MimeType="application/pkcs7-signature"/>%s</asic:ASiCManifest>"""
        .formatted(signature, content);
  }

  static String reference(String name, byte[] bytes) {
    return reference(name, SHA_256, digest("SHA-256", bytes));
  }

  static String reference(String uri, String algorithm, byte[] digest) {
    return """
        <asic:DataObjectReference URI="%s" MimeType="application/xml">\
        <ds:DigestMethod Algorithm="%s"/><ds:DigestValue>%s</ds:DigestValue>\
        </asic:DataObjectReference>"""
        .formatted(uri, algorithm, Base64.getEncoder().encodeToString(digest));
  }

  String addressing() {
    if (sender.isEmpty()) {
      return "";
    }
    StringBuilder parties = new StringBuilder(party("Sender", sender));
    for (String receiver : receivers) {
      parties.append(party("Receiver", receiver));
    }
    return extension(
        "false", "<mp:Addressing xmlns:mp=\"urn:midex:package:1\">" + parties + "</mp:Addressing>");
  }

  static String extension(String critical, String content) {
    return "<asic:ASiCManifestExtensions><asic:Extension Critical=\"%s\">%s</asic:Extension></asic:ASiCManifestExtensions>"
        .formatted(critical, content);
  }

  private static String party(String role, String party) {
    int colon = party.indexOf(':');
    return "<mp:%s area=\"%s\" authority=\"%s\"/>"
        .formatted(role, party.substring(0, colon), party.substring(colon + 1));
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files, and what says what they are. */
  Zip unsigned() {
    Zip zip = new Zip().add(MIMETYPE, TYPE.getBytes(UTF_8));
    files.forEach(zip::add);
    return zip;
  }

  /** Makes a signature of a manifest. */
  interface Signer {
    byte[] sign(byte[] manifest) throws IOException;
  }

  Zip signed(Signer... signers) throws IOException {
    Zip zip = unsigned();
    for (int i = 1; i <= signers.length; i++) {
      String signature = "META-INF/signature00" + i + ".p7s";
      byte[] manifest = manifest(signature).getBytes(UTF_8);
      zip.add("META-INF/ASiCManifest00" + i + ".xml", manifest);
      zip.add(signature, signers[i - 1].sign(manifest));
    }
    return zip;
  }

  /** With a manifest that anybody could have written. */
  Zip signed(String manifest, Signer signer) throws IOException {
    byte[] bytes = manifest.getBytes(UTF_8);
    return unsigned().add(MANIFEST, bytes).add(SIGNATURE, signer.sign(bytes));
  }
}
