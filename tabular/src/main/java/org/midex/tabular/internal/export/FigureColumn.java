package org.midex.tabular.internal.export;

import org.jspecify.annotations.Nullable;
import org.midex.tabular.internal.Matrix;

/**
 * The column of an observation's figure.
 *
 * @param matrix what explains its heading; null when the mapping names the column
 */
record FigureColumn(int place, @Nullable Matrix matrix) {}
