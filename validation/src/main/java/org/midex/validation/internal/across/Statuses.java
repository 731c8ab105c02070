package org.midex.validation.internal.across;

import java.util.BitSet;
import java.util.Objects;
import java.util.Set;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.CodeSets;

/** Whether a row's status has one of some flags. */
public final class Statuses {
  private static final String STATUS = "OBS_STATUS";

  private final int slot;
  private final BitSet codes;

  /**
   * @param flags of the codes; none when the theme has no statuses
   */
  public Statuses(RowType theme, Set<String> flags) {
    Field field = theme.find(STATUS).orElse(null);
    slot = field == null ? -1 : field.slot();
    codes =
        field == null
            ? new BitSet()
            : CodeSets.flagged(Objects.requireNonNull(field.type().list()), flags);
  }

  /** Whether a row with these codes, by slot, has one of the flags. */
  public boolean holds(int[] codesOfRow) {
    return slot >= 0 && codesOfRow[slot] >= 0 && codes.get(codesOfRow[slot]);
  }

  /** Whether a code of a field is a status with one of the flags. */
  public boolean holds(Field field, int code) {
    return field.slot() == slot && code >= 0 && codes.get(code);
  }

  public boolean holds(RowView row) {
    if (slot < 0) {
      return false;
    }
    int code = row.code(slot);
    return code >= 0 && codes.get(code);
  }
}
