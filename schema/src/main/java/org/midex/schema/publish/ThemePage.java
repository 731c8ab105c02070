package org.midex.schema.publish;

import static org.midex.schema.publish.Markdown.literal;
import static org.midex.schema.publish.Markdown.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** The page of one theme. */
final class ThemePage {
  private final Names names;
  private final Examples examples;

  ThemePage(Catalogue catalogue, Names names) {
    this.names = names;
    this.examples = new Examples(catalogue);
  }

  String of(RowType theme) {
    RowType.Description about = theme.description();
    Markdown page =
        new Markdown().heading(1, plain(about.name()) + " (" + literal(theme.id()) + ")");
    page.block(plain(about.definition()));
    if (about.provisional() != null) {
      page.block("**Provisional**: " + plain(about.provisional()));
    }
    page.items(facts(theme));
    key(page, theme);
    attributes(page, theme);
    page.heading(2, "What is checked");
    page.block(
        "Besides the [rules](../rules.md) for all datasets. Sums are judged within what the rounding declared in the header allows.");
    List<String> checks = new ArrayList<>(new ChecksInWords(theme).all());
    checks.addAll(new BalancesInWords(theme).all());
    page.items(checks);
    mirrors(page, theme);
    page.heading(2, "Example")
        .block("A dataset of one observation. The figure is made up.")
        .code("xml", examples.payload(theme).strip());
    page.heading(2, "Sources").block(plain(about.source()));
    return page.toString();
  }

  private List<String> facts(RowType theme) {
    RowType.Theme facts = theme.theme();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < names.translations().size(); i++) {
      String name = names.of("theme." + theme.id() + ".name").get(i);
      if (!name.isEmpty()) {
        items.add("In " + names.headings().get(i) + ": " + name);
      }
    }
    items.add(
        facts.stock()
            ? "Stock: how many there are at the end of the period"
            : "Flow: how many events there were in the period");
    items.add("One of the figure is: " + plain(facts.unit()));
    if (!facts.units().isEmpty()) {
      items.add(
          literal(RowType.UNIT_MEASURE)
              + " is "
              + facts.units().stream().map(Markdown::literal).collect(Collectors.joining(" or "))
              + (facts.units().size() > 1 ? "; where it is not stated, the first" : ""));
    }
    items.add("Periods: " + Words.periods(facts.frequencies()));
    items.add("The figures are stated by the area in " + literal(facts.reporter()));
    items.add("Since version " + theme.description().since());
    items.add(
        "Schemas: `"
            + theme.id()
            + ".xsd` and `avro/"
            + theme.id()
            + ".avsc` in `schema/published`");
    return items;
  }

  private static void key(Markdown page, RowType theme) {
    page.heading(2, "Key");
    page.block("Every observation states all of these. No two observations have the same key.");
    List<List<String>> rows = new ArrayList<>();
    for (Field field : theme.key()) {
      rows.add(
          List.of(
              Names.concept("../", field.name()),
              Names.values("../", field),
              parts(theme.theme(), field.name()),
              plain(field.definition())));
    }
    page.table(List.of("Dimension", "Values", "Role", "Meaning"), rows);
  }

  private static String parts(RowType.Theme theme, String dimension) {
    List<String> parts = new ArrayList<>();
    if (theme.reporter().equals(dimension)) {
      parts.add("reporter");
    }
    theme
        .roles()
        .forEach(
            (role, of) -> {
              if (of.equals(dimension)) {
                parts.add(role);
              }
            });
    return String.join(", ", parts);
  }

  private static void attributes(Markdown page, RowType theme) {
    page.heading(2, "Measure and attributes");
    List<List<String>> rows = new ArrayList<>();
    theme
        .measure()
        .ifPresent(
            m -> rows.add(row(m, "measure" + (theme.theme().negative() ? "" : ", not negative"))));
    theme.fields().stream()
        .filter(f -> f.role() == Field.Role.ATTRIBUTE)
        .forEach(f -> rows.add(row(f, "observation")));
    theme.datasetFields().forEach(f -> rows.add(row(f, "whole dataset")));
    page.table(List.of("Name", "Values", "Of", "Given", "Meaning"), rows);
  }

  private static List<String> row(Field field, String level) {
    return List.of(
        Names.concept("../", field.name()),
        Names.values("../", field),
        level,
        field.required() ? "always" : "where it applies",
        plain(field.definition()));
  }

  private static void mirrors(Markdown page, RowType theme) {
    if (theme.theme().mirrors().isEmpty()) {
      return;
    }
    page.heading(2, "The other view");
    MirrorsInWords words = new MirrorsInWords(theme);
    theme.theme().mirrors().forEach(mirror -> page.block(words.of(mirror)));
  }
}
