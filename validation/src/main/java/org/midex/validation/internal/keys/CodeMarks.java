package org.midex.validation.internal.keys;

import java.util.ArrayList;
import java.util.List;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** The {@link Marks} that the codes of a row set. */
public final class CodeMarks {
  private final RowType type;
  private final List<int[]> ofCode = new ArrayList<>();
  private final List<Integer> slots = new ArrayList<>();
  private int always;

  /** Notes something of rows with some codes. */
  public interface Marker {
    /** What it notes of every row. */
    default int always() {
      return 0;
    }

    /**
     * What it notes of rows with a code.
     *
     * @param code its place in the field's list, or as in {@link RowView#code}
     */
    int marks(Field field, int code);
  }

  CodeMarks(RowType type) {
    this.type = type;
  }

  void add(Marker marker) {
    always |= marker.always();
    for (Field field : type.fields()) {
      CodeList list = field.type().list();
      if (list == null) {
        continue;
      }
      int[] marks = new int[list.codes().size() - RowView.UNKNOWN];
      int any = 0;
      for (int i = 0; i < marks.length; i++) {
        marks[i] = marker.marks(field, i + RowView.UNKNOWN);
        any |= marks[i];
      }
      if (any != 0) {
        ofCode.add(marks);
        slots.add(field.slot());
      }
    }
  }

  /**
   * The marks of a row.
   *
   * @param codes by slot
   */
  int of(int[] codes) {
    int marks = always;
    for (int i = 0; i < ofCode.size(); i++) {
      marks |= ofCode.get(i)[codes[slots.get(i)] - RowView.UNKNOWN];
    }
    return marks;
  }
}
