package org.midex.validation.internal.across;

import java.io.IOException;
import org.midex.model.RowView;

/** A rule that judges a message's rows beside other messages. */
interface AcrossRule {
  /** Sees a row without structural errors, whose key is known and new. */
  void row(RowView row, long record);

  /** Why nothing is judged when the message ends in the middle. */
  String BROKEN_OFF = "brokenOff";

  /** Hears that there are more rows, which cannot be read: nothing can be judged. */
  void breakOff();

  /** Judges what was seen, once all rows are read. */
  void finish() throws IOException;
}
