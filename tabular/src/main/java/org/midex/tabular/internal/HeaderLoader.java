package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.midex.model.Lexical;
import org.midex.model.Node;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;
import org.midex.schema.internal.YamlFile.Value;

/** Reads a message header from YAML: names and forms are the catalogue's. */
public final class HeaderLoader {
  private HeaderLoader() {}

  /**
   * The parts given, in the order of the type.
   *
   * @throws org.midex.schema.CatalogueException when a part is unknown or not in its form; the
   *     message names file and line
   */
  public static Node load(Value value, RowType type) {
    return group(value, type, type.id());
  }

  private static Node group(Value value, RowType type, String name) {
    Set<String> names = new LinkedHashSet<>();
    type.fields().forEach(f -> names.add(f.name()));
    value.allow(names);
    List<Node> children = new ArrayList<>();
    for (Field field : type.fields()) {
      Value part = value.get(field.name());
      if (part != null) {
        children.addAll(parts(part, field));
      }
    }
    return Node.group(name, children);
  }

  private static List<Node> parts(Value value, Field field) {
    List<Value> items = value.isList() ? value.list() : List.of(value);
    if (items.size() > field.max()) {
      throw value.fault("'" + field.name() + "' may be given once only");
    }
    return items.stream().map(item -> part(item, field)).toList();
  }

  private static Node part(Value value, Field field) {
    RowType component = field.type().component();
    if (component != null) {
      return complete(value, group(value, component, field.name()), component);
    }
    return Node.leaf(field.name(), text(value, field));
  }

  private static Node complete(Value value, Node node, RowType component) {
    for (Field field : component.fields()) {
      if (field.required()
          && node.children().stream().noneMatch(c -> c.name().equals(field.name()))) {
        throw value.fault("'" + field.name() + "' is missing");
      }
    }
    return node;
  }

  /** The value's text in the field's form. */
  static String text(Value value, Field field) {
    String text = value.text().strip();
    ValueType type = field.type();
    if (!Lexical.matches(type, text)) {
      String expected =
          type.list() != null
              ? "a code of " + type.list()
              : type.kind().name().toLowerCase(Locale.ROOT);
      String meant =
          type.list() == null
              ? ""
              : type.list().suggest(text).map(c -> "; did you mean " + c.id() + "?").orElse("");
      throw value.fault(
          "'" + text + "' is no value of " + field.name() + ": expected " + expected + meant);
    }
    return text;
  }
}
