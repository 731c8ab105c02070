package org.midex.benchmarks.print;

import java.io.IOException;

/** One form of a report. */
@FunctionalInterface
public interface Printer {
  void print(Report report, Appendable out) throws IOException;
}
