package org.midex.model;

import java.math.BigDecimal;

/**
 * How the figures of a message compare with another side's figures for the same people. Pairs are
 * figures that both sides have; the difference between two is first what the declared rounding
 * explains, then what definitions may explain, then the rest.
 *
 * @param file name of the other side's file
 * @param theme id of the other side's theme
 * @param pairs figures that both sides have
 * @param equal pairs without a difference
 * @param byRounding pairs whose difference the declared rounding explains
 * @param byDefinitions pairs whose difference rounding and definitions together may explain
 * @param unexplained all other pairs
 * @param here sum of this side's figures of the pairs
 * @param there sum of the other side's figures of the pairs
 * @param rounding sum of what rounding explains of the differences
 * @param definitions sum of what definitions may explain besides
 * @param rest sum of what remains of the differences
 * @param onlyHere figures that only this side has
 * @param onlyThere figures that only the other side has
 */
public record SideBySide(
    String file,
    String theme,
    long pairs,
    long equal,
    long byRounding,
    long byDefinitions,
    long unexplained,
    BigDecimal here,
    BigDecimal there,
    BigDecimal rounding,
    BigDecimal definitions,
    BigDecimal rest,
    Coverage onlyHere,
    Coverage onlyThere) {
  /**
   * Figures other than zero that one side has and the other has not.
   *
   * @param figures how many
   * @param sum of them
   * @param uncovered those for whose area and period the other side has no figure at all
   * @param uncoveredSum of those
   */
  public record Coverage(long figures, BigDecimal sum, long uncovered, BigDecimal uncoveredSum) {}

  /** Sum of the differences, each without its sign. */
  public BigDecimal difference() {
    return rounding.add(definitions).add(rest);
  }
}
