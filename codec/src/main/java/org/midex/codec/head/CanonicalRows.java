package org.midex.codec.head;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.codec.bytes.CodeFragments;
import org.midex.codec.bytes.Fragment;
import org.midex.codec.bytes.OutputBuffer;
import org.midex.model.Observation;
import org.midex.model.RowView;
import org.midex.model.TimePeriod;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * The canonical form of observations, as bytes. Attributes of codes and names of fields are made
 * once; {@link Canonical} is asked only for texts that are not plain, or not valid.
 */
public final class CanonicalRows {
  private static final Fragment START = Fragment.of("<Obs");
  private static final Fragment END = Fragment.of("/>\n");

  private final RowType type;
  private final Field[] fields;

  private final ValueType.Kind[] kinds;
  private final int[] scales;

  /** By slot, what stands before a value. */
  private final Fragment[] names;

  /** By slot, the whole attribute of each code; null for fields that are not coded. */
  private final @Nullable CodeFragments[] codes;

  public CanonicalRows(RowType type) {
    this.type = type;
    fields = type.fields().toArray(Field[]::new);
    kinds = type.fields().stream().map(f -> f.type().kind()).toArray(ValueType.Kind[]::new);
    scales = type.fields().stream().mapToInt(f -> f.type().scale()).toArray();
    names = type.fields().stream().map(f -> Fragment.of(start(f))).toArray(Fragment[]::new);
    codes = type.fields().stream().map(CanonicalRows::codes).toArray(CodeFragments[]::new);
  }

  private static String start(Field field) {
    return " " + field.name() + "=\"";
  }

  private static @Nullable CodeFragments codes(Field field) {
    CodeList list = field.type().list();
    return list == null
        ? null
        : new CodeFragments(list, code -> Fragment.of(attribute(field, code)));
  }

  private static String attribute(Field field, String text) {
    StringBuilder attribute = new StringBuilder();
    Canonical.appendAttribute(attribute, field.name(), text);
    return attribute.toString();
  }

  /**
   * One observation with its line end. When it is refused, nothing is appended.
   *
   * @throws IllegalArgumentException when the row is of another type, a required field is missing
   *     or a text has no lexical form of its type
   */
  public void append(RowView row, OutputBuffer out) {
    if (row.type() != type) {
      throw new IllegalArgumentException("expected a row of " + type + ", was " + row.type());
    }
    RowView parsed = row instanceof Observation kept ? kept.toRow() : row;
    int before = out.size();
    try {
      out.put(START);
      for (int slot = 0; slot < fields.length; slot++) {
        appendField(parsed, slot, out);
      }
      out.put(END);
    } catch (IllegalArgumentException e) {
      out.cut(before);
      throw e;
    }
  }

  private void appendField(RowView row, int slot, OutputBuffer out) {
    CodeFragments coded = codes[slot];
    int code = coded == null ? RowView.ABSENT : row.code(slot);
    if (code >= 0) {
      out.put(Objects.requireNonNull(coded).of(code));
    } else if (!row.valid(slot) || !appendValue(row, slot, out)) {
      appendText(row, slot, out);
    }
  }

  /** Appends a valid value, unless it is a text that is not plain. */
  private boolean appendValue(RowView row, int slot, OutputBuffer out) {
    int before = out.size();
    out.put(names[slot]);
    switch (kinds[slot]) {
      case COUNT, AMOUNT -> out.putDecimal(row.number(slot), scales[slot]);
      case PERIOD -> out.putPeriod(TimePeriod.of(row.number(slot)));
      default -> {
        if (!out.putPlain(row, slot)) {
          out.cut(before);
          return false;
        }
      }
    }
    out.put('"');
    return true;
  }

  private void appendText(RowView row, int slot, OutputBuffer out) {
    String text = Canonical.fieldText(row, fields[slot]);
    if (text != null) {
      out.put(attribute(fields[slot], text));
    }
  }
}
