package org.midex.schema.internal;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.midex.schema.CatalogueException;
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
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** YAML from its text. Aliases of collections are refused by the engine's settings. */
final class YamlParser {
  private YamlParser() {}

  /**
   * The value at the top.
   *
   * @param file name for messages
   * @throws CatalogueException when the text is no YAML or is empty
   */
  static YamlNode parse(InputStream in, String file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(5_000_000)
            .setSchema(new FailsafeSchema())
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
      return node(node);
    } catch (MarkedYamlEngineException e) {
      throw new CatalogueException(
          file, e.getProblemMark().map(m -> m.getLine() + 1).orElse(0), e.getProblem());
    } catch (YamlEngineException e) {
      throw new CatalogueException(file, 0, "is no YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new CatalogueException(file, 0, "is nested too deeply");
    }
  }

  private static YamlNode node(Node node) {
    int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    List<YamlNode> inside = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        inside.add(node(entry.getKeyNode()));
        inside.add(node(entry.getValueNode()));
      }
      return new YamlNode.Entries(line, inside);
    }
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> inside.add(node(item)));
      return new YamlNode.Items(line, inside);
    }
    return new YamlNode.Text(line, ((ScalarNode) node).getValue());
  }
}
