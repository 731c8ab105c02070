package org.midex.codec.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How files are signed.
 *
 * @param keys of the signers; in a package each gets a signature file of its own, so that a reader
 *     that does not know the algorithm of one still verifies the others
 * @param time what the signers say the time is
 * @param timestamps proves the time; null for none
 */
public record Signing(List<SigningKey> keys, Instant time, @Nullable TimestampService timestamps) {
  /**
   * @throws IllegalArgumentException when there is no key
   */
  public Signing {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no key to sign with");
    }
  }

  /**
   * Makes sure that all keys are such that signatures made with them now will be believed.
   *
   * @throws IllegalArgumentException when a certificate is an authority's, for another use, or not
   *     valid at the time of signing
   */
  public void requireFitKeys() {
    keys.forEach(key -> key.requireForSigning(time));
  }

  /**
   * Makes a package: ASiC-E with CAdES (ETSI EN 319 162-1), in one pass over the payloads.
   *
   * @param target empty
   * @param addressing for the signed manifest
   * @param compress whether payloads are deflated
   * @throws IOException when something cannot be read or written, or no timestamp is had
   * @throws IllegalArgumentException when two payloads have one name, or a name is not one for
   *     every system
   * @throws java.security.ProviderException when a key cannot sign
   */
  public void write(
      SeekableByteChannel target, List<Payload> payloads, Addressing addressing, boolean compress)
      throws IOException {
    ZipWriter zip = new ZipWriter(target);
    zip.add(Asic.MIMETYPE, Asic.ASIC_E.getBytes(StandardCharsets.US_ASCII));
    List<Manifest.Signed> files = new ArrayList<>();
    for (Payload payload : payloads) {
      if (Asic.isReserved(payload.name())) {
        throw new IllegalArgumentException(payload.name() + " is a name that packages need");
      }
      MessageDigest digest = Hash.SHA_256.digest();
      try (InputStream in = payload.bytes().open()) {
        zip.add(payload.name(), in, payload.size(), compress, digest);
      }
      files.add(
          new Manifest.Signed(payload.name(), payload.type(), Hash.SHA_256.uri(), digest.digest()));
    }
    for (int i = 0; i < keys.size(); i++) {
      byte[] manifest = new Manifest(Asic.signature(i + 1), files, addressing).toBytes();
      zip.add(Asic.manifest(i + 1), manifest);
      zip.add(
          Asic.signature(i + 1), sign(keys.subList(i, i + 1), new ByteArrayInputStream(manifest)));
    }
    zip.finish();
  }

  /**
   * Makes a detached signature of all signers (CMS, RFC 5652), in one pass over the content.
   *
   * @return DER
   * @throws IOException when the content cannot be read, or no timestamp is had
   * @throws java.security.ProviderException when a key cannot sign
   */
  public byte[] signDetached(InputStream content) throws IOException {
    return sign(keys, content);
  }

  private byte[] sign(List<SigningKey> signers, InputStream content) throws IOException {
    byte[] signature = CadesSigner.sign(signers, content, time);
    return timestamps == null ? signature : Timestamps.add(signature, timestamps);
  }
}
