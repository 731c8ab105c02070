package org.midex.tabular.internal;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/**
 * A column of flags: letters that say something about the row's figures, one or several in a cell
 * ({@code dp}).
 *
 * @param heading the column
 * @param meanings flags and the attributes they stand for
 * @param combined field of free text that keeps all flags of a cell when one attribute cannot hold
 *     them; null when such cells are findings
 * @param absent texts that say nothing
 */
public record Flags(
    String heading,
    Map<String, Map<Field, String>> meanings,
    @Nullable Field combined,
    Set<String> absent) {
  private static final String KEPT = "flags: ";

  public Flags {
    meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    absent = Collections.unmodifiableSet(new LinkedHashSet<>(absent));
  }

  /**
   * Attributes that a cell stands for; where two flags claim one attribute the first has it.
   *
   * @return null when a flag is not known, or two claim one attribute and there is no field to keep
   *     them in
   */
  public @Nullable Map<Field, String> translate(String cell) {
    Map<Field, String> whole = meanings.get(cell);
    if (whole != null) {
      return whole;
    }
    Map<Field, String> attributes = new LinkedHashMap<>();
    boolean clash = false;
    String letters = cell.replaceAll("[\\s,;]", "");
    if (letters.isEmpty()) {
      return null;
    }
    for (int i = 0; i < letters.length(); i++) {
      Map<Field, String> meaning = meanings.get(letters.substring(i, i + 1));
      if (meaning == null) {
        return null;
      }
      for (Map.Entry<Field, String> attribute : meaning.entrySet()) {
        String other = attributes.putIfAbsent(attribute.getKey(), attribute.getValue());
        clash |= other != null && !other.equals(attribute.getValue());
      }
    }
    return clash ? keeping(attributes, cell) : attributes;
  }

  /**
   * The way back: cells that may stand for some attributes, the one to be preferred first. Whether
   * one says exactly what is wanted depends on the row's other cells; {@link #translate} judges.
   *
   * @param attributes all attributes of an observation
   */
  public List<String> spellings(Map<Field, String> attributes) {
    Set<String> cells = new LinkedHashSet<>();
    String kept = combined == null ? null : attributes.get(combined);
    if (kept != null && kept.startsWith(KEPT)) {
      cells.add(kept.substring(KEPT.length()));
    }
    if (absent.contains("")) {
      cells.add("");
    }
    cells.addAll(absent);
    StringBuilder letters = new StringBuilder();
    Set<Map<Field, String>> said = new HashSet<>();
    meanings.forEach(
        (flag, meaning) -> {
          if (attributes.entrySet().containsAll(meaning.entrySet())) {
            cells.add(flag);
            if (flag.length() == 1 && said.add(meaning)) {
              letters.append(flag);
            }
          }
        });
    cells.add(letters.toString());
    return List.copyOf(cells);
  }

  /** Attributes that this column can set. */
  public Set<Field> fields() {
    Set<Field> fields = new LinkedHashSet<>();
    meanings.values().forEach(meaning -> fields.addAll(meaning.keySet()));
    if (combined != null) {
      fields.add(combined);
    }
    return fields;
  }

  /**
   * Whether each flag of a cell is known, so that a cell that cannot be translated has two that
   * claim one attribute.
   */
  boolean knows(String cell) {
    String letters = cell.replaceAll("[\\s,;]", "");
    return !letters.isEmpty()
        && letters.codePoints().mapToObj(Character::toString).allMatch(meanings::containsKey);
  }

  /** The text that keeps a cell's flags. */
  static String kept(String cell) {
    return KEPT + cell;
  }

  private @Nullable Map<Field, String> keeping(Map<Field, String> attributes, String cell) {
    if (combined == null) {
      return null;
    }
    Map<Field, String> kept = new LinkedHashMap<>(attributes);
    kept.put(combined, kept(cell));
    return kept;
  }
}
