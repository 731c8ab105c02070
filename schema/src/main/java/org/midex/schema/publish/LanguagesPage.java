package org.midex.schema.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;
import org.midex.schema.Texts;

/** The page that says how far each language goes. */
final class LanguagesPage {
  private final Catalogue catalogue;
  private final Names names;

  LanguagesPage(Catalogue catalogue, Names names) {
    this.catalogue = catalogue;
    this.names = names;
  }

  String page() {
    Markdown page = new Markdown().heading(1, "Languages");
    page.block(
        "English is complete. Names of codes in other languages come from official sources; what was not found there is said in English. "
            + "The standard's own texts are ours to translate. A language more is a file `names_xx.csv` more.");
    List<String> headings = new ArrayList<>(List.of("Texts", "English"));
    headings.addAll(names.headings());
    page.heading(2, "The standard's own texts");
    page.table(headings, rows(own()));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (CodeList list : catalogue.codeLists()) {
      lists.put(Names.list("", list.id()), CodeListPage.keys(list));
    }
    page.heading(2, "Names of codes");
    page.table(headings, rows(lists));
    return page.toString();
  }

  private Map<String, List<String>> own() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put(
        "Themes: name, definition",
        catalogue.themeIds().stream()
            .flatMap(t -> Stream.of("theme." + t + ".name", "theme." + t + ".definition"))
            .toList());
    keys.put(
        "Concepts: name",
        catalogue.concepts().stream().map(c -> "concept." + c.id() + ".name").toList());
    keys.put(
        "Concepts: definition",
        catalogue.concepts().stream().map(c -> "concept." + c.id() + ".definition").toList());
    keys.put("Parts of header and receipt: name, definition", parts());
    keys.put(
        "Rules: message, detail, explanation, fix",
        catalogue.rules().stream()
            .flatMap(
                r ->
                    Stream.of("message", "detail", "explanation", "fix")
                        .map(part -> "rule." + r.id() + "." + part))
            .toList());
    keys.put("Reports and commands", catalogue.texts("en").uiKeys());
    keys.put("Code lists: name", catalogue.codeListIds());
    return keys;
  }

  private List<String> parts() {
    Map<String, RowType> types = new LinkedHashMap<>();
    Components.collect(catalogue.type("Header"), types);
    catalogue.findType("Receipt").ifPresent(type -> Components.collect(type, types));
    return types.values().stream()
        .flatMap(type -> type.fields().stream().map(f -> "type." + type.id() + "." + f.name()))
        .flatMap(part -> Stream.of(part + ".name", part + ".definition"))
        .toList();
  }

  private List<List<String>> rows(Map<String, List<String>> keysByTitle) {
    List<List<String>> rows = new ArrayList<>();
    keysByTitle.forEach(
        (title, keys) -> {
          List<String> row = new ArrayList<>(List.of(title, String.valueOf(keys.size())));
          for (Texts language : names.translations()) {
            row.add(String.valueOf(Names.known(language, keys)));
          }
          rows.add(row);
        });
    return rows;
  }
}
