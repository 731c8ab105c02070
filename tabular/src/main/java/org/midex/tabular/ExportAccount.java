package org.midex.tabular;

/**
 * What became of every observation of a message that was written as a table. Each is in exactly one
 * of the two kinds, so that nothing disappears quietly.
 *
 * @param observations observations read
 * @param written observations that stand in the table, whole
 * @param notExpressible observations that a finding keeps out: the table has no way to say them
 * @param rows rows of the table, without headings
 * @param omitted attribute values that were left out because the caller asked for it
 */
public record ExportAccount(
    long observations, long written, long notExpressible, long rows, long omitted) {

  /** Whether every observation is accounted for exactly once. */
  public boolean addsUp() {
    return observations == written + notExpressible;
  }
}
