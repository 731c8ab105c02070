package org.midex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.midex.schema.Balance;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Concept;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.schema.Texts;

/** Says what the catalogue has to say of one thing. */
final class Explanation {
  private static final String MIRROR = "MDX-V35";
  private static final String INDENT = "  ";
  private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");

  private final Catalogue catalogue;
  private final Texts texts;
  private final Page page;

  Explanation(Catalogue catalogue, Texts texts, Page page) {
    this.catalogue = catalogue;
    this.texts = texts;
    this.page = page;
  }

  void rule(Rule rule) {
    page.line(
        rule.id() + "  " + texts.ui("report." + rule.severity().name().toLowerCase(Locale.ROOT)));
    section("explain.message", open(texts.message(rule, Map.of())));
    section("explain.why", texts.explanation(rule));
    section("explain.fix", open(texts.fix(rule, Map.of())));
    if (!rule.parameters().isEmpty()) {
      page.line(texts.ui("explain.settings"));
      new TreeMap<>(rule.parameters())
          .forEach((name, value) -> page.paragraph(INDENT, name + ": " + value));
    }
    section("explain.source", rule.source());
    section("explain.since", rule.since());
    usedBy(themesWith(rule));
  }

  /** A text whose values are not known: {@code {field}} becomes FIELD. */
  private static String open(String text) {
    return VALUE.matcher(text).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }

  private List<String> themesWith(Rule rule) {
    return catalogue.themes().stream()
        .filter(
            t ->
                t.theme().checks().stream().map(Check::rule).anyMatch(rule.id()::equals)
                    || t.theme().balances().stream().map(Balance::rule).anyMatch(rule.id()::equals))
        .map(RowType::id)
        .toList();
  }

  void theme(RowType theme) {
    page.line(theme.id() + "  " + texts.themeName(theme));
    section("explain.definition", texts.themeDefinition(theme));
    section("explain.kind", texts.ui(theme.theme().stock() ? "explain.stock" : "explain.flow"));
    section("explain.reporter", theme.theme().reporter());
    fields("explain.key", theme.key());
    fields("explain.measure", theme.measure().stream().toList());
    fields(
        "explain.attributes",
        theme.fields().stream().filter(f -> f.role() == Field.Role.ATTRIBUTE).toList());
    fields("explain.dataset", theme.datasetFields());
    checks(theme);
    section("explain.source", theme.description().source());
    String provisional = theme.description().provisional();
    if (provisional != null) {
      section("explain.provisional", provisional);
    }
  }

  private void fields(String heading, List<Field> fields) {
    if (fields.isEmpty()) {
      return;
    }
    page.line(texts.ui(heading));
    page.table(
        INDENT,
        fields.stream().map(f -> List.of(f.name(), form(f), texts.conceptName(f.name()))).toList());
  }

  private static String form(Field field) {
    CodeList list = field.type().list();
    return list == null ? field.type().kind().name().toLowerCase(Locale.ROOT) : list.id();
  }

  /** What is checked within a message, then what is checked beside messages of other themes. */
  private void checks(RowType theme) {
    String measure = theme.measure().map(Field::name).orElse("");
    List<List<String>> lines = new ArrayList<>();
    for (Check check : theme.theme().checks()) {
      lines.add(line(check.rule(), check.dimensions(), check.dimensions().get(0)));
    }
    for (Balance balance : theme.theme().balances()) {
      List<String> terms =
          Stream.of(balance.plus(), balance.minus())
              .flatMap(List::stream)
              .map(Balance.Term::theme)
              .distinct()
              .toList();
      lines.add(line(balance.rule(), terms, measure));
    }
    for (RowType.Mirror mirror : theme.theme().mirrors()) {
      lines.add(line(MIRROR, List.of(mirror.theme()), measure));
    }
    if (!lines.isEmpty()) {
      page.line(texts.ui("explain.checks"));
      page.table(INDENT, lines);
    }
  }

  private List<String> line(String rule, List<String> of, String field) {
    return List.of(
        rule,
        String.join(", ", of),
        open(texts.message(catalogue.rule(rule), Map.of("field", field))));
  }

  void list(CodeList list) {
    page.line(
        list.id()
            + "  "
            + texts.own(list.id()).orElse(list.name())
            + "  ("
            + list.codes().size()
            + ")");
    section("explain.definition", list.definition());
    section("explain.kind", texts.ui(list.open() ? "explain.open" : "explain.closed"));
    section("explain.source", list.source());
    if (!list.schemes().isEmpty()) {
      section("explain.schemes", String.join(", ", list.schemes()));
    }
    usedBy(themesWith(list));
  }

  private List<String> themesWith(CodeList list) {
    List<String> uses = new ArrayList<>();
    for (RowType theme : catalogue.themes()) {
      List<Field> fields = new ArrayList<>(theme.fields());
      fields.addAll(theme.datasetFields());
      fields.stream()
          .filter(f -> list.equals(f.type().list()))
          .forEach(f -> uses.add(theme.id() + " " + f.name()));
    }
    return uses;
  }

  void concept(Concept concept) {
    page.line(concept.id() + "  " + texts.conceptName(concept.id()));
    section(
        "explain.definition",
        texts.own("concept." + concept.id() + ".definition").orElse(concept.definition()));
    section("explain.source", concept.source());
    usedBy(
        catalogue.themes().stream()
            .filter(
                t ->
                    t.find(concept.id()).isPresent()
                        || t.datasetFields().stream().anyMatch(f -> f.name().equals(concept.id())))
            .map(RowType::id)
            .toList());
  }

  private void usedBy(List<String> uses) {
    if (!uses.isEmpty()) {
      section("explain.usedBy", String.join(", ", uses));
    }
  }

  private void section(String heading, String text) {
    page.line(texts.ui(heading));
    page.paragraph(INDENT, text);
  }
}
