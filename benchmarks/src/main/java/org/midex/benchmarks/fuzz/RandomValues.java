package org.midex.benchmarks.fuzz;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.midex.model.Lexical;
import org.midex.model.TimePeriod;
import org.midex.schema.Code;
import org.midex.schema.Frequency;
import org.midex.schema.ValueType;

/** Texts in the lexical form of a type. */
final class RandomValues {
  private static final List<String> TEXTS =
      List.of("a", "]]>", "<!--", " ", "\r\n", "\t", "&amp;", "\"'", "Zürich", "東京", "🌍", "مرحبا");
  private static final String IDENTIFIER = "ABCabc019";
  private static final String DIGITS = "0123456789abcdef";
  private static final int DIGEST = 64;

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  String of(ValueType type) {
    return switch (type.kind()) {
      case CODE -> code(Objects.requireNonNull(type.list()).codes());
      case COUNT, AMOUNT -> Lexical.text(number(), type.scale());
      case PERIOD -> period(one(List.copyOf(type.frequencies())));
      case DATE -> period(Frequency.D);
      case INSTANT -> period(Frequency.D) + "T23:59:59Z";
      case TEXT -> text();
      case IDENTIFIER -> letters(IDENTIFIER, 1 + random.nextInt(8));
      case URN -> "urn:uuid:" + letters(DIGITS, 8);
      case DIGEST -> letters(DIGITS, DIGEST);
      case VERSION -> "1.0";
      case BOOLEAN -> String.valueOf(random.nextBoolean());
      case COMPONENT -> throw new IllegalArgumentException("a component has no text");
    };
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Often one of the first codes, so that keys meet. */
  private String code(List<Code> codes) {
    return codes
        .get(random.nextInt(random.nextBoolean() ? Math.min(4, codes.size()) : codes.size()))
        .id();
  }

  /** Of any length that the type allows. */
  private long number() {
    long large = random.nextLong() % 1_000_000_000_000_000_000L;
    return large / (long) Math.pow(10, random.nextInt(18));
  }

  private String period(Frequency frequency) {
    int year = random.nextInt(4) == 0 ? 1 + random.nextInt(9999) : 2020 + random.nextInt(5);
    int part =
        switch (frequency) {
          case A -> 0;
          case S -> 1 + random.nextInt(2);
          case Q -> 1 + random.nextInt(4);
          case M -> 1 + random.nextInt(12);
          case W -> 1 + random.nextInt(52);
          case D -> (1 + random.nextInt(12)) * 100 + 1 + random.nextInt(28);
        };
    return new TimePeriod(frequency, year, part).toString();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
      text.append(one(TEXTS));
    }
    return random.nextInt(200) == 0 ? text.toString().repeat(1_000) : text.toString();
  }

  private String letters(String of, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(of.charAt(random.nextInt(of.length())));
    }
    return text.toString();
  }
}
