package org.midex.schema.publish;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;

/** Says a theme's checks as sentences. */
final class ChecksInWords {
  private final RowType theme;

  ChecksInWords(RowType theme) {
    this.theme = theme;
  }

  List<String> all() {
    return theme.theme().checks().stream()
        .map(c -> sentence(c) + where(c) + ". " + Names.rule("../", c.rule()))
        .toList();
  }

  private String sentence(Check check) {
    String first = check.dimensions().get(0);
    String literal = Markdown.literal(first);
    return switch (check.kind()) {
      case SUM ->
          literal
              + ": "
              + total(check)
              + " equals "
              + codes(first, check.parts(), " + ")
              + optional(check);
      case AT_MOST ->
          literal
              + ": "
              + codes(first, check.parts(), " + ")
              + optional(check)
              + " together do not exceed "
              + total(check);
      case MEMBERS ->
          literal
              + ": each aggregate equals the sum of its members, once all members of that time are there";
      case TILES ->
          literal + ": each class equals the classes that fill it exactly" + optional(check);
      case CLASSES -> literal + ": classes do not overlap in part";
      case STATED -> literal + " is stated: neither total nor unknown nor not applicable";
      case WITHIN ->
          literal + " lies between " + check.parts().get(0) + " and " + check.parts().get(1);
      case DIFFER -> literal + " and " + Markdown.literal(check.dimensions().get(1)) + " differ";
      case SAME ->
          literal + " and " + Markdown.literal(check.dimensions().get(1)) + " are the same";
    };
  }

  private String total(Check check) {
    return check.total() == null ? "" : code(check.dimensions().get(0), check.total());
  }

  private String optional(Check check) {
    return check.optional().isEmpty()
        ? ""
        : " (and " + codes(check.dimensions().get(0), check.optional(), ", ") + " where sent)";
  }

  private String where(Check check) {
    return check.where().entrySet().stream()
        .map(
            e ->
                ", for "
                    + Markdown.literal(e.getKey())
                    + " "
                    + codes(e.getKey(), e.getValue(), ", "))
        .collect(Collectors.joining());
  }

  private String codes(String dimension, List<String> codes, String separator) {
    return codes.stream().map(c -> code(dimension, c)).collect(Collectors.joining(separator));
  }

  /** {@code Total (`_T`)}. */
  private String code(String dimension, String code) {
    CodeList list = theme.field(dimension).type().list();
    return Stream.ofNullable(list)
        .map(l -> Markdown.plain(l.get(code).name()) + " (" + Markdown.literal(code) + ")")
        .collect(Collectors.joining());
  }
}
