package org.midex.codec.avro;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.codec.bytes.CodeFragments;
import org.midex.codec.bytes.Fragment;
import org.midex.codec.bytes.OutputBuffer;
import org.midex.codec.head.Canonical;
import org.midex.model.Observation;
import org.midex.model.RowView;
import org.midex.model.TimePeriod;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * Rows as the published schema has them in Avro's binary form. Bytes of codes are made once; {@link
 * Canonical} is asked only for texts that are not plain, or not valid.
 */
final class RowEncoder {
  private static final int NULL_BRANCH = 0;
  private static final int VALUE_BRANCH = 1;

  private final RowType type;
  private final Field[] fields;
  private final ValueType.Kind[] kinds;

  /** By slot, the value of each code with its branch; null for fields that are not coded. */
  private final @Nullable CodeFragments[] codes;

  RowEncoder(RowType type) {
    this.type = type;
    fields = type.fields().toArray(Field[]::new);
    kinds = type.fields().stream().map(f -> f.type().kind()).toArray(ValueType.Kind[]::new);
    codes = type.fields().stream().map(RowEncoder::codes).toArray(CodeFragments[]::new);
  }

  private static @Nullable CodeFragments codes(Field field) {
    CodeList list = field.type().list();
    return list == null ? null : new CodeFragments(list, code -> fragment(field, code));
  }

  private static Fragment fragment(Field field, String code) {
    OutputBuffer bytes = new OutputBuffer(2 + code.length());
    BinaryOutput out = new BinaryOutput(bytes);
    putBranch(field, VALUE_BRANCH, out);
    out.putText(code);
    return Fragment.of(bytes.toByteArray());
  }

  private static void putBranch(Field field, int branch, BinaryOutput out) {
    if (!field.required()) {
      out.putLong(branch);
    }
  }

  /**
   * One row. When it is refused, nothing is appended.
   *
   * @throws IllegalArgumentException when the row is of another type, a required field is missing
   *     or a text has no lexical form of its type
   */
  void append(RowView row, BinaryOutput out) {
    if (row.type() != type) {
      throw new IllegalArgumentException("expected a row of " + type + ", was " + row.type());
    }
    RowView parsed = row instanceof Observation kept ? kept.toRow() : row;
    int before = out.bytes().size();
    try {
      for (int slot = 0; slot < fields.length; slot++) {
        appendField(parsed, slot, out);
      }
    } catch (IllegalArgumentException e) {
      out.bytes().cut(before);
      throw e;
    }
  }

  private void appendField(RowView row, int slot, BinaryOutput out) {
    CodeFragments coded = codes[slot];
    int code = coded == null ? RowView.ABSENT : row.code(slot);
    if (code >= 0) {
      out.bytes().put(Objects.requireNonNull(coded).of(code));
    } else if (row.valid(slot)) {
      putBranch(fields[slot], VALUE_BRANCH, out);
      appendValue(row, slot, out);
    } else {
      String text = Canonical.fieldText(row, fields[slot]);
      putBranch(fields[slot], text == null ? NULL_BRANCH : VALUE_BRANCH, out);
      if (text != null) {
        out.putText(text);
      }
    }
  }

  private void appendValue(RowView row, int slot, BinaryOutput out) {
    switch (kinds[slot]) {
      case COUNT -> out.putLong(row.number(slot));
      case AMOUNT -> out.putDecimal(row.number(slot));
      case PERIOD -> out.putPeriod(TimePeriod.of(row.number(slot)));
      default -> {
        if (!out.putPlain(row, slot)) {
          out.putText(Objects.requireNonNull(Canonical.fieldText(row, fields[slot])));
        }
      }
    }
  }
}
