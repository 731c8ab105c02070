package org.midex.schema.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.FaultyCodeException;

/** Loads {@code codelists.csv} and the code lists that it names. */
public final class CodeListLoader {
  private CodeListLoader() {}

  /**
   * A line of {@code codelists.csv}: what is known of a list without reading it.
   *
   * @param added whether an extension adds the list
   */
  public record Heading(
      String id,
      @Nullable String pattern,
      String name,
      String definition,
      String source,
      boolean provisional,
      boolean added) {}

  public static Map<String, Heading> headings(CatalogueSource source) {
    Map<String, Heading> headings = new LinkedHashMap<>();
    for (CsvTable.Row row : CsvTable.required(source, "codelists.csv").rows()) {
      boolean open = flag(row, "open");
      if (open != (row.get("pattern") != null)) {
        throw row.fault("an open list has a pattern, a closed one has none");
      }
      Heading heading =
          new Heading(
              row.requireOwn(row.require("id")),
              row.get("pattern"),
              row.require("name"),
              row.require("definition"),
              row.require("source"),
              "provisional".equals(row.get("status")),
              row.added());
      if (headings.put(heading.id(), heading) != null) {
        throw row.fault("list " + heading.id() + " is given twice");
      }
    }
    return headings;
  }

  public static CodeList load(CatalogueSource source, Heading heading) {
    String file = "codelists/" + heading.id() + ".csv";
    List<Code> codes = new ArrayList<>();
    Pattern pattern = heading.pattern() == null ? null : Pattern.compile(heading.pattern());
    List<CsvTable.Row> rows = CsvTable.required(source, file).rows();
    for (CsvTable.Row row : rows) {
      if (row.added() && !heading.added()) {
        requireExtensible(row, heading);
      }
      codes.add(code(row, codes.size(), pattern));
    }
    try {
      return new CodeList(
          heading.id(),
          heading.name(),
          heading.definition(),
          heading.source(),
          heading.provisional(),
          heading.pattern(),
          codes);
    } catch (FaultyCodeException e) {
      throw rows.get(e.index()).fault(String.valueOf(e.getMessage()));
    }
  }

  private static void requireExtensible(CsvTable.Row row, Heading heading) {
    if (heading.pattern() == null) {
      throw row.fault(heading.id() + " is a closed list; an extension cannot add to it");
    }
    row.requireOwn(row.require("code"));
  }

  private static Code code(CsvTable.Row row, int index, @Nullable Pattern pattern) {
    String id = row.require("code");
    if (pattern != null && !pattern.matcher(id).matches()) {
      throw row.fault("code " + id + " does not match the list's pattern " + pattern);
    }
    Map<String, List<String>> aliases = new LinkedHashMap<>();
    Map<String, String> properties = new LinkedHashMap<>();
    for (String column : row.columns()) {
      String cell = row.get(column);
      if (cell != null && column.startsWith("alias.")) {
        aliases.put(column.substring(6), List.of(cell.split("\\|")));
      } else if (cell != null && column.startsWith("prop.")) {
        properties.put(column.substring(5), cell);
      }
    }
    return new Code(
        id,
        index,
        row.require("name"),
        row.get("parent"),
        row.get("valid_from"),
        row.get("valid_to"),
        flag(row, "aggregate"),
        row.words("successor"),
        Set.copyOf(row.words("flags")),
        row.require("source"),
        "provisional".equals(row.get("status")),
        Collections.unmodifiableMap(aliases),
        Collections.unmodifiableMap(properties));
  }

  private static boolean flag(CsvTable.Row row, String column) {
    String text = row.get(column);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw row.fault(column + " must be true, false or empty, was '" + text + "'");
    }
    return "true".equals(text);
  }
}
