package org.midex.validation.internal.disclosure;

import java.util.Objects;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.validation.internal.keys.KeyTable;

/** A total and its parts, whose keys differ in one dimension. The total is the first term. */
final class Equation {
  private final Field dimension;
  private final int[] entries;
  private final int[] codes;

  /**
   * @param entries places of the terms in the {@link KeyTable}
   * @param codes their codes in the dimension
   */
  Equation(Field dimension, int[] entries, int[] codes) {
    this.dimension = dimension;
    this.entries = entries;
    this.codes = codes;
  }

  Field dimension() {
    return dimension;
  }

  /** How many terms there are, the total included. */
  int size() {
    return entries.length;
  }

  int entry(int term) {
    return entries[term];
  }

  Code code(int term) {
    return list().code(codes[term]);
  }

  CodeList list() {
    return Objects.requireNonNull(dimension.type().list());
  }
}
