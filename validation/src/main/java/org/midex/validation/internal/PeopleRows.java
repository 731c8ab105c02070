package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Rows whose figures stand for people who could be recognised: counts, but for those whose unit or
 * other codes are flagged as exempt.
 */
final class PeopleRows {
  private final boolean any;
  private final List<Exempt> exempt = new ArrayList<>();

  /** Codes of one dimension whose rows are exempt. */
  private record Exempt(int slot, BitSet codes) {}

  /**
   * @param flags of codes that are exempt
   */
  PeopleRows(RowType type, MessageHead head, Set<String> flags) {
    Unit unit = Unit.of(type, head);
    CodeList units = unit.list();
    this.any =
        type.measure().orElseThrow().type().scale() == 0
            && (units == null || !unit.isAlways(CodeSets.flagged(units, flags)));
    for (Field field : type.key()) {
      CodeList list = field.type().list();
      BitSet codes = list == null ? new BitSet() : CodeSets.flagged(list, flags);
      if (!codes.isEmpty()) {
        exempt.add(new Exempt(field.slot(), codes));
      }
    }
  }

  /** Whether the dataset can have any. */
  boolean any() {
    return any;
  }

  boolean holds(RowView row) {
    for (int i = 0; i < exempt.size(); i++) {
      int code = row.code(exempt.get(i).slot);
      if (code >= 0 && exempt.get(i).codes.get(code)) {
        return false;
      }
    }
    return any;
  }
}
