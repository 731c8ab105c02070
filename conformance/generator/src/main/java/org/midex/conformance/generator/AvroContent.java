package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.midex.conformance.run.AvroFile;

/** What Apache Avro sees in a file, as the vectors have it. */
final class AvroContent {
  private AvroContent() {}

  /** In bytes: a line a row. */
  static byte[] json(byte[] file) throws IOException {
    ObjectNode content = AvroFile.read(file);
    StringBuilder out = new StringBuilder("{\n\"header\": ").append(content.get("header"));
    out.append(",\n\"schema\": ").append(content.get("schema")).append(",\n\"rows\": [");
    String separator = "\n";
    for (JsonNode row : content.get("rows")) {
      out.append(separator).append(row);
      separator = ",\n";
    }
    return out.append("\n]\n}\n").toString().getBytes(UTF_8);
  }

  /** The header and the blocks' data, without compression. */
  static byte[] blocks(byte[] file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileStream<GenericRecord> stream =
        new DataFileStream<>(new ByteArrayInputStream(file), new GenericDatumReader<>())) {
      out.writeBytes(stream.getMeta("midex.header"));
      while (stream.hasNext()) {
        ByteBuffer block = stream.nextBlock();
        out.write(block.array(), block.arrayOffset() + block.position(), block.remaining());
      }
    }
    return out.toByteArray();
  }
}
