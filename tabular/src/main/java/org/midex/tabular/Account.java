package org.midex.tabular;

/**
 * What became of every cell of a table's data rows. Each cell is in exactly one of the six kinds,
 * so that nothing disappears quietly.
 *
 * @param rows data rows, below the headings
 * @param blankLines lines without any text below the headings; their cells are not counted
 * @param cells cells of the data rows
 * @param observations cells that became an observation: figures, and tokens that say why there is
 *     no figure
 * @param keys cells that became part of a key
 * @param attributes cells that became an attribute
 * @param declaredEmpty cells that the mapping declares to say nothing
 * @param ignored cells of columns and rows that the mapping leaves out or only checks, and of those
 *     columns of SDMX-CSV that say nothing of the figures
 * @param findings cells that a finding keeps out: they cannot be translated, stand in a row whose
 *     key or attributes cannot be, or in a column that the mapping does not name
 */
public record Account(
    long rows,
    long blankLines,
    long cells,
    long observations,
    long keys,
    long attributes,
    long declaredEmpty,
    long ignored,
    long findings) {

  /** Whether every cell is accounted for exactly once. */
  public boolean addsUp() {
    return cells == observations + keys + attributes + declaredEmpty + ignored + findings;
  }
}
