package org.midex.validation.internal;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * What one of a row's figure is: as its key says, else the dataset, else the theme's usual unit.
 */
public final class Unit {
  /** Flag of units that say nothing of what is counted. */
  private static final String ANY = "any_unit";

  private final @Nullable CodeList list;
  private final int slot;
  private final int fixed;

  private Unit(@Nullable CodeList list, int slot, int fixed) {
    this.list = list;
    this.slot = slot;
    this.fixed = fixed;
  }

  public static Unit of(RowType type, MessageHead head) {
    Field inKey = type.find(RowType.UNIT_MEASURE).filter(Field::isKey).orElse(null);
    if (inKey != null) {
      return new Unit(inKey.type().list(), inKey.slot(), RowView.ABSENT);
    }
    CodeList list = ofDataset(type).map(field -> field.type().list()).orElse(null);
    if (list == null) {
      return new Unit(null, RowView.ABSENT, RowView.ABSENT);
    }
    String usual = type.theme().units().stream().findFirst().orElse(null);
    String stated = head.attributes().getOrDefault(RowType.UNIT_MEASURE, usual);
    return new Unit(list, RowView.ABSENT, stated == null ? RowView.ABSENT : list.indexOf(stated));
  }

  /** The dataset's attribute, in themes that state the unit once. */
  public static Optional<Field> ofDataset(RowType type) {
    return type.datasetFields().stream()
        .filter(field -> field.name().equals(RowType.UNIT_MEASURE))
        .filter(field -> field.type().list() != null)
        .findFirst();
  }

  /** Codes that the theme can be counted in, and those that say nothing; none where it is open. */
  public static BitSet accepted(RowType type, CodeList list) {
    return type.theme().units().isEmpty()
        ? new BitSet()
        : CodeSets.of(
            list,
            code ->
                type.theme().units().contains(code.id())
                    || code.has(ANY)
                    || CodeSets.isCommon(code));
  }

  public boolean isInKey() {
    return slot >= 0;
  }

  /** Whether a field of the key has it. */
  public boolean isIn(Field field) {
    return isInKey() && field.slot() == slot;
  }

  /** Place of the dataset's unit in its list; negative when it is not known. */
  public int ofDataset() {
    return fixed;
  }

  /** Units that say what is counted. */
  public static BitSet telling(CodeList list) {
    return CodeSets.of(list, code -> !code.has(ANY) && !CodeSets.isCommon(code));
  }

  /** Whether the whole dataset is in one of these units. */
  public boolean isAlways(BitSet codes) {
    return !isInKey() && fixed >= 0 && codes.get(fixed);
  }

  /** The list of units; null where the theme has none. */
  public @Nullable CodeList list() {
    return list;
  }
}
