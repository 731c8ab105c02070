package org.midex.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Frequency;
import org.midex.schema.RowType;
import org.midex.schema.Texts;

/** Makes observations of any theme, and the cells that people write for them. */
public final class ObservationMaker {
  private final RowType theme;
  private final Texts texts;
  private final Random random;

  public ObservationMaker(Catalogue catalogue, RowType theme, String language, long seed) {
    this.theme = theme;
    this.texts = catalogue.texts(language);
    this.random = new Random(seed);
  }

  /**
   * Observations with different keys.
   *
   * @param constants fields that are the same in all of them
   */
  public List<Observation> observations(int count, Map<String, String> constants) {
    List<Observation> made = new ArrayList<>();
    Set<List<String>> keys = new HashSet<>();
    while (made.size() < count) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (Field field : theme.fields()) {
        if (constants.containsKey(field.name())) {
          fields.put(field.name(), constants.get(field.name()));
        } else if (field.required() || random.nextInt(3) > 0) {
          fields.put(field.name(), value(field));
        }
      }
      if (keys.add(theme.key().stream().map(f -> fields.get(f.name())).toList())) {
        made.add(Observation.of(theme, fields));
      }
    }
    return made;
  }

  /** A value of a field, by chance. */
  public String value(Field field) {
    CodeList list = field.type().list();
    if (list != null) {
      return list.code(random.nextInt(list.codes().size())).id();
    }
    return switch (field.type().kind()) {
      case COUNT -> String.valueOf(random.nextInt(100_000));
      case AMOUNT ->
          random.nextInt(1_000)
              + "."
              + "0".repeat(field.type().scale() - 1)
              + (1 + random.nextInt(9));
      case PERIOD -> period(List.copyOf(field.type().frequencies()));
      case DATE -> "2024-03-31";
      case INSTANT -> "2024-03-31T12:00:00Z";
      case IDENTIFIER -> "00" + random.nextInt(1_000_000);
      case BOOLEAN -> String.valueOf(random.nextBoolean());
      default -> "5-11 “x” é & <" + random.nextInt(100) + ">";
    };
  }

  private String period(List<Frequency> frequencies) {
    int year = 1990 + random.nextInt(40);
    return switch (frequencies.get(random.nextInt(frequencies.size()))) {
      case A -> "" + year;
      case S -> year + "-S" + (1 + random.nextInt(2));
      case Q -> year + "-Q" + (1 + random.nextInt(4));
      case M -> year + "-%02d".formatted(1 + random.nextInt(12));
      case W -> year + "-W%02d".formatted(1 + random.nextInt(52));
      case D -> year + "-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
    };
  }

  /** The cells of an observation: codes as codes, as drop-down entries, or as names, in turn. */
  public Map<String, String> cells(Observation observation) {
    Map<String, String> cells = new HashMap<>();
    observation
        .fields()
        .forEach(
            (name, text) -> {
              CodeList list = theme.field(name).type().list();
              cells.put(name, list == null ? text : written(list, list.get(text)));
            });
    return cells;
  }

  private String written(CodeList list, Code code) {
    String name = texts.name(list, code);
    boolean own =
        list.codes().stream().filter(c -> texts.name(list, c).equals(name)).count() == 1
            && list.codes().stream()
                .noneMatch(c -> c.id().equals(name) || (c.id() + " " + c.name()).equals(name));
    return switch (random.nextInt(own ? 3 : 2)) {
      case 0 -> code.id();
      case 1 -> code.id().equals(name) ? name : code.id() + " " + name;
      default -> name;
    };
  }
}
