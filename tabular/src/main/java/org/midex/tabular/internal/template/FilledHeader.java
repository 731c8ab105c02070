package org.midex.tabular.internal.template;

import java.util.Map;
import org.midex.model.Action;
import org.midex.model.Node;
import org.midex.schema.Field;

/**
 * What a template's header sheet says.
 *
 * @param header the message header's parts that are given
 * @param action what the dataset does
 * @param dataset attributes of the dataset by name
 * @param defaults dimensions' values for empty cells and for columns that are not there
 * @param cells where each part stands, by path, for findings
 * @param sound whether every cell could be used and no group lacks what it must hold
 */
public record FilledHeader(
    Node header,
    Action action,
    Map<String, String> dataset,
    Map<Field, String> defaults,
    Map<String, String> cells,
    boolean sound) {
  public FilledHeader {
    dataset = Map.copyOf(dataset);
    defaults = Map.copyOf(defaults);
    cells = Map.copyOf(cells);
  }
}
