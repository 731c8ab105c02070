package org.midex.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What Apache Avro reads in a message, as JSON. */
public final class AvroFile {
  private static final String HEADER = "midex.header";

  private AvroFile() {}

  /**
   * Reads a file.
   *
   * @return {@code header}, the text of the metadata; {@code schema}, without documentation; and
   *     {@code rows}, in which amounts are texts and absent values are left out
   * @throws IOException when it is no container
   * @throws org.apache.avro.AvroRuntimeException when it is damaged
   */
  public static ObjectNode read(byte[] file) throws IOException {
    GenericData data = new GenericData();
    data.addLogicalTypeConversion(new Conversions.DecimalConversion());
    try (DataFileStream<GenericRecord> reader =
        new DataFileStream<>(
            new ByteArrayInputStream(file), new GenericDatumReader<>(null, null, data))) {
      ObjectNode whole = JsonNodeFactory.instance.objectNode();
      byte[] header = reader.getMeta(HEADER);
      whole.put("header", header == null ? null : new String(header, StandardCharsets.UTF_8));
      whole.set("schema", undocumented(reader.getSchema()));
      ArrayNode rows = whole.putArray("rows");
      for (GenericRecord record : reader) {
        ObjectNode row = rows.addObject();
        for (Schema.Field field : record.getSchema().getFields()) {
          put(row, field.name(), record.get(field.pos()));
        }
      }
      return whole;
    }
  }

  /** A schema without its documentation: texts for people are everybody's own. */
  public static JsonNode undocumented(Schema schema) throws IOException {
    JsonNode json = new ObjectMapper().readTree(schema.toString());
    json.findParents("doc").forEach(one -> ((ObjectNode) one).remove("doc"));
    return json;
  }

  private static void put(ObjectNode row, String name, @Nullable Object value) {
    if (value instanceof Long count) {
      row.put(name, count);
    } else if (value instanceof Boolean flag) {
      row.put(name, flag);
    } else if (value instanceof BigDecimal amount) {
      row.put(name, amount.toPlainString());
    } else if (value != null) {
      row.put(name, value.toString());
    }
  }
}
