package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.midex.model.Node;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Makes a header of the header sheet's cells. The cells of a row are the values of a field that may
 * be given several times, or belong to the several groups that hold it: the second cell to the
 * second receiver.
 */
final class HeaderTree {
  private final Map<String, List<@Nullable String>> cells;
  private final Consumer<String> missing;

  /**
   * @param cells translated values by the part's path, null where a cell is empty
   * @param missing told the paths of parts that a group lacks
   */
  HeaderTree(Map<String, List<@Nullable String>> cells, Consumer<String> missing) {
    this.cells = cells;
    this.missing = missing;
  }

  /** The header's parts that are given. */
  Node header(RowType type) {
    return Node.group(type.id(), children(type, "", -1));
  }

  /**
   * @param chosen which cell of each row is meant; −1 while there is one group only
   */
  private List<Node> children(RowType type, String prefix, int chosen) {
    List<Node> children = new ArrayList<>();
    for (Field field : type.fields()) {
      String path = prefix + field.name();
      RowType component = field.type().component();
      if (component == null) {
        values(path, field, chosen).forEach(v -> children.add(Node.leaf(field.name(), v)));
      } else if (field.max() > 1 && chosen < 0) {
        for (int cell = 0; cell < width(path); cell++) {
          addGroup(children, component, field.name(), path, cell);
        }
      } else {
        addGroup(children, component, field.name(), path, chosen);
      }
    }
    return children;
  }

  private void addGroup(
      List<Node> siblings, RowType component, String name, String path, int chosen) {
    List<Node> children = children(component, path + ".", chosen);
    if (children.isEmpty()) {
      return;
    }
    for (Field field : component.fields()) {
      if (field.required() && children.stream().noneMatch(c -> c.name().equals(field.name()))) {
        missing.accept(path + "." + field.name());
      }
    }
    siblings.add(Node.group(name, children));
  }

  private List<String> values(String path, Field field, int chosen) {
    List<String> values = new ArrayList<>();
    List<@Nullable String> row = cells.getOrDefault(path, List.of());
    for (int i = 0; i < row.size(); i++) {
      String value = row.get(i);
      boolean meant = chosen >= 0 ? i == chosen : i == 0 || field.max() > 1;
      if (value != null && meant) {
        values.add(value);
      }
    }
    return values;
  }

  private int width(String path) {
    return cells.entrySet().stream()
        .filter(row -> row.getKey().startsWith(path + "."))
        .mapToInt(row -> row.getValue().size())
        .max()
        .orElse(0);
  }
}
