package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What Apache Avro's generic reader sees in a file, as JSON: the metadata midex.header, the schema
 * without its documentation, and the rows. Absent fields are not there, numbers are numbers,
 * amounts are texts at their scale.
 */
final class AvroContent {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AvroContent() {}

  /** In bytes: a line a row. */
  static byte[] json(byte[] file) throws IOException {
    ObjectNode content = of(file);
    StringBuilder out = new StringBuilder("{\n\"header\": ").append(content.get("header"));
    out.append(",\n\"schema\": ").append(content.get("schema")).append(",\n\"rows\": [");
    String separator = "\n";
    for (JsonNode row : content.get("rows")) {
      out.append(separator).append(row);
      separator = ",\n";
    }
    return out.append("\n]\n}\n").toString().getBytes(UTF_8);
  }

  static ObjectNode of(byte[] file) throws IOException {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    try (DataFileStream<GenericRecord> stream =
        new DataFileStream<>(new ByteArrayInputStream(file), new GenericDatumReader<>())) {
      content.put("header", new String(stream.getMeta("midex.header"), UTF_8));
      content.set("schema", withoutDocs(stream.getSchema()));
      ArrayNode rows = content.putArray("rows");
      for (GenericRecord row : stream) {
        ObjectNode object = rows.addObject();
        for (Schema.Field field : row.getSchema().getFields()) {
          put(object, field, row.get(field.pos()));
        }
      }
    }
    return content;
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

  static JsonNode withoutDocs(Schema schema) throws IOException {
    JsonNode json = MAPPER.readTree(schema.toString());
    json.findParents("doc").forEach(node -> ((ObjectNode) node).remove("doc"));
    return json;
  }

  private static void put(ObjectNode row, Schema.Field field, @Nullable Object value) {
    if (value instanceof Long number) {
      row.put(field.name(), number);
    } else if (value instanceof ByteBuffer digits) {
      byte[] bytes = new byte[digits.remaining()];
      digits.duplicate().get(bytes);
      row.put(
          field.name(),
          new BigDecimal(new BigInteger(bytes), scale(field.schema())).toPlainString());
    } else if (value != null) {
      row.put(field.name(), value.toString());
    }
  }

  private static int scale(Schema schema) {
    return schema.isUnion()
        ? scale(schema.getTypes().get(1))
        : ((LogicalTypes.Decimal) schema.getLogicalType()).getScale();
  }
}
