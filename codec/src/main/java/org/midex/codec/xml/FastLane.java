package org.midex.codec.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.midex.codec.head.Structure;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Row;
import org.midex.model.RowScout;
import org.midex.model.RowView;
import org.midex.model.ScoutedReader;
import org.midex.model.io.Limits;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;

/**
 * Reads XML messages at the speed of their bytes. Nearly every row of nearly every file is written
 * in one way, so that it can be read without an XML parser ({@link RowScanner}); head, end and
 * whatever else there is are left to the {@link ExactLane}, which is given the message's start tags
 * and the bytes from that place on. It keeps reading for a while, longer each time when it is
 * called again soon, and the fast lane goes on behind the row that it read last. Both lanes fill
 * the same row and report to the same {@link Structure}, so that rows, findings and places do not
 * tell which one it was. Deleting this class and what only it uses costs nothing but speed.
 */
final class FastLane implements ScoutedReader {
  private static final long PATIENCE = 1 << 12;

  private static final long MOST_PATIENCE = 1 << 19;

  /** A few thousand rows. */
  private static final int PIECE = 1 << 20;

  private final SlidingBytes source;
  private final ExactLane first;
  private final Structure structure;
  private final Row row;
  private final RowScanner scanner;
  private final byte[] tags;
  private final Lines lines;
  private final Pieces pieces;

  /** The one that is being taken. */
  private @Nullable Piece piece;

  private @Nullable ExactLane exact;
  private @Nullable Rest rest;
  private final long leastPatience;
  private long patience;
  private long fastSince;
  private long number;
  private boolean sound;

  private FastLane(
      SlidingBytes source,
      ExactLane first,
      byte[] tags,
      Location place,
      long leastPatience,
      int pieceBytes) {
    this.leastPatience = leastPatience;
    this.patience = leastPatience / 2;
    this.source = source;
    this.first = first;
    this.structure = first.structure();
    this.row = Objects.requireNonNull(first.ownRow());
    this.scanner = new RowScanner(row);
    this.tags = tags;
    this.lines = new Lines(place);
    this.pieces = new Pieces(row.type(), source, pieceBytes);
  }

  /** A reader of a message; the exact lane alone when the head is no common one. */
  static MessageReader open(Catalogue catalogue, InputStream in, FindingSink sink)
      throws IOException {
    return open(catalogue, in, sink, PATIENCE, PIECE);
  }

  /**
   * As above.
   *
   * @param patience characters that the exact lane reads at least before the fast lane takes over
   * @param pieceBytes bytes for each scout
   */
  static MessageReader open(
      Catalogue catalogue, InputStream in, FindingSink sink, long patience, int pieceBytes)
      throws IOException {
    SlidingBytes source = new SlidingBytes(in);
    Rest rest = new Rest(new byte[0], source);
    ExactLane exact = ExactLane.open(catalogue, rest, sink);
    StartTags found = exact.startTags();
    if (found == null || rest.isBeyond()) {
      return exact;
    }
    byte[] bytes = source.bytes();
    int start = source.at() + (bytes[source.at()] == (byte) 0xEF ? 3 : 0);
    int rootEnd = start + source.bytesOf(start, found.rootEnd());
    int payload = start + source.bytesOf(start, found.payloadStart());
    int end = start + source.bytesOf(start, found.payloadEnd());
    byte[] tags = Arrays.copyOf(bytes, rootEnd - source.at() + end - payload);
    System.arraycopy(bytes, source.at(), tags, 0, rootEnd - source.at());
    System.arraycopy(bytes, payload, tags, rootEnd - source.at(), end - payload);
    source.advance(end - source.at());
    return new FastLane(source, exact, tags, exact.end(source.offset()), patience, pieceBytes);
  }

  @Override
  public MessageHead head() {
    return first.head();
  }

  @Override
  public boolean next() throws IOException {
    if (exact != null) {
      leaveExactLane();
    }
    if (exact == null && !scan()) {
      exact = enterExactLane();
    }
    if (exact == null) {
      return true;
    }
    boolean found = exact.next();
    number = exact.number();
    return found;
  }

  /** Reads a row; false when the exact lane has to. */
  private boolean scan() throws IOException {
    while (true) {
      lines.toRow(source.bytes(), source.at());
      if (lines.rowStart() - source.at() > Limits.TEXT_LENGTH) {
        return false;
      }
      int end = scanner.scan(source.bytes(), lines.rowStart(), source.end());
      if (end >= 0) {
        number++;
        sound = scanner.malformedCount() == 0;
        int length = end - source.at();
        lines.take(source.offset(), scanner.surplus());
        source.advance(length);
        if (!sound || !row.isComplete()) {
          report();
        }
        return true;
      }
      if (scanner.lastMatch() + scanner.longestToken() < source.end() || !source.more()) {
        return false;
      }
    }
  }

  private void report() {
    for (int i = 0; i < scanner.malformedCount(); i++) {
      int slot = scanner.malformed(i);
      structure.malformed(
          row.type().field(slot), Objects.requireNonNull(row.text(slot)), location());
    }
    for (Field field : row.type().fields()) {
      if (field.required() && !row.has(field.slot())) {
        sound = false;
        structure.missingAttribute(field.name(), ExactLane.OBSERVATION, location());
      }
    }
  }

  @Override
  public <S extends RowScout> int scout(List<S> scouts, Executor threads, Taker<? super S> taker)
      throws IOException {
    if (exact != null) {
      return 0;
    }
    int taken = 0;
    try {
      pieces.begin(scouts, threads);
      for (; pieces.await(taken); taken++) {
        piece = pieces.get(taken);
        long last = taker.take(scouts.get(taken));
        passTo(piece.reached());
        number = last;
      }
    } finally {
      pieces.end();
    }
    return taken;
  }

  @Override
  public void show(int place, long newNumber) throws IOException {
    passTo(place);
    number = newNumber - 1;
    if (!scan()) {
      throw new IllegalStateException("row " + newNumber + " is not what it was");
    }
  }

  /** Passes over rows that a scout has looked at. */
  private void passTo(int place) {
    lines.pass(Objects.requireNonNull(piece).lines(source.at(), place), source.offset());
    source.advance(place - source.at());
  }

  private ExactLane enterExactLane() throws IOException {
    patience = source.offset() - fastSince < patience ? patience * 2 : leastPatience;
    Rest bytes = new Rest(tags, source);
    rest = bytes;
    return first.resume(bytes, tags.length, lines.place(source.offset()), number);
  }

  private void leaveExactLane() throws IOException {
    ExactLane lane = Objects.requireNonNull(exact);
    boolean stays = lane.atEnd() || patience > MOST_PATIENCE;
    if (stays || Objects.requireNonNull(rest).isBeyond()) {
      return;
    }
    long characters = lane.characters();
    if (characters >= patience) {
      source.advance(source.bytesOf(source.at(), characters));
      lines.moveTo(lane.end(source.offset()));
      fastSince = source.offset();
      scanner.forget();
      exact = null;
    }
  }

  /** Whether the latest row was read by the fast lane. */
  boolean isFast() {
    return exact == null && number > 0;
  }

  @Override
  public RowView row() {
    return isFast() ? row : current().row();
  }

  @Override
  public boolean rowIsSound() {
    return exact == null ? sound : exact.rowIsSound();
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Location location() {
    return isFast() ? lines.location(number) : current().location();
  }

  private ExactLane current() {
    return exact == null ? first : exact;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
