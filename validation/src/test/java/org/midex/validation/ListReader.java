package org.midex.validation;

import java.util.List;
import java.util.Map;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Problem;
import org.midex.model.Row;
import org.midex.model.RowView;

/** Reads rows from a list, into one row that changes, as the codecs do. */
final class ListReader implements MessageReader {
  private final MessageHead head;
  private final List<Map<String, String>> rows;
  private final int unsound;
  private final boolean breaksOff;
  private final Row row;
  private int number;

  /**
   * @param unsound number of the row that has structural errors, or −1
   * @param breaksOff whether it is no message any more after its rows
   */
  ListReader(MessageHead head, List<Map<String, String>> rows, int unsound, boolean breaksOff) {
    this.head = head;
    this.breaksOff = breaksOff;
    this.rows = rows;
    this.unsound = unsound;
    this.row = new Row(java.util.Objects.requireNonNull(head.type()));
  }

  @Override
  public MessageHead head() {
    return head;
  }

  @Override
  public boolean next() throws MalformedMessageException {
    if (number == rows.size() && breaksOff) {
      throw new MalformedMessageException(Problem.of("MDX-S01"), location(), "breaks off");
    }
    if (number == rows.size()) {
      return false;
    }
    row.clear();
    rows.get(number).forEach((name, text) -> row.set(row.type().field(name).slot(), text));
    number++;
    return true;
  }

  @Override
  public RowView row() {
    return row;
  }

  @Override
  public boolean rowIsSound() {
    return number != unsound;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Location location() {
    return Location.ofRecord(number);
  }

  @Override
  public void close() {}
}
