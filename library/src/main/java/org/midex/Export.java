package org.midex;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.midex.Midex.Exported;
import org.midex.internal.Format;
import org.midex.internal.Guard;
import org.midex.internal.SafeFile;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.tabular.ExportAccount;
import org.midex.tabular.TableFormat;
import org.midex.tabular.TableWriter;

/** One export of one message. */
final class Export {
  private final Midex midex;
  private final TableFormat format;
  private final Guard guard;
  private @Nullable String syntax;
  private @Nullable MessageHead head;
  private @Nullable ExportAccount account;
  private boolean written;

  Export(Midex midex, TableFormat format, FindingSink sink) {
    this.midex = midex;
    this.format = format;
    this.guard = new Guard(midex.catalogue(), sink);
  }

  Exported run(Source source, Path target) throws IOException {
    if (!Midex.canExport(target, format)) {
      throw new IllegalArgumentException(target + ": the name must end in ." + format.extension());
    }
    try (MessageReader reader = open(source)) {
      MessageHead read = reader.head();
      head = read;
      if (read.isReceipt()) {
        Receipts.refuse(format.extension().toUpperCase(Locale.ROOT), guard);
      } else if (read.type() != null) {
        write(reader, read, target);
      }
    } catch (MalformedMessageException e) {
      // reported to the sink by who threw it
      account = null;
    }
    return new Exported(syntax, head, account, written);
  }

  private MessageReader open(Source source) throws IOException {
    BufferedInputStream in = Format.plain(source.open(), guard);
    try {
      Format found = Format.of(in, guard);
      syntax = found.code();
      return midex.codec(found).reader(in, guard);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private void write(MessageReader reader, MessageHead read, Path target) throws IOException {
    try (SafeFile file = new SafeFile(target)) {
      ExportAccount rows = writeRows(reader, read, file, target);
      account = rows;
      boolean something = rows.written() > 0 || rows.observations() == 0;
      if (something && !guard.isIncomplete()) {
        file.keep();
        written = true;
      }
    }
  }

  private ExportAccount writeRows(
      MessageReader reader, MessageHead read, SafeFile file, Path target) throws IOException {
    try (OutputStream out = Midex.opened(file, target);
        TableWriter writer = format.writer(out, read, guard)) {
      while (reader.next()) {
        if (guard.checkCodes(reader) && reader.rowIsSound()) {
          writer.write(reader.row(), reader::location);
        } else {
          writer.refuse();
        }
      }
      return writer.finish();
    }
  }
}
