/**
 * MIDEX side by side with what a user would pick instead. Start at {@link
 * org.midex.benchmarks.Compare}: it has the data made, lets contenders run in turns, measures whole
 * processes, and prints how the goals were met.
 */
@NullMarked
package org.midex.benchmarks;

import org.jspecify.annotations.NullMarked;
