package org.midex.tabular.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/**
 * Looks at the cells of the current row before their texts are translated, and says why a text has
 * no translation. This one takes texts as they stand and leaves the reasons to the mapping.
 */
public class CellCheck {
  /** Makes the check of one table. */
  public interface Factory {
    CellCheck of(Table table, Findings findings);

    /** Checks nothing that the mapping does not. */
    Factory NONE = (table, findings) -> new CellCheck();
  }

  /**
   * Why a cell cannot be used.
   *
   * @param value the cell's text, for the finding
   * @param details values for the rule's detail message
   * @param suggestion what was probably meant
   */
  public record Fault(
      String rule,
      String value,
      Map<String, String> details,
      Supplier<Optional<String>> suggestion) {}

  /** Looks at the current row as a whole. */
  public void row() {}

  /**
   * Looks at a cell before its text is translated.
   *
   * @param field what the cell is to become part of
   * @param text the cell's text without spaces around it
   * @return what forbids to use the cell whatever its text; null when nothing does
   */
  public @Nullable Fault fault(int cell, Field field, String text) {
    return null;
  }

  /**
   * The translation of a text that {@link Translation#translate} knows none of, when the text is
   * only disguised.
   */
  public @Nullable String undisguised(int cell, Field field, String text, Translation translation) {
    return null;
  }

  /** Why a text has no translation; null when the mapping is to say it. */
  public @Nullable Fault untranslated(Field field, String text, Translation translation) {
    return null;
  }
}
