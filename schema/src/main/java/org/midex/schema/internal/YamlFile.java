package org.midex.schema.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueException;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Nearest;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

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
        found = in == null ? found : read(in, name);
      } catch (IOException e) {
        throw new CatalogueException(name, 0, "could not be read: " + e.getMessage());
      }
    }
    return found;
  }

  /**
   * The value at the top of a YAML stream. Aliases and tags of other types are refused by the
   * engine's settings.
   *
   * @param file name for messages
   * @throws CatalogueException when the text is no YAML or is empty
   */
  public static Value read(InputStream in, String file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(5_000_000)
            .build();
    try {
      Node node =
          new Composer(
                  settings,
                  new ParserImpl(
                      settings,
                      new StreamReader(
                          settings, new InputStreamReader(in, StandardCharsets.UTF_8))))
              .getSingleNode()
              .orElseThrow(() -> new CatalogueException(file, 0, "file is empty"));
      return new YamlFile(file).new Value(node);
    } catch (MarkedYamlEngineException e) {
      throw new CatalogueException(
          file, e.getProblemMark().map(m -> m.getLine() + 1).orElse(0), e.getProblem());
    } catch (YamlEngineException e) {
      throw new CatalogueException(file, 0, "is no YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new CatalogueException(file, 0, "is nested too deeply");
    }
  }

  /** One YAML value: a mapping, a sequence or a text. */
  public final class Value {
    private final Node node;

    private Value(Node node) {
      this.node = node;
    }

    /** How messages name the file. */
    public String file() {
      return file;
    }

    public long line() {
      return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }

    /** Where the value stands, for messages. */
    public String place() {
      return file + ":" + line();
    }

    public CatalogueException fault(String what) {
      return new CatalogueException(file, line(), what);
    }

    public boolean isMap() {
      return node instanceof MappingNode;
    }

    public boolean isList() {
      return node instanceof SequenceNode;
    }

    /** Entries in the order of the file. */
    public Map<String, Value> map() {
      if (!(node instanceof MappingNode mapping)) {
        throw fault("expected a mapping (name: value)");
      }
      Map<String, Value> entries = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Value key = new Value(tuple.getKeyNode());
        if (entries.put(key.text(), new Value(tuple.getValueNode())) != null) {
          throw key.fault("'" + key.text() + "' is given twice");
        }
      }
      return entries;
    }

    public List<Value> list() {
      if (!(node instanceof SequenceNode sequence)) {
        throw fault("expected a list");
      }
      List<Value> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(new Value(item)));
      return items;
    }

    public String text() {
      if (!(node instanceof ScalarNode scalar)) {
        throw fault("expected a text");
      }
      return scalar.getValue();
    }

    /** A list of texts; a single text counts as a list of one. */
    public List<String> texts() {
      return node instanceof ScalarNode
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
