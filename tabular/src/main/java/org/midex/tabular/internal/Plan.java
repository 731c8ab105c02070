package org.midex.tabular.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/**
 * What a mapping makes of a table's columns.
 *
 * @param constants fields that are the same in every row
 * @param fields columns that give a dimension, the period or an attribute
 * @param splits columns that give several of them
 * @param dataset columns that give an attribute of the dataset, the same in every row
 * @param values columns of figures
 * @param matrices columns of figures that their headings explain
 * @param flags the column of flags, or null
 * @param ignored headings of columns that are left out, and why
 * @param checked columns that must say the same throughout
 * @param skips rows that are left out
 * @param titles texts that must stand above the headings, and the fields that they give
 * @param numbers how figures are written
 * @param missing tokens that stand for no figure, and the attributes that say why; no attributes
 *     when there is nothing to say: the cell is declared empty
 * @param gaps tokens that stand for no figure where other columns say why
 * @param marks texts that may stand behind a figure, and the attributes that they stand for
 * @param places where the mapping file names a column, by heading or pattern, in its order
 */
public record Plan(
    Map<Field, String> constants,
    List<FieldColumn> fields,
    List<SplitColumn> splits,
    List<FieldColumn> dataset,
    List<ValueColumn> values,
    List<Matrix> matrices,
    @Nullable Flags flags,
    Map<String, String> ignored,
    List<CheckedColumn> checked,
    List<Skip> skips,
    List<PatternSplit> titles,
    Numbers numbers,
    Map<String, Map<Field, String>> missing,
    Set<String> gaps,
    Map<String, Map<Field, String>> marks,
    Map<String, String> places) {
  public Plan {
    constants = Map.copyOf(constants);
    fields = List.copyOf(fields);
    splits = List.copyOf(splits);
    dataset = List.copyOf(dataset);
    values = List.copyOf(values);
    matrices = List.copyOf(matrices);
    ignored = Map.copyOf(ignored);
    checked = List.copyOf(checked);
    skips = List.copyOf(skips);
    titles = List.copyOf(titles);
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    gaps = Set.copyOf(gaps);
    marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /** Headings of all columns that the mapping names, in its order. */
  public List<String> headings() {
    Set<String> patterns = matrices.stream().map(Matrix::toString).collect(Collectors.toSet());
    return places.keySet().stream().filter(name -> !patterns.contains(name)).toList();
  }

  /** The same with other columns that their headings explain. */
  public Plan withMatrices(List<Matrix> others) {
    return new Plan(
        constants, fields, splits, dataset, values, others, flags, ignored, checked, skips, titles,
        numbers, missing, gaps, marks, places);
  }
}
