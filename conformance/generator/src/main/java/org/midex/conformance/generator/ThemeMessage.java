package org.midex.conformance.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midex.schema.Code;
import org.midex.schema.Field;
import org.midex.schema.Frequency;
import org.midex.schema.RowType;

/** A message of a theme that uses every field and every frequency of it, and breaks no rule. */
final class ThemeMessage {
  private static final List<String> AREAS =
      List.of("SYR", "UKR", "COL", "XXA", "MMR", "VEN", "IND");
  private static final Map<Frequency, List<String>> PERIODS =
      Map.of(
          Frequency.A, List.of("2023", "2022"),
          Frequency.S, List.of("2023-S1", "2022-S2"),
          Frequency.Q, List.of("2023-Q3", "2022-Q4"),
          Frequency.M, List.of("2023-02", "2022-12"),
          Frequency.W, List.of("2023-W05", "2020-W53"),
          Frequency.D, List.of("2023-03-31", "2024-02-29"));

  private static final List<String> TEXTS =
      List.of("Zählung vom 1. Jänner", "Sources: A & B <\"revised\">", "بيانات", "人口", "𝔐");
  private static final List<String> IDENTIFIERS = List.of("AT-", "2023.MM", "IOM:R_", "_x", "a");

  private final RowType theme;
  private final List<Frequency> frequencies;

  private ThemeMessage(RowType theme) {
    this.theme = theme;
    frequencies = theme.theme().frequencies().stream().sorted(Comparator.naturalOrder()).toList();
  }

  static Message of(RowType theme) {
    Message message = new Message(theme.id(), "theme " + theme);
    message.head("Purpose=Conformance test; the figures are made up").head("Test=true");
    ThemeMessage maker = new ThemeMessage(theme);
    for (Field field : theme.datasetFields()) {
      message.attribute(field.name(), maker.value(field, 0));
    }
    int rows = Math.max(3, maker.frequencies.size());
    for (int i = 0; i < rows; i++) {
      message.row(maker.row(i));
    }
    Map<String, String> gap = new LinkedHashMap<>(maker.row(rows));
    gap.put("OBS_VALUE", "");
    gap.put("OBS_STATUS", "O");
    return message.row(gap);
  }

  /** The first has every attribute, the second none, others every other one. */
  private Map<String, String> row(int row) {
    Map<String, String> values = new LinkedHashMap<>();
    int areas = 0;
    int attributes = 0;
    for (Field field : theme.fields()) {
      boolean area = field.type().list() != null && field.type().list().id().equals("CL_AREA");
      if (field.role() == Field.Role.ATTRIBUTE && (row == 1 || (row > 1 && attributes++ % 2 > 0))) {
        continue;
      }
      if (field.isKey() && area && !field.name().equals(theme.theme().reporter())) {
        values.put(field.name(), AREAS.get((row + 2 * areas++) % AREAS.size()));
      } else if (field.name().equals(theme.theme().reporter())) {
        values.put(field.name(), "AUT");
      } else {
        values.put(field.name(), value(field, row));
      }
    }
    return values;
  }

  private String value(Field field, int row) {
    return switch (field.type().kind()) {
      case CODE -> code(field, row);
      case COUNT ->
          Integer.toString(field.role() == Field.Role.MEASURE ? 1200 + 137 * row : 7 + row);
      case AMOUNT ->
          (3 * row + field.slot()) + "." + "125000000000".substring(0, field.type().scale());
      case PERIOD -> {
        int size = frequencies.size();
        yield PERIODS.get(frequencies.get(row % size)).get(row / size % 2);
      }
      case DATE -> "2023-02-2" + row;
      case INSTANT -> "2023-02-2" + row + "T23:59:59Z";
      case TEXT -> TEXTS.get((row + field.slot()) % TEXTS.size()) + " " + field.name();
      case IDENTIFIER -> IDENTIFIERS.get(row % IDENTIFIERS.size()) + field.slot();
      case BOOLEAN -> row % 2 == 0 ? "true" : "false";
      default -> throw new IllegalArgumentException("no value for " + field);
    };
  }

  private String code(Field field, int row) {
    List<String> units = theme.theme().units();
    if (field.name().equals(RowType.UNIT_MEASURE) && !units.isEmpty()) {
      return units.get(row % units.size());
    }
    List<Code> codes =
        new ArrayList<>(
            Message.plain(field.type()).stream()
                .filter(code -> !code.has("missing") && !code.has("provisional"))
                .toList());
    if (codes.isEmpty()) {
      codes.add(field.type().list().code(0));
    }
    return codes.get(row % codes.size()).id();
  }
}
