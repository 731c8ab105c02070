package org.midex.benchmarks.contend;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.midex.benchmarks.data.Head;
import org.midex.benchmarks.measure.Contender;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.avro.Compression;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.Row;
import org.midex.schema.publish.AvroSchemas;

/** Everybody who writes Avro without compression, from rows in memory, to nowhere. */
final class AvroWriting {
  private AvroWriting() {}

  static List<Contender> contenders(Setting setting, KeptRows kept) {
    Schema schema = new Schema.Parser().parse(AvroSchemas.json(kept.type()));
    List<GenericRecord> records = records(kept, schema);
    AvroCodec codec = new AvroCodec(setting.catalogue()).withCompression(Compression.NONE);
    MessageHead head = Head.of(setting.catalogue());
    long rows = setting.rows();
    return List.of(
        Contender.other(
            "write.generic", "generic Avro writer", () -> generic(schema, records, rows)),
        Contender.ours(
            "write.midex-avro",
            "MIDEX Avro writer, checked",
            () -> midex(codec, head, kept.rows(), rows)));
  }

  private static List<GenericRecord> records(KeptRows kept, Schema schema) {
    List<GenericRecord> records = new ArrayList<>();
    int figure = kept.type().measure().orElseThrow().slot();
    for (@Nullable String[] texts : kept.texts()) {
      GenericRecord record = new GenericData.Record(schema);
      for (int slot = 0; slot < texts.length; slot++) {
        String text = texts[slot];
        record.put(slot, slot == figure && text != null ? (Object) Long.valueOf(text) : text);
      }
      records.add(record);
    }
    return records;
  }

  private static long generic(Schema schema, List<GenericRecord> records, long rows)
      throws Exception {
    Sink sink = new Sink(false);
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(CodecFactory.nullCodec());
      writer.create(schema, sink);
      for (long row = 0; row < rows; row++) {
        writer.append(records.get((int) (row % records.size())));
      }
    }
    return sink.count() > 0 ? rows : -1;
  }

  private static long midex(AvroCodec codec, MessageHead head, List<Row> kept, long rows)
      throws Exception {
    Sink sink = new Sink(false);
    try (MessageWriter writer = codec.writer(sink, head)) {
      for (long row = 0; row < rows; row++) {
        writer.write(kept.get((int) (row % kept.size())));
      }
    }
    return sink.count() > 0 ? rows : -1;
  }
}
