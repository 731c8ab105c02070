package org.midex.tabular.internal.export;

import org.jspecify.annotations.Nullable;
import org.midex.tabular.internal.Matrix;

/**
 * The column of an observation's figure.
 *
 * @param matrix what explains the heading; null when the mapping names the column
 */
record FigureColumn(String heading, @Nullable Matrix matrix) {}
