package org.midex.validation;

import org.jspecify.annotations.Nullable;

/**
 * A vendor's rule is faulty: it failed, or is not what the interface asks for. Never a verdict on
 * the data. The message names the jar and, where it is known, the rule.
 */
public final class VendorRuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VendorRuleException(String jar, String fault, @Nullable Throwable cause) {
    super("rules of " + jar + ": " + fault, cause);
  }
}
