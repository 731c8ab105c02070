package org.midex.schema.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.midex.schema.CatalogueException;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Concept;
import org.midex.schema.Edition;
import org.midex.schema.Membership;

/** Loads the catalogue's flat files. */
public final class TableLoader {
  private TableLoader() {}

  /** One line of {@code groups.csv}. */
  public record Group(String list, Membership membership) {}

  /** One line of {@code labels.csv}. */
  public record Label(String list, String scheme, String label, String code) {}

  public static Edition edition(CatalogueSource source) {
    String file = "catalogue.yaml";
    YamlFile.Value root = YamlFile.read(source, file);
    if (root == null) {
      throw new CatalogueException(file, 0, "file is missing");
    }
    root.allow(Set.of("standard", "edition", "draft", "editions"));
    List<LocalDate> known = root.list("editions").stream().map(TableLoader::date).toList();
    LocalDate edition = date(root.require("edition"));
    if (!known.contains(edition)) {
      throw root.require("edition").fault("the edition must stand among the editions");
    }
    return new Edition(root.text("standard"), edition, root.require("draft").flag(), known);
  }

  private static LocalDate date(YamlFile.Value value) {
    try {
      return LocalDate.parse(value.text());
    } catch (java.time.DateTimeException e) {
      throw value.fault("expected a date such as 2026-11-01, found '" + value.text() + "'");
    }
  }

  public static Map<String, Concept> concepts(CatalogueSource source) {
    Map<String, Concept> concepts = new LinkedHashMap<>();
    for (CsvTable.Row row : CsvTable.required(source, "concepts.csv").rows()) {
      Concept concept =
          new Concept(
              row.requireOwn(row.require("id")),
              row.require("name"),
              row.require("definition"),
              row.require("source"),
              row.require("since"),
              "true".equals(row.get("personal")));
      if (concepts.put(concept.id(), concept) != null) {
        throw row.fault("concept " + concept.id() + " is given twice");
      }
    }
    return concepts;
  }

  public static List<Group> groups(CatalogueSource source) {
    return CsvTable.optional(source, "groups.csv").rows().stream()
        .map(
            r ->
                new Group(
                    r.require("list"),
                    new Membership(
                        r.requireOwn(r.require("group")),
                        r.require("member"),
                        r.get("valid_from"),
                        r.get("valid_to"))))
        .toList();
  }

  public static List<Label> labels(CatalogueSource source) {
    List<Label> labels = new ArrayList<>();
    Set<List<String>> known = new HashSet<>();
    for (CsvTable.Row row : CsvTable.optional(source, "labels.csv").rows()) {
      Label label =
          new Label(
              row.require("list"),
              row.require("scheme"),
              row.require("label"),
              row.require("code"));
      if (!known.add(List.of(label.list(), label.scheme(), label.label()))) {
        throw row.fault(
            "the label '%s' of %s in %s is given twice"
                .formatted(label.label(), label.scheme(), label.list()));
      }
      labels.add(label);
    }
    return labels;
  }

  /** Ids of the YAML files in a folder. */
  public static List<String> ids(CatalogueSource source, String folder) {
    try {
      return source.list(folder).stream()
          .filter(f -> f.endsWith(".yaml"))
          .map(f -> f.substring(0, f.length() - 5))
          .toList();
    } catch (IOException e) {
      throw new CatalogueException(folder, 0, "could not be listed: " + e.getMessage());
    }
  }

  /** Languages that have a file of names. */
  public static List<String> languages(CatalogueSource source) {
    try {
      return source.list("").stream()
          .filter(f -> f.matches("names_[a-z]{2}\\.csv"))
          .map(f -> f.substring(6, 8))
          .toList();
    } catch (IOException e) {
      throw new CatalogueException("names_*.csv", 0, "could not be listed: " + e.getMessage());
    }
  }
}
