package org.midex.codec.avro;

import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;

/** Gives every finding the same place. */
record PlacingSink(FindingSink sink, Location at) implements FindingSink {
  @Override
  public void report(Problem problem, Occurrence occurrence) {
    sink.report(problem, Occurrence.at(at, occurrence.value(), occurrence.details()));
  }

  @Override
  public void notRun(String rule, String why) {
    sink.notRun(rule, why);
  }

  @Override
  public void incomplete() {
    sink.incomplete();
  }
}
