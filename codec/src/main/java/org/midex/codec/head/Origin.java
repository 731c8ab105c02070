package org.midex.codec.head;

import org.jspecify.annotations.Nullable;
import org.midex.model.Location;

/**
 * Where in a file the text stands that a parser reads. A parser that reads a part of a file is
 * given the message's start tags first, so that it knows the part's context; what it says of places
 * behind them is moved to where the part stands.
 *
 * @param place where the part begins: line, column and offset in the file
 * @param lead line of the parser's text at which the part begins
 * @param leadColumn column there
 * @param leadBytes bytes before the part in the parser's text
 */
public record Origin(Location place, int lead, int leadColumn, int leadBytes) {
  /** Of a parser that reads a file from its start. */
  public static final Origin START = new Origin(new Location(0, 0, 1, 1, null), 1, 1, 0);

  /** Where the parser is, for a row. */
  public Location location(long record, javax.xml.stream.@Nullable Location at) {
    if (at == null || at.getLineNumber() < 1) {
      return Location.ofRecord(record);
    }
    int column = at.getColumnNumber();
    return new Location(
        record,
        -1,
        place.line() + at.getLineNumber() - lead,
        at.getLineNumber() == lead ? place.column() + column - leadColumn : column,
        null);
  }

  /** Offset in the file of a byte of the parser's text. */
  long offset(long itsOffset) {
    return place.byteOffset() + itsOffset - leadBytes;
  }
}
