package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Headings of SDMX-CSV: ids of components in any order and case, alone, with their names ({@code
 * SEX: Sex}), or with a column of names after each.
 *
 * @param columns what each column holds
 * @param subSeparator between several values in a cell; 0 when no cell has several
 */
record SdmxHeadings(List<Column> columns, char subSeparator) {
  /** What a column holds. */
  enum Kind {
    /** A component, or a column of the sender's own. */
    PLAIN,
    /** A component with its codes' names: {@code F: Women}. */
    NAMED,
    /** A component in several languages: {@code en:Women;fr:Femmes}. */
    MULTILINGUAL,
    /** Names of the codes in the column before. */
    NAMES,
    /** A column that says nothing of the figures. */
    ENVELOPE
  }

  /**
   * One column.
   *
   * @param key the component's id in upper case; empty for a column of names
   */
  record Column(String key, Kind kind) {}

  /**
   * Headings of a table.
   *
   * @param wanted keys that the mapping names: these are components wherever they stand
   */
  static SdmxHeadings of(List<String> headings, Set<String> wanted) {
    List<Column> columns = new ArrayList<>();
    Set<String> open = new HashSet<>(wanted);
    char subSeparator = 0;
    boolean withNames = false;
    for (String heading : headings) {
      Column column = column(heading);
      boolean isWanted = open.remove(column.key());
      if (!isWanted && Sdmx.ENVELOPE.contains(column.key())) {
        withNames |= column.key().equals(Sdmx.STRUCTURE_NAME);
        subSeparator = subSeparator == 0 ? subSeparator(heading) : subSeparator;
        column = new Column(column.key(), Kind.ENVELOPE);
      } else if (!isWanted && withNames && namesMayFollow(columns)) {
        column = new Column("", Kind.NAMES);
      }
      columns.add(column);
    }
    return new SdmxHeadings(columns, subSeparator);
  }

  private static boolean namesMayFollow(List<Column> columns) {
    Kind last = columns.get(columns.size() - 1).kind();
    return last != Kind.NAMES && last != Kind.ENVELOPE;
  }

  /** The key of a heading as a mapping writes it. */
  static String key(String heading) {
    return column(heading).key();
  }

  /** A heading is {@code ID}, {@code ID[en;fr]}, {@code ID[]}, each also with {@code : Name}. */
  private static Column column(String heading) {
    String id = Sdmx.withoutName(heading);
    Kind kind = id.length() < heading.length() ? Kind.NAMED : Kind.PLAIN;
    int bracket = id.indexOf('[');
    if (bracket > 0 && id.endsWith("]")) {
      kind = bracket + 2 < id.length() ? Kind.MULTILINGUAL : kind;
      id = id.substring(0, bracket);
    }
    return new Column(id.strip().toUpperCase(Locale.ROOT), kind);
  }

  private static char subSeparator(String heading) {
    int bracket = heading.indexOf('[');
    return bracket < 0 || bracket + 1 >= heading.length() ? 0 : heading.charAt(bracket + 1);
  }

  /** Place of a column of the envelope; −1 when there is none. */
  int envelope(String key) {
    return columns.indexOf(new Column(key, Kind.ENVELOPE));
  }

  /** What a cell holds without the name of a code. */
  String withoutName(int column, String cell) {
    return columns.get(column).kind() == Kind.NAMED ? Sdmx.withoutName(cell) : cell;
  }

  /** What a cell holds without the mark of its only language. */
  String withoutLanguage(int column, String cell) {
    return columns.get(column).kind() == Kind.MULTILINGUAL ? onlyLanguage(cell) : cell;
  }

  /** Texts in several languages stay as they are, so that none is lost. */
  private String onlyLanguage(String cell) {
    boolean marked = cell.matches("(?s)[a-z]{2}:.*");
    return marked && (subSeparator == 0 || cell.indexOf(subSeparator) < 0)
        ? cell.substring(3).strip()
        : cell;
  }
}
