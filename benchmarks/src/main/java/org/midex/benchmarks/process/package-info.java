/** What is measured from outside, as a process of its own. */
@NullMarked
package org.midex.benchmarks.process;

import org.jspecify.annotations.NullMarked;
