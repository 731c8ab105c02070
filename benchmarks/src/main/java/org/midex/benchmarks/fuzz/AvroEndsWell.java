package org.midex.benchmarks.fuzz;

import java.io.IOException;
import java.util.Random;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.avro.Compression;
import org.midex.schema.Catalogue;

/**
 * Avro: whatever the bytes, reading ends at the end or as a malformed message, and what is refused
 * was found.
 */
final class AvroEndsWell implements Check {
  private static final int MOST_ROWS = 100;

  private final Catalogue catalogue;

  AvroEndsWell(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String extension() {
    return ".avro";
  }

  /**
   * Without compression more often than with it, since damage to what is compressed goes unread.
   */
  @Override
  public byte[] document(Random random) throws IOException {
    Compression[] all = Compression.values();
    Compression compression =
        random.nextBoolean() ? Compression.NONE : all[random.nextInt(all.length)];
    AvroCodec codec = new AvroCodec(catalogue).withCompression(compression);
    return new ByteDamage(random)
        .of(new RandomMessages(catalogue, random).message(codec, MOST_ROWS));
  }

  @Override
  public String fault(byte[] document, Random random, Tally tally) throws IOException {
    int step = Trickle.step(random);
    Transcript read =
        Transcript.of(
            sink -> new AvroCodec(catalogue).reader(Trickle.of(document, step), sink),
            reader -> {});
    read.problems().forEach(tally::add);
    return read.refused() && !read.hasFindings() ? "refused without a finding" : "";
  }
}
