package org.midex.model.signature;

/** What is judged of a signature, each by itself. */
public enum Aspect {
  /** Whether the signature and the digests fit the bytes. */
  CRYPTO,

  /** Whether the certificate leads to an authority of the trust folder. */
  PATH,

  /** Whether the certificate has been revoked. */
  REVOCATION,

  /** Whether algorithms, keys and times are such as the policy wants. */
  POLICY,

  /**
   * Whether every file is covered, the certificate may speak for the sender, and the one who
   * verifies is an intended receiver.
   */
  SCOPE
}
