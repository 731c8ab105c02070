package org.midex.schema.internal;

import java.util.List;

/** What stands at one place of a YAML file, whatever read it. */
sealed interface YamlNode {
  /** Where it starts; the first line is 1, and 0 is unknown. */
  int line();

  record Text(int line, String text) implements YamlNode {}

  record Items(int line, List<YamlNode> items) implements YamlNode {}

  /**
   * A mapping.
   *
   * @param names and values in turns, in the order of the file
   */
  record Entries(int line, List<YamlNode> names) implements YamlNode {}
}
