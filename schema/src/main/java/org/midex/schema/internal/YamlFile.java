package org.midex.schema.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueException;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Nearest;

/**
 * YAML with every value's line kept, so that a wrong value is reported where it stands. Values are
 * text until asked for.
 */
public final class YamlFile {
  private final String file;

  private YamlFile(String file) {
    this.file = file;
  }

  /**
   * The mapping at the top of a catalogue file.
   *
   * @return null when the file does not exist
   * @throws CatalogueException when an extension has a file that the standard has
   */
  public static @Nullable Value read(CatalogueSource source, String file) {
    Value found = null;
    for (CatalogueSource layer : source.layers()) {
      String name = layer.name(file);
      try (InputStream in = layer.open(file)) {
        if (in != null && found != null) {
          throw new CatalogueException(
              name, 1, "the standard has this already; an extension cannot override it");
        }
        found = in == null ? found : value(in.readAllBytes(), layer, file);
      } catch (IOException e) {
        throw new CatalogueException(name, 0, "could not be read: " + e.getMessage());
      }
    }
    return found;
  }

  private static Value value(byte[] text, CatalogueSource layer, String file) throws IOException {
    YamlNode compiled = CompiledYaml.find(layer, file, text);
    String name = layer.name(file);
    return compiled == null
        ? read(new ByteArrayInputStream(text), name)
        : new YamlFile(name).new Value(compiled);
  }

  /**
   * The value at the top of a YAML stream.
   *
   * @param file name for messages
   * @throws CatalogueException when the text is no YAML or is empty
   */
  public static Value read(InputStream in, String file) {
    return new YamlFile(file).new Value(YamlParser.parse(in, file));
  }

  /** One YAML value: a mapping, a sequence or a text. */
  public final class Value {
    private final YamlNode node;

    private Value(YamlNode node) {
      this.node = node;
    }

    /** How messages name the file. */
    public String file() {
      return file;
    }

    public long line() {
      return node.line();
    }

    /** Where the value stands, for messages. */
    public String place() {
      return file + ":" + line();
    }

    public CatalogueException fault(String what) {
      return new CatalogueException(file, line(), what);
    }

    public boolean isMap() {
      return node instanceof YamlNode.Entries;
    }

    public boolean isList() {
      return node instanceof YamlNode.Items;
    }

    /** Entries in the order of the file. */
    public Map<String, Value> map() {
      if (!(node instanceof YamlNode.Entries given)) {
        throw fault("expected a mapping (name: value)");
      }
      Map<String, Value> entries = new LinkedHashMap<>();
      Iterator<YamlNode> nodes = given.names().iterator();
      while (nodes.hasNext()) {
        Value key = new Value(nodes.next());
        if (entries.put(key.text(), new Value(nodes.next())) != null) {
          throw key.fault("'" + key.text() + "' is given twice");
        }
      }
      return entries;
    }

    public List<Value> list() {
      if (!(node instanceof YamlNode.Items given)) {
        throw fault("expected a list");
      }
      List<Value> items = new ArrayList<>();
      given.items().forEach(item -> items.add(new Value(item)));
      return items;
    }

    public String text() {
      if (!(node instanceof YamlNode.Text given)) {
        throw fault("expected a text");
      }
      return given.text();
    }

    /** A list of texts; a single text counts as a list of one. */
    public List<String> texts() {
      return node instanceof YamlNode.Text
          ? List.of(text())
          : list().stream().map(Value::text).toList();
    }

    public int integer() {
      try {
        return Integer.parseInt(text());
      } catch (NumberFormatException e) {
        throw fault("expected a whole number, found '" + text() + "'");
      }
    }

    public boolean flag() {
      return switch (text()) {
        case "true" -> true;
        case "false" -> false;
        default -> throw fault("expected true or false, found '" + text() + "'");
      };
    }

    public @Nullable Value get(String name) {
      return map().get(name);
    }

    public Value require(String name) {
      Value value = get(name);
      if (value == null) {
        throw fault("'" + name + "' is missing");
      }
      return value;
    }

    public String text(String name) {
      return require(name).text().strip();
    }

    public String text(String name, String otherwise) {
      Value value = get(name);
      return value == null ? otherwise : value.text().strip();
    }

    public List<Value> list(String name) {
      Value value = get(name);
      return value == null ? List.of() : value.list();
    }

    /** Refuses names that mean nothing here, so that a typing error is not silently ignored. */
    public Value allow(Set<String> names) {
      strangers(names).stream()
          .findFirst()
          .ifPresent(
              fault -> {
                throw fault;
              });
      return this;
    }

    /** A fault for each name that means nothing here. */
    public List<CatalogueException> strangers(Set<String> names) {
      List<CatalogueException> faults = new ArrayList<>();
      map()
          .forEach(
              (name, value) -> {
                if (!names.contains(name)) {
                  faults.add(
                      value.fault(
                          "'"
                              + name
                              + "' is not known here"
                              + Nearest.of(name, names)
                                  .map(n -> "; did you mean '" + n + "'?")
                                  .orElse("")));
                }
              });
      return faults;
    }
  }
}
