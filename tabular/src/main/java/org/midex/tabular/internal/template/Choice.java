package org.midex.tabular.internal.template;

/**
 * One entry of a drop-down.
 *
 * @param code what the message says
 * @param name what people say, in the template's language
 */
record Choice(String code, String name) {
  /** The entry as it is shown and stands in the cell: {@code AUT Austria}. */
  String label() {
    return code.equals(name) ? code : code + " " + name;
  }
}
