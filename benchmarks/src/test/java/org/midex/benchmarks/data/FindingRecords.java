package org.midex.benchmarks.data;

import java.util.List;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;

/** Keeps the numbers of the rows that findings are on. */
record FindingRecords(List<Long> records) implements FindingSink {
  @Override
  public void report(Problem problem, Occurrence occurrence) {
    records.add(occurrence.location().record());
  }

  @Override
  public void notRun(String rule, String why) {}

  @Override
  public void incomplete() {}
}
