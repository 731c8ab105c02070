package org.midex.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file was judged by besides the standard itself, and what that made of its findings.
 *
 * @param ruleSet the rule set in use, or null
 * @param vendors jars whose rules were run too
 * @param waived findings that a waiver covers, by waiver; they are not among the result's counts
 *     and groups
 * @param baseline how the findings differ from an earlier report's, or null
 * @param beside how the figures compare with those of other messages
 */
public record Judgement(
    @Nullable RuleSetUse ruleSet,
    List<VendorJar> vendors,
    List<Waived> waived,
    @Nullable Comparison baseline,
    List<SideBySide> beside) {
  /** By the standard alone. */
  public static final Judgement STANDARD = new Judgement(null, List.of(), List.of(), null);

  /** A message on its own. */
  public Judgement(
      @Nullable RuleSetUse ruleSet,
      List<VendorJar> vendors,
      List<Waived> waived,
      @Nullable Comparison baseline) {
    this(ruleSet, vendors, waived, baseline, List.of());
  }

  public Judgement {
    vendors = List.copyOf(vendors);
    waived = List.copyOf(waived);
    beside = List.copyOf(beside);
  }

  /** The same with other waived findings, such as ones that show less of their values. */
  public Judgement withWaived(List<Waived> others) {
    return new Judgement(ruleSet, vendors, others, baseline, beside);
  }

  /** The same, compared with an earlier report. */
  public Judgement withBaseline(Comparison comparison) {
    return new Judgement(ruleSet, vendors, waived, comparison, beside);
  }

  /** The same, of a message that was judged beside others. */
  public Judgement withBeside(List<SideBySide> comparisons) {
    return new Judgement(ruleSet, vendors, waived, baseline, comparisons);
  }

  /** Number of findings that a waiver covers. */
  public long waivedCount() {
    return waived.stream().mapToLong(Waived::count).sum();
  }

  /**
   * A rule set that was used.
   *
   * @param sha256 SHA-256 of its file in lower-case hexadecimal
   * @param changes what it makes other than the standard has it
   */
  public record RuleSetUse(String name, String sha256, List<Change> changes) {
    public RuleSetUse {
      changes = List.copyOf(changes);
    }
  }

  /** What a rule set can change of a rule. */
  public enum Kind {
    /** The rule is not run. */
    DISABLED,
    SEVERITY,
    PARAMETER
  }

  /**
   * One thing that a rule set changes.
   *
   * @param parameter the parameter's name; null unless one is set
   * @param from what the standard says; null for a rule that is disabled
   * @param to what the rule set says; null for a rule that is disabled
   * @param reason why, in the rule set's words; null when it does not say
   */
  public record Change(
      String rule,
      Kind kind,
      @Nullable String parameter,
      @Nullable String from,
      @Nullable String to,
      @Nullable String reason) {}

  /**
   * A jar with rules of its own.
   *
   * @param name the jar's file name, or the class path
   * @param sha256 SHA-256 of the jar; null for rules of the class path
   * @param rules ids of its rules
   */
  public record VendorJar(String name, @Nullable String sha256, List<String> rules) {
    public VendorJar {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Findings that one waiver covers.
   *
   * @param groups the findings by problem, as a result has them
   */
  public record Waived(Waiver waiver, List<Result.Group> groups) {
    public Waived {
      groups = List.copyOf(groups);
    }

    public long count() {
      return groups.stream().mapToLong(Result.Group::count).sum();
    }
  }
}
