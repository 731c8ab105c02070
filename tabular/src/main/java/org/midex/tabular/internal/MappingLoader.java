package org.midex.tabular.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.midex.model.Action;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.internal.YamlFile.Value;

/** Reads a mapping and checks that every row it makes has a whole key. */
public final class MappingLoader {
  private static final Set<String> PARTS =
      Set.of(
          "id",
          "title",
          "source",
          "licence",
          "theme",
          "action",
          "table",
          "above",
          "numbers",
          "missing",
          "marks",
          "constants",
          "dataset",
          "columns",
          "combined",
          "matrix",
          "skip",
          "header");

  private final Catalogue catalogue;
  private final Value top;
  private final Faults faults = new Faults();

  private MappingLoader(Catalogue catalogue, Value top) {
    this.catalogue = catalogue;
    this.top = top;
  }

  /**
   * What a mapping file says.
   *
   * @param dataset dataset attributes by name
   * @param header the header's parts that the mapping gives
   */
  public record Parts(
      String id,
      String title,
      String source,
      String licence,
      RowType theme,
      Action action,
      Map<String, String> dataset,
      Node header,
      Layout layout,
      Plan plan) {}

  /**
   * Loads a mapping.
   *
   * @throws CatalogueException when there are faults; the message names each with file and line
   */
  public static Parts load(Catalogue catalogue, Value top) {
    return new MappingLoader(catalogue, top).parts();
  }

  private Parts parts() {
    faults.allow(top, PARTS);
    Map<String, String> words = new HashMap<>();
    for (String word : List.of("id", "title", "source", "licence")) {
      faults.run(() -> words.put(word, top.text(word)));
    }
    Action action = faults.attempt(this::action).orElse(Action.APPEND);
    Layout layout = faults.attempt(() -> LayoutLoader.layout(top.require("table"))).orElse(null);
    Node header = faults.attempt(this::header).orElse(null);
    RowType theme = faults.attempt(() -> theme(top.require("theme"))).orElse(null);
    Plan plan = null;
    Map<String, String> dataset = Map.of();
    if (theme != null) {
      boolean sdmx = layout != null && layout.isSdmx();
      dataset = faults.attempt(() -> dataset(theme)).orElse(dataset);
      plan = new PlanLoader(catalogue, theme, sdmx, top, faults).plan();
    }
    Value above = top.get("above");
    if (above != null && layout != null && layout.headingRow() == 1) {
      faults.add(
          above.fault(
              "nothing stands above headings in row 1; say where they are with heading_row"));
    }
    faults.throwAny();
    return new Parts(
        words.getOrDefault("id", ""),
        words.getOrDefault("title", ""),
        words.getOrDefault("source", ""),
        words.getOrDefault("licence", ""),
        Objects.requireNonNull(theme),
        action,
        dataset,
        Objects.requireNonNull(header),
        Objects.requireNonNull(layout),
        Objects.requireNonNull(plan));
  }

  private RowType theme(Value id) {
    return catalogue
        .findTheme(id.text())
        .orElseThrow(
            () ->
                id.fault(
                    "no theme "
                        + id.text()
                        + Nearest.of(id.text(), catalogue.themeIds())
                            .map(n -> "; did you mean " + n + "?")
                            .orElse("")));
  }

  private Node header() {
    Value header = top.get("header");
    return header == null
        ? Node.group("Header", List.of())
        : HeaderLoader.load(header, catalogue.type("Header"), faults);
  }

  private Action action() {
    Value action = top.get("action");
    return action == null
        ? Action.APPEND
        : Action.ofCode(action.text())
            .orElseThrow(
                () ->
                    action.fault(
                        "expected Replace, Append, Delete or Information, found '"
                            + action.text()
                            + "'"));
  }

  private Map<String, String> dataset(RowType theme) {
    Map<String, String> attributes = new HashMap<>();
    Value dataset = top.get("dataset");
    Set<String> known = new HashSet<>();
    theme.datasetFields().forEach(f -> known.add(f.name()));
    if (dataset != null) {
      faults.allow(dataset, known);
      for (Field field : theme.datasetFields()) {
        Value value = dataset.get(field.name());
        if (value != null) {
          faults.run(() -> attributes.put(field.name(), HeaderLoader.text(value, field)));
        }
      }
    }
    return attributes;
  }
}
