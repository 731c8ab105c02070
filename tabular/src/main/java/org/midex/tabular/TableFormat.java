package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import org.midex.model.FindingSink;
import org.midex.model.MessageHead;

/** A kind of table that observations can be written as. Immutable and shareable. */
public interface TableFormat {
  /** Ending of file names, {@code csv} or {@code xlsx}. */
  String extension();

  /**
   * A writer of a table with the observations of one message; writes the headings at once.
   *
   * @param out closed with the writer
   * @param head of the message; its type is a theme
   * @param sink told what the table cannot express
   */
  TableWriter writer(OutputStream out, MessageHead head, FindingSink sink) throws IOException;
}
