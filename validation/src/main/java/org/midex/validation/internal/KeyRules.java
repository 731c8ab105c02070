package org.midex.validation.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.model.Lexical;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.keys.KeyedRows;
import org.midex.validation.internal.keys.RowFigure;

/**
 * The rules that need a row's whole key: MDX-V03 and the theme's checks. A row whose key cannot be
 * told is counted as not judged by them.
 */
final class KeyRules implements KeyedRows.Duplicates {
  private static final String DUPLICATE = "MDX-V03";
  private static final String NO_FIGURE = "—";

  private final List<Field> key;
  private final long keySlots;
  private final Field measure;
  private final UnknownCodes unknown;
  private final List<String> rules;
  private final Reporter reporter;
  private final Map<String, Long> notJudged = new TreeMap<>();
  private final Problem duplicate = Problem.of(DUPLICATE);

  private KeyRules(KeyRules other, Reporter reporter) {
    this.key = other.key;
    this.keySlots = other.keySlots;
    this.measure = other.measure;
    this.unknown = other.unknown;
    this.rules = other.rules;
    this.reporter = reporter;
  }

  /**
   * @param rules ids of the checks' rules
   */
  KeyRules(RowType type, UnknownCodes unknown, List<String> rules, Reporter reporter) {
    this.key = type.key();
    this.keySlots = type.bits(Field::isKey);
    this.measure = type.measure().orElseThrow();
    this.unknown = unknown;
    this.rules = Stream.concat(Stream.of(DUPLICATE), rules.stream()).distinct().toList();
    this.reporter = reporter;
  }

  /** The same rules, told to somebody else. */
  KeyRules to(Reporter other) {
    return new KeyRules(this, other);
  }

  /** Counts a row whose key cannot be told as not judged. */
  void notJudged(String why) {
    notJudged.merge(why, 1L, Long::sum);
  }

  /** Tells on how many rows nothing could be judged. */
  void finish() {
    notJudged.forEach((why, count) -> rules.forEach(rule -> reporter.notRun(rule, why, count)));
  }

  /** Why a row's key cannot be told; null when it can. */
  @Nullable String whyKeyIsUnknown(RowView row) {
    String why = reporter.rowIsSound() ? null : "malformed";
    if (why == null && row.allValid(keySlots)) {
      return null;
    }
    for (int i = 0; i < key.size(); i++) {
      Field field = key.get(i);
      CodeList list = field.type().list();
      if (list != null && row.code(field.slot()) == RowView.UNKNOWN) {
        return unknown.mayBeNewer(list) ? "newerVersion" : "unknownCode";
      }
      if (!row.valid(field.slot())) {
        why = "malformed";
      }
    }
    return why;
  }

  /** Whether a row's key can be read, sound or not. */
  boolean keyCanBeRead(RowView row) {
    return row.allValid(keySlots);
  }

  @Override
  public void duplicate(RowFigure row, RowFigure first) {
    reporter.onRecord(
        row.record(),
        duplicate,
        null,
        () -> {
          Map<String, String> details = new LinkedHashMap<>();
          details.put("first", Long.toString(first.record()));
          details.put("there", text(first));
          details.put("here", text(row));
          return details;
        });
  }

  private String text(RowFigure row) {
    return row.known() ? Lexical.text(row.figure(), measure.type().scale()) : NO_FIGURE;
  }
}
