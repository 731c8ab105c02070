package org.midex.schema.publish;

import static org.midex.schema.publish.Markdown.literal;
import static org.midex.schema.publish.Markdown.plain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Membership;

/** The page of one code list. */
final class CodeListPage {
  private final Catalogue catalogue;
  private final Names names;

  CodeListPage(Catalogue catalogue, Names names) {
    this.catalogue = catalogue;
    this.names = names;
  }

  String of(CodeList list) {
    Markdown page = new Markdown().heading(1, plain(list.name()) + " (" + literal(list.id()) + ")");
    page.block(plain(list.definition()));
    if (list.provisional()) {
      page.block("**Provisional**: no official source stands behind this list yet.");
    }
    page.items(facts(list));
    page.heading(2, "Codes");
    codes(page, list);
    groups(page, list);
    labels(page, list);
    return page.toString();
  }

  private List<String> facts(CodeList list) {
    List<String> items = new ArrayList<>();
    items.add(
        list.open()
            ? "Open: each edition may add codes; they have the form "
                + literal(String.valueOf(list.pattern()))
            : "Closed: a new code needs a new version of the standard");
    String users = names.users("../", list);
    items.add(users.isEmpty() ? "No field uses it yet" : "Used by " + users);
    items.add(list.codes().size() + " codes; names in " + names.coverage(keys(list)));
    items.add("Source: " + plain(list.source()));
    return items;
  }

  static List<String> keys(CodeList list) {
    return list.codes().stream().map(c -> list.id() + "." + c.id()).toList();
  }

  private void codes(Markdown page, CodeList list) {
    Set<String> properties = new LinkedHashSet<>();
    list.codes().forEach(c -> properties.addAll(c.properties().keySet()));
    boolean oneSource = list.codes().stream().map(Code::source).distinct().count() == 1;
    if (oneSource) {
      page.block("Source of every code: " + plain(list.code(0).source()));
    }
    List<String> headings = new ArrayList<>(List.of("Code", "Name"));
    headings.addAll(names.headings());
    headings.addAll(List.of("Part of", "Valid", "Remarks"));
    headings.addAll(properties);
    headings.addAll(new TreeSet<>(list.schemes()));
    headings.add("Source");
    List<List<String>> rows =
        list.codes().stream().map(c -> row(list, c, properties, oneSource)).toList();
    page.table(headings, rows);
  }

  private List<String> row(CodeList list, Code code, Set<String> properties, boolean oneSource) {
    List<String> row = new ArrayList<>(List.of(literal(code.id()), plain(code.name())));
    row.addAll(names.of(list.id() + "." + code.id()));
    row.add(code.parent() == null ? "" : literal(code.parent()));
    row.add(validity(code.validFrom(), code.validTo()));
    row.add(remarks(code));
    properties.forEach(p -> row.add(plain(code.properties().getOrDefault(p, ""))));
    list.schemes()
        .forEach(s -> row.add(plain(String.join(", ", code.aliases().getOrDefault(s, List.of())))));
    row.add(oneSource ? "" : plain(code.source()));
    return row;
  }

  private static String validity(@Nullable String from, @Nullable String to) {
    return Stream.of(from == null ? "" : "from " + from, to == null ? "" : "until " + to)
        .filter(s -> !s.isEmpty())
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }

  private static String remarks(Code code) {
    List<String> remarks = new ArrayList<>();
    if (code.aggregate()) {
      remarks.add("aggregate");
    }
    new TreeSet<>(code.flags()).forEach(f -> remarks.add(plain(f)));
    if (code.provisional()) {
      remarks.add("**provisional**");
    }
    if (!code.successors().isEmpty()) {
      remarks.add(
          "now " + String.join(" ", code.successors().stream().map(Markdown::literal).toList()));
    }
    return String.join(", ", remarks);
  }

  private void groups(Markdown page, CodeList list) {
    List<Membership> memberships = catalogue.memberships(list);
    if (!memberships.isEmpty()) {
      page.heading(2, "Members of aggregates")
          .block("Where they are not the codes that are part of it, or change over time.");
      page.table(
          List.of("Aggregate", "Member", "Valid"),
          memberships.stream()
              .map(
                  m -> List.of(literal(m.group()), literal(m.member()), validity(m.from(), m.to())))
              .toList());
    }
  }

  private void labels(Markdown page, CodeList list) {
    List<List<String>> rows = new ArrayList<>();
    for (String scheme : catalogue.labelSchemes(list)) {
      new TreeMap<>(catalogue.labels(list, scheme))
          .forEach((label, code) -> rows.add(List.of(scheme, plain(label), literal(code.id()))));
    }
    if (!rows.isEmpty()) {
      page.heading(2, "Other names")
          .block("Labels in published files that are not this list's own names.");
      page.table(List.of("Scheme", "Label", "Code"), rows);
    }
  }
}
