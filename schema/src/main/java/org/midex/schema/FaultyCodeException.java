package org.midex.schema;

/**
 * A code that does not fit into its list: given twice, an alias of two codes, a parent that does
 * not exist…
 */
public final class FaultyCodeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int index;

  FaultyCodeException(Code code, String fault) {
    super(fault);
    this.index = code.index();
  }

  /** {@link Code#index()} of the code at fault. */
  public int index() {
    return index;
  }
}
