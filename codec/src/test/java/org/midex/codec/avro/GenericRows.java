package org.midex.codec.avro;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.midex.model.Observation;
import org.midex.schema.Field;

/** Rows as Apache Avro has them. */
final class GenericRows {
  private GenericRows() {}

  static GenericRecord of(Schema schema, Observation row) {
    GenericRecord avro = new GenericData.Record(schema);
    for (Field field : row.type().fields()) {
      String text = row.text(field.slot());
      if (text != null) {
        avro.put(field.name(), value(field, text));
      }
    }
    return avro;
  }

  private static Object value(Field field, String text) {
    return switch (field.type().kind()) {
      case COUNT -> Long.valueOf(text);
      case AMOUNT -> ByteBuffer.wrap(new BigDecimal(text).unscaledValue().toByteArray());
      default -> text;
    };
  }
}
