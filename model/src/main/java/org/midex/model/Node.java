package org.midex.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the header or of a case record as it was sent: a named group of parts, or a named text.
 * Small and bounded by the reader's limits.
 *
 * @param name element name
 * @param text the text of a leaf; null for a group
 * @param children the parts of a group, in order; empty for a leaf
 */
public record Node(String name, @Nullable String text, List<Node> children) {
  public Node {
    children = List.copyOf(children);
  }

  public static Node leaf(String name, String text) {
    return new Node(name, text, List.of());
  }

  public static Node group(String name, List<Node> children) {
    return new Node(name, null, children);
  }

  /** The texts found by going down the names; empty when there is nothing there. */
  public List<String> texts(String... path) {
    Stream<Node> found = Stream.of(this);
    for (String step : path) {
      found = found.flatMap(n -> n.children.stream()).filter(n -> n.name.equals(step));
    }
    List<String> texts = new ArrayList<>();
    found.forEach(
        n -> {
          if (n.text != null) {
            texts.add(n.text);
          }
        });
    return texts;
  }

  /** The first text found by going down the names. */
  public Optional<String> first(String... path) {
    return texts(path).stream().findFirst();
  }
}
