package org.midex.validation;

import java.util.List;

/**
 * Brings rules of a vendor or office. Found through {@link java.util.ServiceLoader}: the jar names
 * the class, which has a public constructor without parameters, in {@code
 * META-INF/services/org.midex.validation.RuleProvider}.
 */
public interface RuleProvider {
  /** The rules, in the order in which reports name them. Asked once. */
  List<VendorRule> rules();
}
