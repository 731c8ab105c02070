/** Inner loops on their own, for JMH. */
@NullMarked
package org.midex.benchmarks.inner;

import org.jspecify.annotations.NullMarked;
