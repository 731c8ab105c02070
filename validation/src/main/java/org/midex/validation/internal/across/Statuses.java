package org.midex.validation.internal.across;

import java.util.BitSet;
import java.util.Objects;
import java.util.Set;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Whether a row's status has one of some flags. */
public final class Statuses {
  private static final String STATUS = "OBS_STATUS";

  private final int slot;
  private final BitSet codes = new BitSet();

  /**
   * @param flags of the codes; none when the theme has no statuses
   */
  public Statuses(RowType theme, Set<String> flags) {
    Field field = theme.find(STATUS).orElse(null);
    slot = field == null ? -1 : field.slot();
    if (field != null) {
      CodeList list = Objects.requireNonNull(field.type().list());
      list.codes().stream()
          .filter(code -> code.flags().stream().anyMatch(flags::contains))
          .forEach(code -> codes.set(code.index()));
    }
  }

  public boolean holds(RowView row) {
    if (slot < 0) {
      return false;
    }
    int code = row.code(slot);
    return code >= 0 && codes.get(code);
  }
}
