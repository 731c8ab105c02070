package org.acme.rules;

import java.util.List;
import org.midex.validation.RuleProvider;
import org.midex.validation.VendorRule;

/** The rules of the imaginary office ACME. */
public final class AcmeRules implements RuleProvider {
  @Override
  public List<VendorRule> rules() {
    return List.of(new FigureIsPlausible(), new EveryAreaHasATotal());
  }
}
