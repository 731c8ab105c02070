/** One report as text, JSON or Markdown. */
@NullMarked
package org.midex.benchmarks.print;

import org.jspecify.annotations.NullMarked;
