package org.midex.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.ForwardingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Waiver;

/**
 * Hands findings on with the place of the offending value: line, column and byte offset. While the
 * message is read, a second cursor follows through its text; for findings on rows that were read
 * before, the message is read once more and its rows are indexed. Not thread-safe.
 */
public final class EveryPlace extends ForwardingSink implements Closeable {
  private final SecondReading again;
  private final HeadPlaces head;
  private @Nullable TextCursor text;
  private @Nullable RowIndex rows;

  /**
   * @param told hears of every finding; asks its place only if it needs it
   */
  public EveryPlace(SecondReading again, FindingSink told) {
    super(told);
    this.again = again;
    this.head = new HeadPlaces(again);
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    super.report(problem, placed(problem, occurrence));
  }

  @Override
  public void waived(Problem problem, Occurrence occurrence, Waiver waiver) {
    super.waived(problem, placed(problem, occurrence), waiver);
  }

  private Placed placed(Problem problem, Occurrence occurrence) {
    boolean onHead = occurrence.record() == 0;
    int earlier = onHead ? head.earlier(problem, occurrence.value(), occurrence.location()) : 0;
    return new Placed(problem, occurrence, earlier);
  }

  private Location place(Problem problem, @Nullable String value, Location stated, int earlier) {
    Location known = stated;
    try {
      known = head.of(problem, value, stated, earlier);
      if (known.line() > 0 && again.isText()) {
        return following(problem, known);
      }
      boolean rowOnly = known.record() > 0 && known.line() == 0 && known.byteOffset() < 0;
      return rowOnly ? indexed(problem, known) : known;
    } catch (MalformedMessageException e) {
      return known; // the bytes are damaged from here on, which is reported
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Location following(Problem problem, Location known) throws IOException {
    TextCursor.Target target = Spot.target(problem, known);
    TextCursor cursor = text;
    if (cursor == null || target.compareTo(cursor.here()) < 0) {
      if (cursor != null) {
        cursor.close();
      }
      cursor = new TextCursor(again.text());
      text = cursor;
    }
    return cursor.advance(target) ? Spot.of(problem, known, cursor.window()).location() : known;
  }

  private Location indexed(Problem problem, Location known) throws IOException {
    RowIndex index = rows;
    if (index == null) {
      index = RowIndex.of(again);
      rows = index;
    }
    Location row = index.row(known.record());
    if (!again.isText() || row.byteOffset() < 0) {
      return row;
    }
    byte[] bytes = again.bytes(row.byteOffset(), TextCursor.LENGTH);
    String window = new String(bytes, StandardCharsets.UTF_8);
    return Spot.of(problem, row, new TextCursor.Window(window, row.byteOffset())).location();
  }

  @Override
  public void close() throws IOException {
    if (text != null) {
      text.close();
    }
    if (rows != null) {
      rows.close();
    }
  }

  /** An occurrence whose place is looked up when it is asked for. */
  private final class Placed implements Occurrence {
    private final Problem problem;
    private final Occurrence occurrence;
    private final int earlier;

    Placed(Problem problem, Occurrence occurrence, int earlier) {
      this.problem = problem;
      this.occurrence = occurrence;
      this.earlier = earlier;
    }

    @Override
    public long record() {
      return occurrence.record();
    }

    @Override
    public @Nullable String value() {
      return occurrence.value();
    }

    @Override
    public @Nullable String suggestion() {
      return occurrence.suggestion();
    }

    @Override
    public Map<String, String> details() {
      return occurrence.details();
    }

    @Override
    public @Nullable String key() {
      return occurrence.key();
    }

    @Override
    public Location location() {
      return place(problem, occurrence.value(), occurrence.location(), earlier);
    }
  }
}
