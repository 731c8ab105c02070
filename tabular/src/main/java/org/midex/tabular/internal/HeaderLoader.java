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
  private final Faults faults;

  private HeaderLoader(Faults faults) {
    this.faults = faults;
  }

  /**
   * The parts given, in the order of the type.
   *
   * @param faults takes what is unknown or not in its form; such parts are left out
   */
  public static Node load(Value value, RowType type, Faults faults) {
    return new HeaderLoader(faults).group(value, type, type.id());
  }

  private Node group(Value value, RowType type, String name) {
    Set<String> names = new LinkedHashSet<>();
    type.fields().forEach(f -> names.add(f.name()));
    faults.allow(value, names);
    List<Node> children = new ArrayList<>();
    for (Field field : type.fields()) {
      Value part = value.get(field.name());
      if (part != null) {
        faults.run(() -> children.addAll(parts(part, field)));
      }
    }
    return Node.group(name, children);
  }

  private List<Node> parts(Value value, Field field) {
    List<Value> items = value.isList() ? value.list() : List.of(value);
    if (items.size() > field.max()) {
      throw value.fault("'" + field.name() + "' may be given once only");
    }
    return items.stream().map(item -> part(item, field)).toList();
  }

  private Node part(Value value, Field field) {
    RowType component = field.type().component();
    if (component != null) {
      requireWhole(value, component);
      return group(value, component, field.name());
    }
    return Node.leaf(field.name(), text(value, field));
  }

  private void requireWhole(Value value, RowType component) {
    for (Field field : component.fields()) {
      if (field.required() && value.get(field.name()) == null) {
        faults.add(value.fault("'" + field.name() + "' is missing"));
      }
    }
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
