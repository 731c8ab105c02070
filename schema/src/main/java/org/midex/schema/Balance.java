package org.midex.schema;

import java.util.List;
import java.util.Map;

/**
 * What a theme's figure must be, or must not exceed, by figures of other themes or of the period
 * before: a stock follows from the stock before it and the flows since. Declared in a theme as
 * data; one engine judges all of them when the messages that hold the terms are at hand.
 *
 * @param rule id of the rule that a failure breaks
 * @param relation how the figure must compare with the terms
 * @param dimensions of this theme that all terms share; others are not broken down
 * @param where only rows with one of these codes are judged, by dimension; empty means all rows
 * @param plus terms to add
 * @param minus terms to take away
 */
public record Balance(
    String rule,
    Relation relation,
    List<String> dimensions,
    Map<String, List<String>> where,
    List<Term> plus,
    List<Term> minus) {

  /** How a figure compares with its terms. */
  public enum Relation {
    /** It equals them, within the declared rounding. */
    EQUAL,
    /** It does not exceed them, but for the declared rounding. */
    AT_MOST
  }

  /**
   * Figures of a theme.
   *
   * @param theme id of the theme
   * @param before whether the figures of the period before are meant
   * @param dimensions the balance's dimensions to the term's that have the same meaning
   * @param where only rows with one of these codes, by the term theme's dimension; empty means all
   */
  public record Term(
      String theme,
      boolean before,
      Map<String, String> dimensions,
      Map<String, List<String>> where) {}
}
