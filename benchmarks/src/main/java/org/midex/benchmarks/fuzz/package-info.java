/**
 * Damaged messages without end. Start at {@link org.midex.benchmarks.fuzz.Fuzz}: it makes one
 * document after the other, each from the seed and its number alone, and hands each to the checks.
 */
@NullMarked
package org.midex.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
