package org.midex.tabular.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/**
 * A plan's columns found in a table's headings. A place of −1 stands for an optional column that
 * the table lacks.
 *
 * @param headings the table's headings
 * @param fields places of each field column's cells
 * @param splits place of each column that gives several fields
 * @param dataset place of each column that gives an attribute of the dataset
 * @param values columns of figures that the table has, those of matrices too, and their places
 * @param flags place of the column of flags
 * @param checked place of each column that must say the same throughout
 * @param skips place of each rule on rows to be left out
 * @param ignored columns that the mapping ignores
 * @param refused columns whose cells a finding keeps out
 * @param titles fields that the titles above the headings give
 * @param sdmx what SDMX-CSV's headings say; null for other tables
 */
record Binding(
    List<String> headings,
    List<List<Integer>> fields,
    List<Integer> splits,
    List<Integer> dataset,
    List<BoundValue> values,
    int flags,
    List<Integer> checked,
    List<Integer> skips,
    BitSet ignored,
    BitSet refused,
    Map<Field, String> titles,
    @Nullable SdmxHeadings sdmx) {

  /** A column of figures and its place. */
  record BoundValue(ValueColumn column, int place) {}

  /** What a cell holds without the names that SDMX-CSV may put beside codes. */
  String withoutName(int column, String cell) {
    return sdmx == null ? cell : sdmx.withoutName(column, cell);
  }

  /** What a cell holds without the language that SDMX-CSV may put before texts. */
  String withoutLanguage(int column, String cell) {
    return sdmx == null ? cell : sdmx.withoutLanguage(column, cell);
  }
}
