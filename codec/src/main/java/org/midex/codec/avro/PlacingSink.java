package org.midex.codec.avro;

import org.midex.model.FindingSink;
import org.midex.model.ForwardingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;

/** Gives every finding the same place. */
final class PlacingSink extends ForwardingSink {
  private final Location at;

  PlacingSink(FindingSink sink, Location at) {
    super(sink);
    this.at = at;
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    super.report(problem, Occurrence.at(at, occurrence.value(), occurrence.details()));
  }
}
