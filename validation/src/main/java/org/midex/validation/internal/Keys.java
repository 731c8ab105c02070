package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** The keys of one run, which all its checks share. */
public final class Keys {
  private final KeyHash hash;
  private final KeyTable table = new KeyTable();
  private final List<EntriesByCode> entries = new ArrayList<>();

  Keys(RowType type) {
    hash = new KeyHash(type);
  }

  public KeyHash hash() {
    return hash;
  }

  public KeyTable table() {
    return table;
  }

  /** The entries that a check looks for, by their code; checks on the same rows share them. */
  EntriesByCode entries(RowType type, Check check, BitSet lookedFor) {
    Field dimension = type.field(check.dimensions().get(0));
    Where where = Where.of(type, check);
    EntriesByCode found =
        entries.stream()
            .filter(e -> e.isOf(dimension, where))
            .findFirst()
            .orElseGet(
                () -> {
                  CodeList list = Objects.requireNonNull(dimension.type().list());
                  EntriesByCode made = new EntriesByCode(dimension, list.codes().size(), where);
                  entries.add(made);
                  return made;
                });
    found.lookFor(lookedFor);
    return found;
  }

  /** Takes note of a row. */
  void seen(RowView row, int entry) {
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).add(row, entry);
    }
  }
}
