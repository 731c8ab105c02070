package org.midex.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;
import org.midex.model.Location;
import org.midex.model.RowView;

/**
 * Writes observations as a table. What the table cannot express is a finding and counted, and not
 * written: a figure under another key, or without the flag that weakens it, would be worse than a
 * gap that is reported. Memory use does not grow with the table. Not thread-safe.
 */
public interface TableWriter extends Closeable {
  /**
   * Takes an observation.
   *
   * @param place where it stands in the message, asked for only when there is something to report
   */
  void write(RowView row, Supplier<Location> place) throws IOException;

  /** Counts an observation that cannot be written for a reason that was reported already. */
  void refuse();

  /** Completes the table, and says what became of every observation. Nothing can be added after. */
  ExportAccount finish() throws IOException;
}
