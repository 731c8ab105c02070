package org.midex.benchmarks.measure;

import java.util.OptionalDouble;

/**
 * Something that is to be reached.
 *
 * @param id stable; {@code missed.md} has a section of this name when it is missed
 * @param what is to be reached, for people
 * @param bound on which side of the wanted number it is met
 * @param unit after the number: {@code ×}, {@code s}
 * @param otherwise why there is no number, when there is none
 */
public record Goal(
    String id,
    String what,
    Bound bound,
    double wanted,
    String unit,
    Formula formula,
    String otherwise) {

  /** On which side a goal is met; the wanted number itself meets it. */
  public enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /**
   * What became of a goal.
   *
   * @param measured empty when it could not be measured, which counts as missed
   */
  public record Outcome(Goal goal, OptionalDouble measured, boolean met) {}

  public Outcome judge(Results results) {
    OptionalDouble measured = formula.of(results);
    boolean met =
        measured.isPresent()
            && (bound == Bound.AT_LEAST
                ? measured.getAsDouble() >= wanted
                : measured.getAsDouble() <= wanted);
    return new Outcome(this, measured, met);
  }
}
