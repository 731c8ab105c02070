/** The messages that are measured: made up, always the same, with totals that add up. */
@NullMarked
package org.midex.benchmarks.data;

import org.jspecify.annotations.NullMarked;
