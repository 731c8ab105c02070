package org.midex.tabular.internal.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.model.Lexical;
import org.midex.schema.Frequency;
import org.midex.schema.ValueType;
import org.midex.tabular.internal.Translation;

/**
 * Values that are written in one form only.
 *
 * @param type neither coded nor free text
 */
record Form(ValueType type) implements Translation {

  @Override
  public @Nullable String translate(String cell) {
    return Lexical.matches(type, cell) ? cell : null;
  }

  @Override
  public List<String> spellings(String text) {
    return List.of(text);
  }

  @Override
  public String rule() {
    return "MDX-I36";
  }

  @Override
  public Map<String, String> details() {
    return Map.of("expected", example(type));
  }

  @Override
  public Optional<String> suggest(String cell) {
    return type.kind() == ValueType.Kind.PERIOD
        ? MeantPeriod.of(cell, type.frequencies())
        : Optional.empty();
  }

  /** Examples of the form; the same in every language. */
  static String example(ValueType type) {
    return switch (type.kind()) {
      case PERIOD ->
          type.frequencies().stream().sorted().map(Form::example).collect(Collectors.joining(", "));
      case DATE -> example(Frequency.D);
      case INSTANT -> example(Frequency.D) + "T12:00:00Z";
      case COUNT -> "1234";
      case AMOUNT -> "1234." + "5678901234567".substring(0, Math.min(type.scale(), 13));
      case IDENTIFIER -> "A-Z a-z 0-9 _ . : -";
      case URN -> "urn:uuid:…";
      case DIGEST -> "0-9 a-f (64)";
      case VERSION -> "1.0";
      case BOOLEAN -> "true, false";
      case CODE, TEXT, COMPONENT -> "";
    };
  }

  private static String example(Frequency frequency) {
    return switch (frequency) {
      case A -> "2024";
      case S -> "2024-S1";
      case Q -> "2024-Q1";
      case M -> "2024-03";
      case W -> "2024-W05";
      case D -> "2024-03-31";
    };
  }
}
