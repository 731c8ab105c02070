package org.midex.schema.publish;

import static org.midex.schema.publish.Markdown.literal;
import static org.midex.schema.publish.Markdown.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Concept;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** The pages of which there is one each, but for the rules: index, concepts, header, sources. */
final class ReferencePages {
  private final Catalogue catalogue;
  private final Names names;

  ReferencePages(Catalogue catalogue, Names names) {
    this.catalogue = catalogue;
    this.names = names;
  }

  String index() {
    Markdown page = new Markdown().heading(1, "The MIDEX catalogue");
    page.block(
        "Version "
            + catalogue.edition().standard()
            + ", edition "
            + catalogue.edition().date()
            + (catalogue.edition().draft()
                ? ", **draft**: it may still change without a new version"
                : "")
            + ". Generated from `schema/src/main/catalogue`; edit there, then run `mvn -q -pl schema compile exec:java@publish`.");
    page.items(
        Stream.of(
                "[Header of a message](header.md)",
                catalogue.findType("Receipt").isPresent() ? "[Receipt](receipt.md)" : "",
                "[Concepts](concepts.md)",
                "[Rules](rules.md)",
                "[Sources](sources.md)",
                "[Languages](languages.md)")
            .filter(item -> !item.isEmpty())
            .toList());
    page.heading(2, "Themes");
    page.table(
        List.of("Theme", "Name", "Stock or flow", "Periods"),
        catalogue.themes().stream().map(ReferencePages::indexRow).toList());
    page.heading(2, "Code lists");
    page.table(
        List.of("List", "Name", "Codes", "Open or closed", "Used by"),
        catalogue.codeLists().stream()
            .map(
                l ->
                    List.of(
                        Names.list("", l.id()),
                        plain(l.name()),
                        String.valueOf(l.codes().size()),
                        l.open() ? "open" : "closed",
                        names.users("", l)))
            .toList());
    return page.toString();
  }

  private static List<String> indexRow(RowType theme) {
    return List.of(
        Names.theme("", theme.id()),
        plain(theme.description().name()),
        theme.theme().stock() ? "stock" : "flow",
        Words.frequencies(theme.theme().frequencies()));
  }

  String concepts() {
    Markdown page = new Markdown().heading(1, "Concepts");
    page.block(
        "What dimensions, attributes and measures are about. The ids are the names of XML attributes and Avro fields.");
    for (Concept concept : catalogue.concepts()) {
      page.heading(2, concept.id());
      List<String> other =
          names.of("concept." + concept.id() + ".name").stream().filter(n -> !n.isEmpty()).toList();
      page.block(
          "**"
              + plain(concept.name())
              + "**"
              + (other.isEmpty() ? "" : " (" + String.join(", ", other) + ")"));
      page.block(plain(concept.definition()));
      String themes = names.themes("", t -> fields(t).anyMatch(f -> f.name().equals(concept.id())));
      List<String> items = new ArrayList<>();
      if (!themes.isEmpty()) {
        items.add("Themes: " + themes);
      }
      items.add("Since version " + concept.since());
      items.add("Source: " + plain(concept.source()));
      page.items(items);
    }
    return page.toString();
  }

  private static Stream<Field> fields(RowType theme) {
    return Stream.concat(theme.fields().stream(), theme.datasetFields().stream());
  }

  String header() {
    Markdown page = new Markdown().heading(1, "The header of a message");
    page.block(
        "The element `Message` has the attributes `version` (of the standard that holds the content) and `id` (a URN, given to one message "
            + "only). It holds one `Header` and one payload. Elements stand in the order of these tables.");
    RowType header = catalogue.type("Header");
    components(page, header);
    page.heading(2, "The smallest message").block("In canonical form. The figure is made up.");
    page.code("xml", new Examples(catalogue).message(header, catalogue.themes().get(0)));
    return page.toString();
  }

  String receipt(RowType receipt) {
    Markdown page = new Markdown().heading(1, "The receipt");
    page.block(
        "A message whose payload is a `Receipt` says what became of something that arrived. It has a header like every message: the sender is who "
            + "received, the receiver who had sent, and `InReplyTo` the message that it answers. It is XML only. Elements stand in the order of these tables.");
    components(page, receipt);
    return page.toString();
  }

  private void components(Markdown page, RowType outermost) {
    Map<String, RowType> types = new LinkedHashMap<>();
    Components.collect(outermost, types);
    for (RowType type : types.values()) {
      page.heading(2, type.id()).block(plain(type.description().definition()));
      page.table(
          List.of("Element", "Times", "Values", "Meaning"),
          type.fields().stream()
              .map(
                  f ->
                      List.of(
                          literal(f.name()), times(f), Names.values("", f), plain(f.definition())))
              .toList());
      page.block("Source: " + plain(type.description().source()));
    }
  }

  private static String times(Field field) {
    String from = String.valueOf(field.min());
    String to = field.max() == Integer.MAX_VALUE ? "any number" : String.valueOf(field.max());
    return from.equals(to) ? from : from + " to " + to;
  }

  String sources() {
    Markdown page = new Markdown().heading(1, "Sources");
    page.block(
        "Where the catalogue's facts come from, and how much of it is provisional: codes behind which no official source stands yet. "
            + "Codes and names state no position on any status, border or authority.");
    page.heading(2, "Code lists");
    page.table(
        List.of("List", "Codes", "Provisional", "Share", "Source"),
        catalogue.codeLists().stream().map(ReferencePages::sourceRow).toList());
    page.heading(2, "Themes");
    page.table(
        List.of("Theme", "Provisional", "Source"),
        catalogue.themes().stream()
            .map(
                t ->
                    List.of(
                        Names.theme("", t.id()),
                        t.description().provisional() == null
                            ? "no"
                            : plain(t.description().provisional()),
                        plain(t.description().source())))
            .toList());
    return page.toString();
  }

  private static List<String> sourceRow(CodeList list) {
    long provisional =
        list.provisional()
            ? list.codes().size()
            : list.codes().stream().filter(Code::provisional).count();
    return List.of(
        Names.list("", list.id()),
        String.valueOf(list.codes().size()),
        String.valueOf(provisional),
        Math.round(100.0 * provisional / list.codes().size()) + " %",
        plain(list.source()));
  }
}
