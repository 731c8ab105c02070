package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.Texts;
import org.midex.tabular.internal.FieldColumn;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.MappingLoader;
import org.midex.tabular.internal.Numbers;
import org.midex.tabular.internal.Plan;
import org.midex.tabular.internal.ValueColumn;

/** A filled-in template as a mapping, so that it is read like every other table. */
final class TemplatePlan {
  private static final String ID = "template";

  private TemplatePlan() {}

  /**
   * The mapping of one file.
   *
   * @param ids the ids of its columns
   */
  static MappingLoader.Parts of(
      RowType theme,
      ChoiceBook choices,
      Layout layout,
      List<String> ids,
      FilledHeader header,
      Texts texts) {
    Field measure = theme.measure().orElseThrow();
    List<FieldColumn> columns = new ArrayList<>();
    for (Field field : theme.fields()) {
      boolean given = header.defaults().containsKey(field);
      boolean wanted = ids.contains(field.name()) || (field.required() && !given);
      if (!field.equals(measure) && wanted) {
        columns.add(
            new FieldColumn(
                List.of(field.name()),
                field,
                choices.translation(field.type()),
                given || !field.required() ? Set.of("") : Set.of(),
                false));
      }
    }
    Map<String, String> ignored = new HashMap<>();
    ids.stream()
        .filter(id -> Marker.of(id) != null)
        .forEach(id -> ignored.put(id, "says what the file is"));
    Map<String, String> places = new LinkedHashMap<>();
    theme.fields().forEach(field -> places.put(field.name(), ID));
    ignored.keySet().forEach(id -> places.put(id, ID));
    Plan plan =
        new Plan(
            header.defaults(),
            columns,
            List.of(),
            List.of(),
            List.of(new ValueColumn(measure.name(), Map.of(), false)),
            List.of(),
            null,
            ignored,
            List.of(),
            List.of(),
            List.of(),
            Numbers.PLAIN,
            Map.of(),
            Set.of(""),
            Map.of(),
            places);
    return new MappingLoader.Parts(
        ID,
        texts.themeName(theme),
        theme.description().source(),
        "",
        theme,
        header.action(),
        header.dataset(),
        header.header(),
        layout,
        plan);
  }
}
