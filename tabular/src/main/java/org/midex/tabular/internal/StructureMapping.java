package org.midex.tabular.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.midex.model.Action;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.Extension;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.internal.MappingLoader.Parts;

/**
 * The mapping of SDMX-CSV whose structure is a theme of the standard: its components are the
 * theme's fields, its codes the standard's.
 */
public final class StructureMapping {
  /** Who maintains the structures of the standard's themes. */
  public static final String AGENCY = "MIDEX";

  private static final String FREQUENCY = "FREQ";

  private StructureMapping() {}

  /**
   * The mapping for a structure.
   *
   * @param structure {@code MIDEX:ASYLUM_APP(1.0)}, with a version or without
   * @return empty when it names no theme of the catalogue
   */
  public static Optional<Parts> of(Catalogue catalogue, String structure) {
    int version = structure.indexOf('(');
    String id = version < 0 ? structure : structure.substring(0, version);
    return catalogue
        .findTheme(id.substring(id.indexOf(':') + 1))
        .filter(theme -> id.equals(id(catalogue, theme)))
        .map(theme -> parts(catalogue, theme));
  }

  /** Themes of an extension have the extension's id for agency. */
  private static String id(Catalogue catalogue, RowType theme) {
    return catalogue
            .extension()
            .filter(extension -> extension.owns(theme.id()))
            .map(Extension::id)
            .orElse(AGENCY)
        + ":"
        + theme.id();
  }

  private static Parts parts(Catalogue catalogue, RowType theme) {
    String major = catalogue.edition().standard().replaceFirst("\\..*", "");
    String structure = id(catalogue, theme);
    return new Parts(
        "sdmx-csv",
        "SDMX-CSV of the theme " + theme.id(),
        "SDMX-CSV",
        "as the sender states it",
        theme,
        Action.APPEND,
        Map.of(),
        unknownSender(),
        new Layout(
            Layout.Format.SDMX_CSV,
            null,
            StandardCharsets.UTF_8,
            ',',
            '"',
            1,
            List.of(structure + "(" + major + ".*)")),
        plan(catalogue, theme));
  }

  /** SDMX-CSV does not say who sends it. */
  private static Node unknownSender() {
    Node area = Node.leaf("Area", "_U");
    Node authority = Node.leaf("Authority", "_U");
    return Node.group("Header", List.of(Node.group("Sender", List.of(area, authority))));
  }

  private static Plan plan(Catalogue catalogue, RowType theme) {
    Numbers numbers = Numbers.PLAIN.scientific();
    FieldLoader fields = new FieldLoader(catalogue, theme, numbers, Sdmx.PERIODS, new Faults());
    List<FieldColumn> row = new ArrayList<>();
    List<FieldColumn> dataset = new ArrayList<>();
    List<ValueColumn> values = new ArrayList<>();
    for (Field field : theme.fields()) {
      if (field.role() == Field.Role.MEASURE) {
        values.add(new ValueColumn(field.name(), Map.of(), false));
      } else {
        row.add(column(field, fields));
      }
    }
    theme.datasetFields().forEach(field -> dataset.add(column(field, fields)));
    Map<String, String> places = new LinkedHashMap<>();
    Stream.concat(theme.fields().stream(), theme.datasetFields().stream())
        .forEach(field -> places.put(field.name(), theme.id()));
    Map<String, String> ignored = new LinkedHashMap<>();
    if (!places.containsKey(FREQUENCY)) {
      ignored.put(FREQUENCY, "the period shows it");
      places.put(FREQUENCY, theme.id());
    }
    return new Plan(
        Map.of(),
        row,
        List.of(),
        dataset,
        values,
        List.of(),
        null,
        ignored,
        List.of(),
        List.of(),
        List.of(),
        numbers,
        Map.of(),
        Sdmx.NO_FIGURE,
        Map.of(),
        places);
  }

  private static FieldColumn column(Field field, FieldLoader fields) {
    Set<String> absent = field.isKey() ? Set.of() : Sdmx.ABSENT;
    boolean optional = !field.isKey() && !field.required();
    return new FieldColumn(List.of(field.name()), field, fields.standard(field), absent, optional);
  }
}
