package org.midex.benchmarks.contend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.midex.benchmarks.measure.Contender;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.avro.Compression;

/** Everybody who reads Avro. */
public final class AvroReading {
  private AvroReading() {}

  public static List<Contender> contenders(Setting setting) throws IOException {
    Path plain = setting.messages().avro(setting.rows(), Compression.NONE);
    Path deflate = setting.messages().avro(setting.rows(), Compression.DEFLATE);
    Path zstandard = setting.messages().avro(setting.rows(), Compression.ZSTANDARD);
    Path shuffled = setting.messages().avroShuffled(setting.rows(), Compression.DEFLATE);
    AvroBlocks blocks = AvroBlocks.of(deflate);
    AvroBlocks shuffledBlocks = AvroBlocks.of(shuffled);
    return List.of(
        generic("avro.generic-null", "merely reading", plain),
        generic("avro.generic-deflate", "merely reading deflate", deflate),
        Contender.other("avro.inflate", "inflating alone, from memory", blocks::inflate),
        Contender.other(
            "avro.inflate-shuffled",
            "inflating alone, from memory, shuffled rows",
            shuffledBlocks::inflate),
        midex(setting, "avro.midex-null", "MIDEX: everything, no compression", plain),
        midex(setting, "avro.midex-deflate", "MIDEX: everything, deflate", deflate),
        midex(
            setting,
            "avro.midex-deflate-shuffled",
            "MIDEX: everything, deflate, shuffled rows",
            shuffled),
        midex(setting, "avro.midex-zstd", "MIDEX: everything, zstd", zstandard));
  }

  private static Contender generic(String id, String what, Path file) {
    String reader =
        GenericData.get().isFastReaderEnabled() ? "generic fast reader, " : "generic reader, ";
    return Contender.other(id, reader + what, () -> read(file));
  }

  private static Contender midex(Setting setting, String id, String what, Path file) {
    AvroCodec codec = new AvroCodec(setting.catalogue());
    return Contender.ours(id, what, Judging.work(setting.catalogue(), codec, file, true));
  }

  private static long read(Path file) throws IOException {
    long rows = 0;
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      GenericRecord record = null;
      while (reader.hasNext()) {
        record = reader.next(record);
        rows++;
      }
    }
    return rows;
  }
}
