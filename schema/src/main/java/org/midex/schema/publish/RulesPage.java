package org.midex.schema.publish;

import static org.midex.schema.publish.Markdown.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;

/** The page of all rules. */
final class RulesPage {
  private static final Map<Character, String> PARTS = parts();

  private final Catalogue catalogue;
  private final Names names;

  RulesPage(Catalogue catalogue, Names names) {
    this.catalogue = catalogue;
    this.names = names;
  }

  private static Map<Character, String> parts() {
    Map<Character, String> parts = new LinkedHashMap<>();
    parts.put('S', "Structure and envelope");
    parts.put('I', "Tables in and out");
    parts.put('P', "Packages");
    parts.put('V', "Datasets");
    parts.put('R', "Case records");
    parts.put('E', "Exchange");
    return parts;
  }

  String page() {
    Markdown page = new Markdown().heading(1, "Rules");
    page.block(
        "Every requirement that a message or a package can break. An error makes a message not conformant; a warning or info does not. Ids are never "
            + "reused. Words in braces stand for what was found. `midex explain ID` says the same in each of the standard's languages.");
    page.table(
        List.of("Rule", "Severity", "What is wrong"),
        catalogue.rules().stream()
            .map(r -> List.of(Names.rule("", r.id()), severity(r), plain(r.message())))
            .toList());
    PARTS.forEach(
        (letter, title) -> {
          List<Rule> rules =
              catalogue.rules().stream().filter(r -> r.id().charAt(4) == letter).toList();
          if (!rules.isEmpty()) {
            page.heading(2, title);
            rules.forEach(r -> rule(page, r));
          }
        });
    return page.toString();
  }

  private static String severity(Rule rule) {
    return rule.severity().name().toLowerCase(Locale.ROOT);
  }

  private void rule(Markdown page, Rule rule) {
    page.heading(3, rule.id());
    page.block("**" + plain(rule.message()) + "**");
    page.block(plain(rule.explanation()));
    List<String> items = new ArrayList<>();
    items.add("Severity: " + severity(rule) + ", since version " + rule.since());
    items.add("In one place: " + plain(rule.detail()));
    items.add("Repair: " + plain(rule.fix()));
    new TreeMap<>(rule.parameters())
        .forEach((name, value) -> items.add("Setting " + plain(name) + ": " + plain(value)));
    String themes =
        names.themes(
            "",
            t ->
                t.theme().checks().stream().anyMatch(c -> c.rule().equals(rule.id()))
                    || t.theme().balances().stream().anyMatch(b -> b.rule().equals(rule.id())));
    if (!themes.isEmpty()) {
      items.add("Checks of: " + themes);
    }
    if (rule.envelope()) {
      items.add("An XSD cannot express it");
    }
    items.add("Source: " + plain(rule.source()));
    page.items(items);
  }
}
