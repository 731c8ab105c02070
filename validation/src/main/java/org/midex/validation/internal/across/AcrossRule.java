package org.midex.validation.internal.across;

import java.io.IOException;
import org.midex.model.RowView;

/** A rule that judges a message's rows beside other messages. */
interface AcrossRule {
  /** Sees a row without structural errors, whose key is known and new. */
  void row(RowView row, long record);

  /** Judges what was seen, once all rows are read. */
  void finish() throws IOException;
}
