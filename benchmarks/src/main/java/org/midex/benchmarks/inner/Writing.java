package org.midex.benchmarks.inner;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.midex.benchmarks.data.Head;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.avro.Compression;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Codec;
import org.midex.model.MessageWriter;
import org.midex.model.Row;
import org.midex.schema.Catalogue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Rows from memory to nowhere; nanoseconds a row. */
public class Writing extends InnerLoop {
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
