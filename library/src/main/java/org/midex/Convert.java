package org.midex;

import java.io.IOException;
import java.nio.file.Path;
import org.midex.Midex.Conversion;
import org.midex.internal.Guard;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;

/** One conversion of one message: written whole, or not at all. */
final class Convert {
  private final Midex midex;
  private final Guard guard;

  Convert(Midex midex, FindingSink sink) {
    this.midex = midex;
    this.guard = new Guard(midex.catalogue(), sink);
  }

  Conversion run(Source source, Path target) throws IOException {
    try (MessageReader reader = midex.read(source, guard)) {
      boolean possible = !reader.head().isReceipt() || Midex.canHoldReceipt(target, guard);
      return guard.faithful() && possible && Midex.canHold(target, reader.head(), guard)
          ? copy(reader, target)
          : refuse(reader);
    } catch (MalformedMessageException e) {
      return new Conversion(0, false, guard.isIncomplete());
    }
  }

  /** Reads on, so that every reason is told. */
  private Conversion refuse(MessageReader reader) throws IOException {
    while (reader.next()) {
      guard.checkCodes(reader);
    }
    return new Conversion(reader.number(), false, guard.isIncomplete());
  }

  private Conversion copy(MessageReader reader, Path target) throws IOException {
    try (KeepingWriter writer = KeepingWriter.of(midex.write(target, reader.head()))) {
      while (reader.next()) {
        guard.checkCodes(reader);
        if (guard.faithful()) {
          writer.write(reader.row());
        }
      }
      if (guard.faithful()) {
        writer.keep();
      }
      return new Conversion(reader.number(), guard.faithful(), guard.isIncomplete());
    }
  }
}
