package org.midex.benchmarks.inner;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.midex.benchmarks.data.Head;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.avro.Compression;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Codec;
import org.midex.model.MessageWriter;
import org.midex.model.Row;
import org.midex.schema.Catalogue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Rows from memory to nowhere; nanoseconds a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Writing {
  private static final int ROWS = 20_000;

  private final Catalogue catalogue = Catalogue.standard();
  private final List<Row> rows = Memory.rows(catalogue);
  private final Codec xml = new XmlCodec(catalogue);
  private final AvroCodec avro = new AvroCodec(catalogue);

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int writeXml() throws IOException {
    return write(xml);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int writeAvro() throws IOException {
    return write(avro.withCompression(Compression.NONE));
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int writeAvroDeflate() throws IOException {
    return write(avro);
  }

  private int write(Codec codec) throws IOException {
    try (MessageWriter writer = codec.writer(OutputStream.nullOutputStream(), Head.of(catalogue))) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    return rows.size();
  }
}
