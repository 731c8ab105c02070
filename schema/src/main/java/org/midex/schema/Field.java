package org.midex.schema;

/**
 * One field of a row type.
 *
 * @param name the concept's id: XML attribute or element, Avro field
 * @param slot place in {@link RowType#fields()} or, for dataset attributes, in {@link
 *     RowType#datasetFields()}
 * @param role what the field does in the row
 * @param type form of its values
 * @param min times it must appear: 0 or 1
 * @param max times it may appear; {@link Integer#MAX_VALUE} for any number; more than 1 only in
 *     components
 * @param since first minor version of the standard that has it
 * @param definition in English; for a theme's field the concept's definition
 */
public record Field(
    String name,
    int slot,
    Role role,
    ValueType type,
    int min,
    int max,
    String since,
    String definition) {

  /** The part a field plays, in SDMX's terms. */
  public enum Role {
    /** Part of the key, coded. */
    DIMENSION,
    /** The period, the last part of the key. */
    TIME,
    /** The figure. */
    MEASURE,
    /** Says something about the figure or, at dataset level, about all of them. */
    ATTRIBUTE,
    /** A part of a component or case record. */
    ELEMENT
  }

  public boolean required() {
    return min > 0;
  }

  public boolean isKey() {
    return role == Role.DIMENSION || role == Role.TIME;
  }
}
