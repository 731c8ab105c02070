package org.midex.benchmarks.inner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.avro.Compression;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Codec;
import org.midex.model.FindingSink;
import org.midex.model.MessageReader;
import org.midex.schema.Catalogue;
import org.midex.validation.FindingCollector;
import org.midex.validation.Validator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Messages in memory; nanoseconds a row. */
public class Reading extends InnerLoop {
  private static final int ROWS = 100_000;

  private final Catalogue catalogue = Catalogue.standard();
  private final Codec xml = new XmlCodec(catalogue);
  private final Codec avro = new AvroCodec(catalogue).withCompression(Compression.NONE);
  private final byte[] xmlBytes = Memory.message(catalogue, xml, ROWS);
  private final byte[] avroBytes = Memory.message(catalogue, avro, ROWS);

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long readXml() throws IOException {
    return read(xml, xmlBytes);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long readAvro() throws IOException {
    return read(avro, avroBytes);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Object judgeXml() throws IOException {
    return judge(xml, xmlBytes);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Object judgeAvro() throws IOException {
    return judge(avro, avroBytes);
  }

  private static long read(Codec codec, byte[] bytes) throws IOException {
    try (MessageReader reader =
        codec.reader(new ByteArrayInputStream(bytes), FindingSink.ignoring())) {
      while (reader.next()) {
        // all is done by then
      }
      return reader.number();
    }
  }

  private Object judge(Codec codec, byte[] bytes) throws IOException {
    FindingCollector found = new FindingCollector(catalogue);
    try (MessageReader reader = codec.reader(new ByteArrayInputStream(bytes), found)) {
      new Validator(catalogue).run(reader, found);
    }
    return found.verdict();
  }
}
