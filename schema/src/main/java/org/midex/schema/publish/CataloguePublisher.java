package org.midex.schema.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Balance;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Edition;
import org.midex.schema.Field;
import org.midex.schema.Membership;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.schema.ValueType;
import org.midex.schema.publish.Json.Members;

/**
 * Writes the catalogue as JSON, for implementations that cannot read its files: what decides about
 * verdicts, and the English texts. Its form: {@code catalogue.schema.json}.
 */
final class CataloguePublisher {
  private final Catalogue catalogue;

  /** Editions from the oldest to the newest. */
  private final List<LocalDate> editions;

  CataloguePublisher(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.editions = catalogue.edition().known().stream().sorted().toList();
  }

  /** The text of each file by its path. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("edition.json", Json.text(edition()));
    files.put(
        "rules.json",
        Json.text(Map.of("rules", catalogue.rules().stream().map(this::rule).toList())));
    Map<String, RowType> types = new LinkedHashMap<>();
    Components.collect(catalogue.type("Header"), types);
    catalogue.findType("Receipt").ifPresent(type -> Components.collect(type, types));
    types.forEach((id, type) -> files.put("types/" + id + ".json", Json.text(type(type))));
    catalogue
        .codeLists()
        .forEach(l -> files.put("codelists/" + l.id() + ".json", Json.text(list(l))));
    catalogue.themes().forEach(t -> files.put("themes/" + t.id() + ".json", Json.text(theme(t))));
    return files;
  }

  private Map<String, Object> edition() {
    Edition edition = catalogue.edition();
    return new Members()
        .always("standard", edition.standard())
        .always("edition", edition.date().toString())
        .with("draft", edition.draft())
        .with("extension", catalogue.extension().map(e -> e.label()).orElse(null))
        .always("editions", edition.known().stream().map(LocalDate::toString).toList())
        .done();
  }

  private Map<String, Object> rule(Rule rule) {
    return new Members()
        .always("id", rule.id())
        .always("severity", lower(rule.severity()))
        .always("applies", rule.appliesTo())
        .with("envelope", rule.envelope())
        .always("since", rule.since())
        .with("parameters", new TreeMap<>(rule.parameters()))
        .always("message", rule.message())
        .always("detail", rule.detail())
        .always("fix", rule.fix())
        .done();
  }

  private Map<String, Object> list(CodeList list) {
    Since since = new Since(list);
    return new Members()
        .always("id", list.id())
        .always("name", list.name())
        .always("open", list.open())
        .with("pattern", list.pattern())
        .with("provisional", list.provisional())
        .with("since", since.ofList())
        .always("codes", list.codes().stream().map(code -> code(code, since)).toList())
        .with("groups", catalogue.memberships(list).stream().map(this::membership).toList())
        .done();
  }

  private Map<String, Object> code(Code code, Since since) {
    return new Members()
        .always("code", code.id())
        .always("name", code.name())
        .with("parent", code.parent())
        .with("validFrom", code.validFrom())
        .with("validTo", code.validTo())
        .with("aggregate", code.aggregate())
        .with("successors", code.successors())
        .with("flags", new TreeSet<>(code.flags()))
        .with("since", since.of(code))
        .with("properties", new TreeMap<>(code.properties()))
        .with("aliases", new TreeMap<>(code.aliases()))
        .done();
  }

  private Map<String, Object> membership(Membership membership) {
    return new Members()
        .always("group", membership.group())
        .always("member", membership.member())
        .with("from", membership.from())
        .with("to", membership.to())
        .done();
  }

  private Map<String, Object> type(RowType type) {
    return new Members()
        .always("id", type.id())
        .always("since", type.description().since())
        .always("fields", fields(type.fields()))
        .done();
  }

  private Map<String, Object> theme(RowType type) {
    RowType.Theme theme = type.theme();
    return new Members()
        .always("id", type.id())
        .always("name", type.description().name())
        .always("since", type.description().since())
        .with("provisional", type.description().provisional() != null)
        .always("stock", theme.stock())
        .always("negative", theme.negative())
        .with("units", theme.units())
        .always("reporter", theme.reporter())
        .with("roles", new TreeMap<>(theme.roles()))
        .always("fields", fields(type.fields()))
        .always("dataset", fields(type.datasetFields()))
        .always("checks", theme.checks().stream().map(CataloguePublisher::check).toList())
        .with("adds", new TreeSet<>(theme.adds()))
        .with("balances", theme.balances().stream().map(CataloguePublisher::balance).toList())
        .with("mirrors", theme.mirrors().stream().map(CataloguePublisher::mirror).toList())
        .done();
  }

  private static List<Map<String, Object>> fields(List<Field> fields) {
    return fields.stream().map(CataloguePublisher::field).toList();
  }

  private static Map<String, Object> field(Field field) {
    ValueType type = field.type();
    CodeList list = type.list();
    RowType component = type.component();
    return new Members()
        .always("name", field.name())
        .always("role", lower(field.role()))
        .always("type", lower(type.kind()))
        .with("list", list == null ? null : list.id())
        .with("component", component == null ? null : component.id())
        .with("scale", type.kind() == ValueType.Kind.AMOUNT ? type.scale() : null)
        .with("frequencies", type.frequencies().stream().sorted().map(Enum::name).toList())
        .with("required", field.required())
        .with("many", field.max() > 1)
        .always("since", field.since())
        .done();
  }

  private static Map<String, Object> check(Check check) {
    boolean within = check.kind() == Check.Kind.WITHIN;
    return new Members()
        .always("rule", check.rule())
        .always("kind", lower(check.kind()))
        .always("dimensions", check.dimensions())
        .with("total", check.total())
        .with("parts", within ? null : check.parts())
        .with("optional", check.optional())
        .with("least", within ? Long.valueOf(check.parts().get(0)) : null)
        .with("most", within ? Long.valueOf(check.parts().get(1)) : null)
        .with("where", new TreeMap<>(check.where()))
        .done();
  }

  private static Map<String, Object> balance(Balance balance) {
    return new Members()
        .always("rule", balance.rule())
        .always("relation", lower(balance.relation()))
        .always("dimensions", balance.dimensions())
        .with("where", new TreeMap<>(balance.where()))
        .with("plus", balance.plus().stream().map(CataloguePublisher::term).toList())
        .with("minus", balance.minus().stream().map(CataloguePublisher::term).toList())
        .done();
  }

  private static Map<String, Object> term(Balance.Term term) {
    return new Members()
        .always("theme", term.theme())
        .with("before", term.before())
        .always("dimensions", new TreeMap<>(term.dimensions()))
        .with("where", new TreeMap<>(term.where()))
        .done();
  }

  private static Map<String, Object> mirror(RowType.Mirror mirror) {
    return new Members()
        .always("theme", mirror.theme())
        .always("dimensions", new TreeMap<>(mirror.dimensions()))
        .with("codes", sorted(mirror.codes()))
        .with("where", new TreeMap<>(mirror.where()))
        .with("there", new TreeMap<>(mirror.there()))
        .with("also", sorted(mirror.also()))
        .with("without", new TreeMap<>(mirror.without()))
        .with("note", mirror.note())
        .done();
  }

  private static <T> Map<String, Map<String, T>> sorted(Map<String, Map<String, T>> maps) {
    Map<String, Map<String, T>> sorted = new TreeMap<>();
    maps.forEach((name, map) -> sorted.put(name, new TreeMap<>(map)));
    return sorted;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** With which edition an open list and its codes came; nothing where they always were. */
  private final class Since {
    private final Map<LocalDate, CodeList> before = new TreeMap<>();

    Since(CodeList list) {
      for (LocalDate edition : list.open() ? editions : List.<LocalDate>of()) {
        catalogue.at(edition).findCodeList(list.id()).ifPresent(then -> before.put(edition, then));
      }
    }

    @Nullable String ofList() {
      return before.isEmpty() || before.containsKey(editions.get(0))
          ? null
          : first(before.keySet());
    }

    @Nullable String of(Code code) {
      List<LocalDate> having = new ArrayList<>();
      before.forEach(
          (edition, list) -> {
            if (list.indexOf(code.id()) >= 0) {
              having.add(edition);
            }
          });
      boolean always = having.size() == before.size();
      boolean own = catalogue.extension().filter(e -> e.owns(code.id())).isPresent();
      return always || own || having.isEmpty() ? null : first(having);
    }

    private static String first(java.util.Collection<LocalDate> dates) {
      return dates.stream().min(Comparator.naturalOrder()).orElseThrow().toString();
    }
  }
}
