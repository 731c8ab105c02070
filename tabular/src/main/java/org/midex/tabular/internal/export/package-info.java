/**
 * The way from observations back to cells. Start at {@link
 * org.midex.tabular.internal.export.Inversion}, which goes a mapping backwards; {@link
 * org.midex.tabular.internal.export.RowSink} makes bytes of cells.
 */
@NullMarked
package org.midex.tabular.internal.export;

import org.jspecify.annotations.NullMarked;
