/**
 * Compares results with an earlier report. Start at {@link org.midex.report.baseline.Baseline}. A
 * baseline is read once and may be shared; a watch belongs to one file and thread.
 */
@NullMarked
package org.midex.report.baseline;

import org.jspecify.annotations.NullMarked;
