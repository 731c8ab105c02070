package org.midex.benchmarks.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.midex.codec.xml.Lanes;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.MessageReader;
import org.midex.schema.Catalogue;

/** XML: both lanes read the same rows, find the same, tell the same places and end alike. */
final class LanesAgree implements Check {
  private static final int MOST_ROWS = 300;
  private static final int MOST_PATIENCE = 6_000;

  private final Catalogue catalogue;
  private final XmlCodec exact;

  LanesAgree(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.exact = XmlCodec.exact(catalogue);
  }

  @Override
  public String extension() {
    return ".xml";
  }

  @Override
  public byte[] document(Random random) throws IOException {
    byte[] whole = new RandomMessages(catalogue, random).message(exact, MOST_ROWS);
    return new TextDamage(random).of(whole);
  }

  @Override
  public String fault(byte[] document, Random random, Tally tally) throws IOException {
    int step = Trickle.step(random);
    long patience = 1L + random.nextInt(1 + random.nextInt(MOST_PATIENCE));
    LaneCount lanes = new LaneCount();
    Transcript exactly =
        Transcript.of(sink -> exact.reader(Trickle.of(document, step), sink), reader -> {});
    Transcript fast =
        Transcript.of(
            sink -> Lanes.fast(catalogue, Trickle.of(document, step), sink, patience), lanes::read);
    Transcript asShipped =
        Transcript.of(
            sink -> new XmlCodec(catalogue).reader(new ByteArrayInputStream(document), sink),
            reader -> {});
    exactly.problems().forEach(tally::add);
    tally.lanes(lanes.fast, lanes.all);
    String difference = fast.difference(exactly);
    return difference.isEmpty() ? asShipped.difference(exactly) : difference;
  }

  private static final class LaneCount {
    private long fast;
    private long all;

    void read(MessageReader reader) {
      all++;
      if (Lanes.isFast(reader)) {
        fast++;
      }
    }
  }
}
