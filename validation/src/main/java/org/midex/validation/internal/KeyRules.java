package org.midex.validation.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.model.Lexical;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.across.Statuses;

/**
 * The rules that need a row's whole key: MDX-V03 and the theme's checks. A row whose key cannot be
 * told is counted as not judged by them.
 */
final class KeyRules {
  private static final String DUPLICATE = "MDX-V03";
  private static final String NO_FIGURE = "—";

  private final List<Field> key;
  private final long keySlots;
  private final Field time;
  private final Field measure;
  private final Keys keys;
  private final UnknownCodes unknown;
  private final List<RowRule> comparisons;
  private final List<KeyCheck> checks;
  private final List<KeyCheck.Watching> watching;
  private final List<String> rules;
  private final Statuses breaks;
  private final Reporter reporter;
  private final Problem duplicate = Problem.of(DUPLICATE);

  /**
   * @param rules ids of the checks' rules
   * @param breaks statuses with which an entry is marked
   */
  KeyRules(
      RowType type,
      Keys keys,
      UnknownCodes unknown,
      List<RowRule> comparisons,
      List<KeyCheck> checks,
      List<String> rules,
      Statuses breaks,
      Reporter reporter) {
    this.key = type.key();
    this.keySlots = key.stream().mapToLong(f -> 1L << f.slot()).reduce(0, (a, b) -> a | b);
    this.time = type.time().orElseThrow();
    this.measure = type.measure().orElseThrow();
    this.keys = keys;
    this.unknown = unknown;
    this.comparisons = comparisons;
    this.checks = checks;
    this.watching =
        checks.stream()
            .filter(KeyCheck.Watching.class::isInstance)
            .map(KeyCheck.Watching.class::cast)
            .toList();
    this.rules = Stream.concat(Stream.of(DUPLICATE), rules.stream()).distinct().toList();
    this.breaks = breaks;
    this.reporter = reporter;
  }

  /** Counts a row whose key cannot be told as not judged. */
  void notJudged(String why) {
    for (int i = 0; i < rules.size(); i++) {
      reporter.notRun(rules.get(i), why);
    }
  }

  /**
   * Judges a row whose key is known.
   *
   * @return whether its key was not there before
   */
  boolean isNew(RowView row) {
    for (int i = 0; i < comparisons.size(); i++) {
      comparisons.get(i).check(row);
    }
    keys.hash().set(row);
    KeyTable table = keys.table();
    int entry =
        table.add(keys.hash().hi(), keys.hash().lo(), reporter.record(), row.number(time.slot()));
    if (entry < 0) {
      reportDuplicate(row, table.find(keys.hash().hi(), keys.hash().lo()));
      return false;
    }
    if (row.valid(measure.slot())) {
      table.setFigure(entry, row.number(measure.slot()));
      table.mark(entry, breaks.holds(row));
    }
    keys.seen(row, entry);
    for (int i = 0; i < watching.size(); i++) {
      watching.get(i).seen(row, entry);
    }
    return true;
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

  private void reportDuplicate(RowView row, int first) {
    KeyTable table = keys.table();
    String there =
        table.hasFigure(first)
            ? Lexical.text(table.figure(first), measure.type().scale())
            : NO_FIGURE;
    String here = Objects.requireNonNullElse(row.text(measure.slot()), NO_FIGURE);
    reporter.onRow(
        duplicate,
        null,
        () -> {
          Map<String, String> details = new LinkedHashMap<>();
          details.put("first", Long.toString(table.record(first)));
          details.put("there", there);
          details.put("here", here);
          return details;
        });
  }

  void finish() {
    checks.forEach(KeyCheck::finish);
  }
}
