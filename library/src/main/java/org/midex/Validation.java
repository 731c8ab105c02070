package org.midex;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.codec.DigestWriter;
import org.midex.internal.Format;
import org.midex.internal.Places;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Result;
import org.midex.validation.FindingCollector;
import org.midex.validation.TeeSink;
import org.midex.validation.Validator;

/**
 * One validation of one source: read and judge once, hash on the way, then look up what stands
 * where the samples are.
 */
final class Validation {
  private final Midex midex;
  private final Source source;
  private final MessageDigest sha256 = DigestWriter.sha256();
  private final FindingCollector collector;
  private final @Nullable TableOpener table;
  private @Nullable Format format;
  private @Nullable MessageHead head;
  private long rows;
  private boolean readToEnd;

  /** Opens a table as a message. */
  interface TableOpener {
    MessageReader open(InputStream in, FindingSink sink) throws IOException;
  }

  /**
   * @param table how to read the source as a table; null when it is a message
   */
  Validation(Midex midex, Source source, @Nullable TableOpener table) {
    this.table = table;
    this.midex = midex;
    this.source = source;
    this.collector = new FindingCollector(midex.catalogue());
  }

  Result run(List<FindingSink> listeners) throws IOException {
    FindingSink sink = collector;
    for (FindingSink listener : listeners) {
      sink = new TeeSink(sink, listener);
    }
    try (InputStream raw = new DigestInputStream(source.open(), sha256)) {
      try {
        judge(raw, sink);
      } catch (MalformedMessageException e) {
        // reported to the sink by who threw it
      }
      raw.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return Places.show(result(), new Again());
  }

  private void judge(InputStream raw, FindingSink sink) throws IOException {
    try (MessageReader reader = open(raw, sink)) {
      head = reader.head();
      try {
        new Validator(midex.catalogue()).run(reader, sink);
        readToEnd = true;
      } finally {
        rows = reader.number();
      }
    }
  }

  private MessageReader open(InputStream raw, FindingSink sink) throws IOException {
    InputStream kept = new Uncloseable(raw);
    if (table != null) {
      return table.open(kept, sink);
    }
    BufferedInputStream in = Format.plain(kept, sink);
    format = Format.of(in, sink);
    return midex.codec(format).reader(in, sink);
  }

  private Result result() {
    return new Result(
        source.name(),
        HexFormat.of().formatHex(sha256.digest()),
        table != null ? "table" : format == null ? null : format.code(),
        head == null || head.type() == null ? null : head.type().id(),
        head == null ? null : head.version(),
        head == null ? null : head.header().first("Edition").orElse(null),
        collector.verdict(),
        rows,
        readToEnd,
        collector.counts(),
        collector.groups(),
        collector.notRun());
  }

  /** The same source, read a second time to show places. */
  private final class Again implements Places.Reopen {
    @Override
    public MessageReader reader() throws IOException {
      FindingSink ignoring = FindingSink.ignoring();
      return table == null ? midex.read(source, ignoring) : table.open(source.open(), ignoring);
    }

    @Override
    public @Nullable InputStream text() throws IOException {
      return format == Format.XML ? Format.plain(source.open(), FindingSink.ignoring()) : null;
    }
  }

  /** Leaves the stream open for hashing what the reader did not read. */
  private static final class Uncloseable extends java.io.FilterInputStream {
    Uncloseable(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return in.read(bytes, from, length);
    }

    @Override
    public void close() {}
  }
}
