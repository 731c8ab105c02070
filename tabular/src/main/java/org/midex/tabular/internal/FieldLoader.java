package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;
import org.midex.schema.internal.YamlFile.Value;
import org.midex.tabular.internal.Coding.Kind;
import org.midex.tabular.internal.Coding.Step;

/** Reads how a mapping gives the fields of one theme. */
final class FieldLoader {
  /** What may be said of a field's texts, wherever they stand. */
  static final Set<String> TRANSLATION =
      Set.of("period", "language", "tokens", "scheme", "labels", "names", "prefix", "suffix");

  private static final Set<String> CODING = Set.of("scheme", "labels", "names");

  private final Catalogue catalogue;
  private final RowType theme;
  private final Numbers numbers;
  private final List<String> periods;
  private final Faults faults;

  /**
   * @param numbers how the table writes numbers
   * @param periods formats of periods where none are given; empty when they have to be given
   */
  FieldLoader(
      Catalogue catalogue, RowType theme, Numbers numbers, List<String> periods, Faults faults) {
    this.catalogue = catalogue;
    this.theme = theme;
    this.numbers = numbers;
    this.periods = periods;
    this.faults = faults;
  }

  /** The field of the row that a name stands for. */
  Field field(Value place, String name) {
    return theme.find(name).orElseThrow(() -> place.fault(unknown(name, theme.fields())));
  }

  Field field(Value name) {
    return field(name, name.text());
  }

  /** The field, of the row or of the dataset, that a name stands for. */
  Field anyField(Value place) {
    String name = place.text();
    List<Field> known = new ArrayList<>(theme.fields());
    known.addAll(theme.datasetFields());
    return known.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(() -> place.fault(unknown(name, known)));
  }

  boolean isOfDataset(Field field) {
    return theme.datasetFields().contains(field);
  }

  private String unknown(String name, List<Field> fields) {
    List<String> known = fields.stream().map(Field::name).toList();
    return theme
        + " has no field "
        + name
        + Nearest.of(name, known)
            .map(n -> "; did you mean " + n + "?")
            .orElse("; it has " + String.join(", ", known));
  }

  /** Fields with their texts, such as constants. */
  Map<Field, String> texts(@Nullable Value value) {
    Map<Field, String> texts = new LinkedHashMap<>();
    if (value != null) {
      value
          .map()
          .forEach(
              (name, text) ->
                  faults.run(
                      () -> {
                        Field field = field(text, name);
                        if (field.role() == Field.Role.MEASURE) {
                          throw text.fault("a figure cannot be a constant");
                        }
                        texts.put(field, HeaderLoader.text(text, field));
                      }));
    }
    return texts;
  }

  /** The same of attributes only. */
  Map<Field, String> attributes(Value value) {
    Map<Field, String> texts = texts(value);
    for (Field field : texts.keySet()) {
      if (field.role() != Field.Role.ATTRIBUTE) {
        throw value.fault(field.name() + " is no attribute");
      }
    }
    return texts;
  }

  /** How the texts of a field are read. */
  Translation translation(Field field, Value spec) {
    ValueType type = field.type();
    if (type.list() == null) {
      for (String name : CODING) {
        Value given = spec.get(name);
        if (given != null) {
          throw given.fault(field.name() + " is not coded; '" + name + "' means nothing here");
        }
      }
    }
    return trimmed(spec, bare(field, spec));
  }

  /** How the texts of a field are read when nothing is said of them: in the standard's own form. */
  Translation standard(Field field) {
    ValueType type = field.type();
    CodeList list = type.list();
    if (list != null) {
      return new Coding(catalogue, list, Map.of(), List.of(new Step(Kind.SCHEME, "midex")));
    }
    if (type.kind() == ValueType.Kind.PERIOD && !periods.isEmpty()) {
      return new PeriodFormat(periods, type, new Months("en"));
    }
    return type.isNumber() ? new Amount(numbers, type.scale()) : new Typed(type);
  }

  private Translation bare(Field field, Value spec) {
    ValueType type = field.type();
    Value period = spec.get("period");
    Value language = spec.get("language");
    CodeList list = type.list();
    boolean day = type.kind() == ValueType.Kind.DATE && period != null;
    if (type.kind() == ValueType.Kind.PERIOD || day) {
      return tokens(field, spec, period(spec, type));
    }
    for (Value meant : new @Nullable Value[] {period, language}) {
      if (meant != null) {
        throw meant.fault(field.name() + " is no period");
      }
    }
    if (list != null) {
      return coding(list, spec);
    }
    return tokens(
        field, spec, type.isNumber() ? new Amount(numbers, type.scale()) : new Typed(type));
  }

  private static Translation trimmed(Value spec, Translation inner) {
    List<String> prefixes = marks(spec.get("prefix"));
    List<String> suffixes = marks(spec.get("suffix"));
    return prefixes.isEmpty() && suffixes.isEmpty()
        ? inner
        : new Trimmed(inner, prefixes, suffixes);
  }

  private static List<String> marks(@Nullable Value value) {
    if (value == null) {
      return List.of();
    }
    if (value.texts().contains("")) {
      throw value.fault("an empty text is no mark");
    }
    return value.texts();
  }

  PeriodFormat period(Value spec, ValueType type) {
    Value formats = periods.isEmpty() ? spec.require("period") : spec.get("period");
    Value language = spec.get("language");
    Months months = months(language == null ? "en" : language.text(), spec);
    try {
      return new PeriodFormat(formats == null ? periods : formats.texts(), type, months);
    } catch (IllegalArgumentException e) {
      throw (formats == null ? spec : formats).fault(String.valueOf(e.getMessage()));
    }
  }

  private static Months months(String language, Value place) {
    try {
      return new Months(language);
    } catch (IllegalArgumentException e) {
      throw place.fault(String.valueOf(e.getMessage()));
    }
  }

  private Translation tokens(Field field, Value spec, Translation otherwise) {
    Value tokens = spec.get("tokens");
    if (tokens == null) {
      return otherwise;
    }
    return new Tokens(tokenTexts(tokens, meaning -> HeaderLoader.text(meaning, field)), otherwise);
  }

  /** Meanings by token; a faulty one is noted and left out. */
  private Map<String, String> tokenTexts(Value tokens, Function<Value, String> meaning) {
    Map<String, String> texts = new LinkedHashMap<>();
    tokens.map().forEach((token, text) -> faults.run(() -> texts.put(token, meaning.apply(text))));
    return texts;
  }

  private Coding coding(CodeList list, Value spec) {
    List<Step> steps = new ArrayList<>();
    List<String> schemes = new ArrayList<>(list.schemes());
    schemes.add("midex");
    List<String> labels = new ArrayList<>(catalogue.labelSchemes(list));
    labels.addAll(schemes);
    addSteps(steps, spec.get("scheme"), Kind.SCHEME, schemes, list);
    addSteps(steps, spec.get("labels"), Kind.LABELS, labels, list);
    addSteps(steps, spec.get("names"), Kind.NAMES, catalogue.languages(), list);
    Value given = spec.get("tokens");
    Map<String, String> tokens =
        given == null ? Map.of() : tokenTexts(given, code -> code(list, code));
    if (steps.isEmpty() && given == null) {
      steps.add(new Step(Kind.SCHEME, "midex"));
    }
    return new Coding(catalogue, list, tokens, steps);
  }

  private void addSteps(
      List<Step> steps, @Nullable Value names, Kind kind, List<String> known, CodeList list) {
    if (names == null) {
      return;
    }
    for (String name : names.texts()) {
      if (known.contains(name)) {
        steps.add(new Step(kind, name));
      } else {
        faults.add(
            names.fault(
                "%s knows no %s '%s'%s"
                    .formatted(
                        list,
                        kind.name().toLowerCase(Locale.ROOT),
                        name,
                        Nearest.of(name, known)
                            .map(n -> "; did you mean " + n + "?")
                            .orElse("; it knows " + String.join(", ", known)))));
      }
    }
  }

  /** The code of a list that a value names. */
  static String code(CodeList list, Value code) {
    if (list.indexOf(code.text()) < 0) {
      throw code.fault(
          "no code %s in %s%s"
              .formatted(
                  code.text(),
                  list,
                  list.suggest(code.text()).map(c -> "; did you mean " + c.id() + "?").orElse("")));
    }
    return code.text();
  }
}
