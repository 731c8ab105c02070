package org.midex;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.codec.DigestWriter;
import org.midex.internal.EveryPlace;
import org.midex.internal.Format;
import org.midex.internal.Places;
import org.midex.internal.SecondReading;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Result;
import org.midex.validation.FindingCollector;
import org.midex.validation.TeeSink;
import org.midex.validation.WaivingSink;

/**
 * One validation of one source: read and judge once, hash on the way, then look up what stands
 * where the samples are.
 */
final class Validation {
  private final Midex midex;
  private final Input input;
  private final Source source;
  private final Exchange exchange;
  private final MessageDigest sha256 = DigestWriter.sha256();
  private final FindingCollector collector;
  private @Nullable Format format;
  private @Nullable MessageHead head;
  private long rows;
  private boolean readToEnd;

  Validation(Midex midex, Input input, Exchange exchange) {
    this.midex = midex;
    this.input = input;
    this.source = input.source();
    this.exchange = exchange;
    this.collector = new FindingCollector(midex.catalogue());
  }

  Result run(Positions positions, List<FindingSink> listeners) throws IOException {
    try (Again again = new Again()) {
      FindingSink told = new TeeSink(listeners.toArray(FindingSink[]::new));
      if (positions == Positions.SAMPLES) {
        read(midex.rules().waiving(new TeeSink(collector, told)));
      } else {
        try (EveryPlace everyPlace = new EveryPlace(again, told)) {
          read(midex.rules().waiving(new TeeSink(collector, everyPlace)));
        }
      }
      return Places.show(result(), again);
    }
  }

  private void read(WaivingSink sink) throws IOException {
    try (InputStream raw = new DigestInputStream(source.open(), sha256)) {
      try {
        judge(raw, sink);
      } catch (MalformedMessageException e) {
        // reported to the sink by who threw it
      }
      sink.finish(readToEnd);
      raw.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private void judge(InputStream raw, WaivingSink sink) throws IOException {
    try (MessageReader reader = open(raw, sink)) {
      head = reader.head();
      try {
        midex.validator().judge(reader, exchange.companions(input), sink);
        readToEnd = true;
      } finally {
        rows = reader.number();
      }
    }
  }

  private MessageReader open(InputStream raw, FindingSink sink) throws IOException {
    InputStream kept = new Uncloseable(raw);
    Input.TableOpener table = input.table();
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
        input.table() != null ? "table" : format == null ? null : format.code(),
        head == null ? null : head.payload(),
        head == null ? null : head.version(),
        head == null ? null : head.header().first("Edition").orElse(null),
        collector.verdict(),
        rows,
        readToEnd,
        collector.counts(),
        collector.groups(),
        collector.notRun(),
        midex.rules().judgement(collector.waived()).withBeside(collector.beside()));
  }

  /** The same source, read a second time to show places. */
  private final class Again implements SecondReading, AutoCloseable {
    private @Nullable Source plain;
    private @Nullable SeekableByteChannel channel;

    @Override
    public MessageReader reader() throws IOException {
      return input.open(midex, FindingSink.ignoring());
    }

    @Override
    public boolean isText() {
      return format == Format.XML;
    }

    @Override
    public InputStream text() throws IOException {
      return Format.intact(source.open());
    }

    /** What is compressed is unpacked once, to a private temporary file. */
    @Override
    public byte[] bytes(long offset, int length) throws IOException {
      SeekableByteChannel at = channel;
      if (at == null) {
        Source unpacked = Format.isPlain(source.open()) ? source : Source.of(text(), source.name());
        plain = unpacked;
        at = unpacked.channel();
        channel = at;
      }
      ByteBuffer bytes = ByteBuffer.allocate(length);
      at.position(offset);
      while (bytes.hasRemaining() && at.read(bytes) >= 0) {
        // a channel may give less than asked for
      }
      return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Override
    public void close() throws IOException {
      if (channel != null) {
        channel.close();
      }
      if (plain != null && plain != source) {
        plain.close();
      }
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
