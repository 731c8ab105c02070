package org.midex.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check that a theme declares as data; a few engines run all of them.
 *
 * @param rule id of the rule that a failure breaks
 * @param kind which engine
 * @param dimensions the one dimension (sums, classes, what must be stated, bounds: there it may be
 *     a number) or two (comparisons) that it looks at
 * @param total the code that must equal the sum; null where the kind has none
 * @param parts for {@link Kind#WITHIN} the least and the greatest number; else codes that must all
 *     be there before the sum is judged; for {@link Kind#AT_MOST} those that are there are judged
 * @param optional codes that are added when they are there
 * @param where the check applies only to rows with one of these codes, by dimension; empty means
 *     all rows
 */
public record Check(
    String rule,
    Kind kind,
    List<String> dimensions,
    @Nullable String total,
    List<String> parts,
    List<String> optional,
    Map<String, List<String>> where) {

  /** The engines. */
  public enum Kind {
    /** Total equals parts (and optional parts), within the declared rounding. */
    SUM,
    /** Parts together do not exceed the total. */
    AT_MOST,
    /**
     * Each aggregate equals the sum of its members, once all its members of that time are there.
     */
    MEMBERS,
    /** Classes with bounds (ages) do not overlap in part. */
    CLASSES,
    /**
     * Each class with bounds equals the classes that fill it exactly, within the declared rounding.
     */
    TILES,
    /** The dimension says something: it is not total, unknown or not applicable. */
    STATED,
    /** A number of the row, figure or attribute, is not outside two others. */
    WITHIN,
    /** Two dimensions do not have the same code. */
    DIFFER,
    /** Two dimensions have the same code. */
    SAME
  }
}
