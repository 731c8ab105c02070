package org.midex.schema.publish;

import static org.midex.schema.publish.Markdown.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.midex.schema.Balance;
import org.midex.schema.RowType;

/** Says a theme's balances as sentences. */
final class BalancesInWords {
  private final RowType theme;

  BalancesInWords(RowType theme) {
    this.theme = theme;
  }

  List<String> all() {
    return theme.theme().balances().stream().map(this::sentence).toList();
  }

  private String sentence(Balance balance) {
    StringBuilder text = new StringBuilder("Beside other messages of the sender: the figure");
    text.append(rows(balance.where()));
    text.append(balance.relation() == Balance.Relation.EQUAL ? " equals " : " does not exceed ");
    text.append(terms(balance.plus()));
    if (!balance.minus().isEmpty()) {
      text.append(", less ").append(terms(balance.minus()));
    }
    return text.append(", by ")
        .append(
            balance.dimensions().stream().map(Markdown::literal).collect(Collectors.joining(", ")))
        .append(". ")
        .append(Names.rule("../", balance.rule()))
        .toString();
  }

  private String terms(List<Balance.Term> terms) {
    return terms.stream().map(this::term).collect(Collectors.joining(" and "));
  }

  private String term(Balance.Term term) {
    String named =
        term.theme().equals(theme.id()) ? "its own figure" : Names.theme("../", term.theme());
    List<String> others = new ArrayList<>();
    term.dimensions()
        .forEach(
            (own, other) -> {
              if (!own.equals(other)) {
                others.add(literal(own) + " as its " + literal(other));
              }
            });
    return named
        + rows(term.where())
        + (others.isEmpty() ? "" : " (" + String.join(", ", others) + ")")
        + (term.before() ? " of the period before" : "");
  }

  private static String rows(Map<String, List<String>> where) {
    return where.isEmpty()
        ? ""
        : where.entrySet().stream()
            .map(e -> literal(e.getKey()) + " " + codes(e.getValue()))
            .collect(Collectors.joining(" and ", " for ", ""));
  }

  private static String codes(List<String> codes) {
    return codes.stream().map(Markdown::literal).collect(Collectors.joining(", "));
  }
}
