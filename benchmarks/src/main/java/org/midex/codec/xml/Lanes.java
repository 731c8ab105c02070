package org.midex.codec.xml;

import java.io.IOException;
import java.io.InputStream;
import org.midex.model.FindingSink;
import org.midex.model.MessageReader;
import org.midex.schema.Catalogue;

/** What only the package knows of the lanes, for whoever compares them. */
public final class Lanes {
  private Lanes() {}

  /**
   * The fast lane.
   *
   * @param patience characters that the exact lane reads at least before the fast lane takes over
   */
  public static MessageReader fast(
      Catalogue catalogue, InputStream in, FindingSink sink, long patience) throws IOException {
    return FastLane.open(catalogue, in, sink, patience, 1 << 19);
  }

  /** Whether the fast lane read the latest row itself. */
  public static boolean isFast(MessageReader reader) {
    return reader instanceof FastLane lane && lane.isFast();
  }
}
