package org.midex;

import java.io.IOException;
import java.nio.file.Path;
import org.midex.Midex.Imported;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.tabular.TableReader;

/** One import: a table read as a message and written as one. */
final class Import {
  private final Midex midex;
  private final Path target;
  private final FindingSink sink;

  Import(Midex midex, Path target, FindingSink sink) {
    this.midex = midex;
    this.target = target;
    this.sink = sink;
  }

  /** Opens the table. */
  interface Opener {
    TableReader open() throws IOException;
  }

  /**
   * Writes the message unless its header is not whole, since what its cells restrict or demand must
   * not get lost, or is too long for the format.
   */
  Imported run(Opener table) throws IOException {
    try (TableReader reader = table.open()) {
      if (reader.headIsWhole() && Midex.canHold(target, reader.head(), sink)) {
        return written(reader);
      }
      while (reader.next()) {
        // for the findings and the account
      }
      return new Imported(reader.account(), reader.number(), false);
    } catch (MalformedMessageException e) {
      return new Imported(null, 0, false);
    }
  }

  private Imported written(TableReader reader) throws IOException {
    try (KeepingWriter writer = KeepingWriter.of(midex.write(target, reader.head()))) {
      while (reader.next()) {
        writer.write(reader.row());
      }
      writer.keep();
      return new Imported(reader.account(), reader.number(), true);
    }
  }
}
