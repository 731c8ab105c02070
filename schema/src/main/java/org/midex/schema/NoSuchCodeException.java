package org.midex.schema;

/**
 * A caller asked for a code that the list does not have. The message names the list and the nearest
 * code.
 */
public final class NoSuchCodeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoSuchCodeException(CodeList list, String code) {
    super(
        "no code "
            + code
            + " in "
            + list.id()
            + list.suggest(code)
                .map(c -> "; did you mean " + c.id() + " (" + c.name() + ")?")
                .orElse(""));
  }
}
