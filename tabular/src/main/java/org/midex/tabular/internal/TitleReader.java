package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.midex.schema.Field;

/** Looks above the headings for the titles that a mapping expects there. */
final class TitleReader {
  private final List<PatternSplit> wanted;
  private final Map<Field, String> fields = new HashMap<>();
  private String seen = "";

  TitleReader(List<PatternSplit> wanted) {
    this.wanted = new ArrayList<>(wanted);
  }

  /** Looks at the current row. */
  void read(Table table) {
    for (int i = 0; i < table.size() && !wanted.isEmpty(); i++) {
      String text = table.text(i).strip();
      if (seen.isEmpty()) {
        seen = text;
      }
      wanted.removeIf(title -> take(title, text));
    }
  }

  private boolean take(PatternSplit title, String text) {
    Map<Field, String> found = title.split(text);
    if (found != null) {
      fields.putAll(found);
    }
    return found != null;
  }

  /**
   * What the titles give.
   *
   * @throws BadTableException when one is not there: the table may be of another year or unit
   */
  Map<Field, String> fields() throws BadTableException {
    if (!wanted.isEmpty()) {
      throw new BadTableException(
          "The mapping expects “%s” above the headings; found “%s”"
              .formatted(wanted.get(0).pattern(), Cells.shortened(seen)));
    }
    return fields;
  }
}
