package org.midex.model.signature;

import java.time.Instant;

/**
 * A certificate, as people are shown it.
 *
 * @param subject distinguished name (RFC 2253)
 * @param issuer distinguished name (RFC 2253)
 * @param serial serial number, hexadecimal
 * @param from first moment of its validity
 * @param until last moment of its validity
 * @param sha256 SHA-256 of the certificate, hexadecimal
 */
public record CertificateView(
    String subject, String issuer, String serial, Instant from, Instant until, String sha256) {}
