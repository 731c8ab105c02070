package org.midex.tabular.internal.export;

import java.util.List;

/**
 * The cells of one observation.
 *
 * @param cells a whole row of the table; of the columns of figures one is filled
 * @param figure place of that column
 */
public record Line(List<Cell> cells, int figure) {}
