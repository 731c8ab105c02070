package org.midex.schema.publish;

import static org.midex.schema.publish.Markdown.literal;
import static org.midex.schema.publish.Markdown.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.midex.schema.RowType;

/** Where the partner's view of a theme's figures is to be found, for the theme's page. */
final class MirrorsInWords {
  private final RowType theme;

  MirrorsInWords(RowType theme) {
    this.theme = theme;
  }

  String of(RowType.Mirror mirror) {
    StringJoiner text = new StringJoiner(". ");
    text.add(theme(mirror) + ", with " + dimensions(mirror.dimensions()));
    mirror.codes().forEach((dimension, codes) -> text.add(pairs(dimension, codes)));
    if (!mirror.where().isEmpty()) {
      text.add("Only for " + rows(mirror.where()));
    }
    if (!mirror.there().isEmpty()) {
      text.add("Only with its " + rows(mirror.there()));
    }
    mirror.also().forEach((dimension, codes) -> text.add(also(dimension, codes)));
    if (!mirror.without().isEmpty()) {
      text.add("The other side may not count " + rows(mirror.without()));
    }
    return text.add(plain(mirror.note())).toString();
  }

  private String theme(RowType.Mirror mirror) {
    return mirror.theme().equals(theme.id())
        ? "The same theme of the other side"
        : Names.theme("../", mirror.theme());
  }

  /** Those that are called otherwise there, then those that are called alike. */
  private static String dimensions(Map<String, String> dimensions) {
    List<String> alike = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    dimensions.forEach(
        (own, other) -> {
          if (own.equals(other)) {
            alike.add(literal(own));
          } else {
            parts.add(literal(own) + " as its " + literal(other));
          }
        });
    if (!alike.isEmpty()) {
      parts.add("the same " + String.join(", ", alike));
    }
    return String.join(", ", parts);
  }

  private static String pairs(String dimension, Map<String, String> codes) {
    return codes.entrySet().stream()
        .map(e -> literal(e.getKey()) + " here is " + literal(e.getValue()) + " there")
        .collect(Collectors.joining(", ", literal(dimension) + ": ", ""));
  }

  private static String also(String dimension, Map<String, List<String>> codes) {
    return codes.entrySet().stream()
        .map(e -> literal(e.getKey()) + " there may hold " + literals(e.getValue()))
        .collect(Collectors.joining(", ", literal(dimension) + ": ", ""));
  }

  private static String literals(List<String> codes) {
    return codes.stream().map(Markdown::literal).collect(Collectors.joining(", "));
  }

  private static String rows(Map<String, List<String>> codes) {
    return codes.entrySet().stream()
        .map(e -> literal(e.getKey()) + " " + literals(e.getValue()))
        .collect(Collectors.joining(" and "));
  }
}
