/** Contenders, rounds, medians and goals; knows nothing of messages. */
@NullMarked
package org.midex.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
