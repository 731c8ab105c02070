/** What runs against one another inside this process. */
@NullMarked
package org.midex.benchmarks.contend;

import org.jspecify.annotations.NullMarked;
