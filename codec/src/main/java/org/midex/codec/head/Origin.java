package org.midex.codec.head;

import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file the text stands that a parser reads. A parser that reads a part of a file is
 * given the message's start tags first, so that it knows the part's context; what it says of places
 * behind them is moved to where the part stands.
 *
 * @param line line of the file at which the part begins, from 1
 * @param column column there
 * @param offset offset of the part's first byte in the file
 * @param lead line of the parser's text at which the part begins
 * @param leadColumn column there
 * @param leadBytes bytes before the part in the parser's text
 */
public record Origin(long line, long column, long offset, int lead, int leadColumn, int leadBytes) {
  /** Of a parser that reads a file from its start. */
  public static final Origin START = new Origin(1, 1, 0, 1, 1, 0);

  /** Where the parser is, for a row. */
  public org.midex.model.Location location(long record, @Nullable Location at) {
    if (at == null || at.getLineNumber() < 1) {
      return org.midex.model.Location.ofRecord(record);
    }
    return new org.midex.model.Location(
        record, -1, line(at), column(at.getLineNumber(), at.getColumnNumber()), null);
  }

  /** Line of the file. */
  public long line(Location at) {
    return line + at.getLineNumber() - lead;
  }

  /** Column of the file. */
  public long column(int itsLine, int itsColumn) {
    return itsLine == lead ? column + itsColumn - leadColumn : itsColumn;
  }

  /** Offset in the file of a byte of the parser's text. */
  long offset(long itsOffset) {
    return offset + itsOffset - leadBytes;
  }
}
