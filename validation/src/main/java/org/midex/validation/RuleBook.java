package org.midex.validation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Judgement;
import org.midex.model.Waiver;
import org.midex.schema.Catalogue;

/**
 * What files are judged by: the standard and, if there are any, vendors' rules and a rule set.
 * Immutable and shareable.
 *
 * @param catalogue the rules as they are in force
 * @param vendors rules beside the standard's
 * @param ruleSet the rule set that made them so, or null
 * @param today the day by which waivers expire
 */
public record RuleBook(
    Catalogue catalogue, VendorRules vendors, @Nullable RuleSet ruleSet, LocalDate today) {
  /** The standard alone. */
  public static RuleBook of(Catalogue catalogue) {
    return of(catalogue, VendorRules.NONE);
  }

  /** The standard and vendors' rules. */
  public static RuleBook of(Catalogue catalogue, VendorRules vendors) {
    return new RuleBook(vendors.applied(catalogue), vendors, null, LocalDate.MIN);
  }

  /**
   * These rules as a rule set wants them.
   *
   * @param set read with this book's catalogue
   * @param day the day by which waivers expire
   */
  public RuleBook with(RuleSet set, LocalDate day) {
    return new RuleBook(set.applied(catalogue), vendors, set, day);
  }

  /** A sink for one file, which knows what is waived. */
  public WaivingSink waiving(FindingSink sink) {
    List<Waiver> waivers = ruleSet == null ? List.of() : ruleSet.waivers();
    return new WaivingSink(waivers, today, sink);
  }

  /** What a result was judged by. */
  public Judgement judgement(List<Judgement.Waived> waived) {
    return new Judgement(
        ruleSet == null ? null : ruleSet.use(), vendors.use(catalogue), waived, null);
  }
}
