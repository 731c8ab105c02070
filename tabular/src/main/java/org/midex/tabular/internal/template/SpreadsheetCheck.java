package org.midex.tabular.internal.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.ValueType;
import org.midex.schema.ValueType.Kind;
import org.midex.tabular.internal.CellCheck;
import org.midex.tabular.internal.Findings;
import org.midex.tabular.internal.Table;
import org.midex.tabular.internal.Table.Stored;
import org.midex.tabular.internal.Translation;

/**
 * Tells apart what a spreadsheet did to a cell, and what was meant where it can be told ({@code
 * MDX-I10} to {@code MDX-I36}). What changes no value, such as spaces or a formula, is said, and
 * the value is used.
 */
public final class SpreadsheetCheck extends CellCheck {
  /** Digits of a number that a spreadsheet keeps. */
  private static final int DIGITS = 15;

  private static final Pattern ERROR =
      Pattern.compile("#{2,}|#[¡¿]?[\\p{Lu}/0-9_]{2,20}[!?]?|Err:[0-9]{3}");

  /** As spreadsheets write truth in the languages that most offices use. */
  private static final Pattern TRUTH =
      Pattern.compile("TRUE|FALSE|VRAI|FAUX|VERDADERO|FALSO|WAHR|FALSCH|VERO");

  private static final Pattern EXPONENT = Pattern.compile("-?[0-9]+([.,][0-9]+)?[Ee][+-]?[0-9]+");

  private final Table table;
  private final Findings findings;
  private final Merges merges;

  SpreadsheetCheck(Table table, Findings findings, Merges merges) {
    this.table = table;
    this.findings = findings;
    this.merges = merges;
  }

  @Override
  public void row() {
    merges.row(table.line());
    if (table.isHidden()) {
      findings.row(table, "MDX-I18", Map.of());
    }
  }

  @Override
  public @Nullable Fault fault(int cell, Field field, String text) {
    String range = merges.covering(table.line(), cell);
    if (range != null) {
      return new Fault("MDX-I17", text, Map.of("range", range), Optional::empty);
    }
    if (cell >= table.size()) {
      return null;
    }
    Fault fault = stored(field, text, table.stored(cell));
    if (fault == null) {
      say(cell, field, text);
    }
    return fault;
  }

  private static @Nullable Fault stored(Field field, String text, Stored stored) {
    ValueType type = field.type();
    return switch (stored) {
      case TEXT -> type.isNumber() && hasMark(text, type.scale()) ? figure(type, text) : null;
      case ERROR -> simple("MDX-I15", text);
      case BOOLEAN -> type.kind() == Kind.BOOLEAN ? null : simple("MDX-I15", text);
      case NUMBER -> type.isNumber() && digits(text) > DIGITS ? simple("MDX-I14", text) : null;
      case DAY -> day(type, LocalDate.parse(text));
      case MONTH -> month(type, LocalDate.parse(text));
    };
  }

  /** Whether a point may mark thousands: 1.000 is one with three zeros or a thousand. */
  private static boolean hasMark(String figure, int scale) {
    int point = figure.indexOf('.');
    return point >= 0 && figure.length() - point - 1 > scale && !EXPONENT.matcher(figure).matches();
  }

  private static Fault figure(ValueType type, String text) {
    return new Fault(
        DateText.of(text).isEmpty() ? "MDX-I13" : "MDX-I12",
        text,
        Map.of(),
        () -> MeantFigure.of(text, type.scale()));
  }

  private static long digits(String number) {
    return number.chars().filter(Character::isDigit).count();
  }

  private static @Nullable Fault day(ValueType type, LocalDate day) {
    if (type.kind() == Kind.DATE || (type.kind() == Kind.PERIOD && isDay(type, day))) {
      return null;
    }
    return date(type, day, () -> MeantPeriod.ofDay(day, type.frequencies()));
  }

  private static boolean isDay(ValueType type, LocalDate day) {
    return !MeantPeriod.isYear(day) && new Form(type).translate(day.toString()) != null;
  }

  private static Fault month(ValueType type, LocalDate day) {
    return date(type, day, () -> MeantPeriod.ofMonth(day, type.frequencies()));
  }

  private static Fault date(ValueType type, LocalDate day, Supplier<Optional<String>> period) {
    DateText shown = new DateText(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    CodeList list = type.list();
    Supplier<Optional<String>> meant =
        list != null
            ? () -> MeantCode.ofDates(List.of(shown), list)
            : type.kind() == Kind.PERIOD ? period : Optional::empty;
    return new Fault("MDX-I12", day.toString(), Map.of(), meant);
  }

  private static Fault simple(String rule, String text) {
    return new Fault(rule, text, Map.of(), Optional::empty);
  }

  /** What changes no value. */
  private void say(int cell, Field field, String text) {
    Kind kind = field.type().kind();
    if (table.isFormula(cell)) {
      note("MDX-I19", cell, field, text);
    }
    if (kind == Kind.IDENTIFIER && table.isNumber(cell)) {
      note("MDX-I35", cell, field, text);
    }
    if (kind != Kind.TEXT && !text.isEmpty() && !table.text(cell).equals(text)) {
      note("MDX-I16", cell, field, table.text(cell));
    }
  }

  private void note(String rule, int cell, Field field, String value) {
    findings.cell(table, rule, field.name(), cell, value, Map.of(), Optional::empty);
  }

  @Override
  public @Nullable String undisguised(int cell, Field field, String text, Translation translation) {
    String meant =
        translation instanceof Choices choices
            ? choices.translateLoosely(text)
            : translation.translate(Spelling.clean(text));
    if (meant != null) {
      note("MDX-I16", cell, field, text);
    }
    return meant;
  }

  @Override
  public Fault untranslated(Field field, String text, Translation translation) {
    if (Spelling.clean(text).isEmpty()) {
      return simple("MDX-I11", text);
    }
    if (ERROR.matcher(text).matches() || TRUTH.matcher(text).matches()) {
      return simple("MDX-I15", text);
    }
    if (EXPONENT.matcher(text).matches()) {
      return simple("MDX-I14", text);
    }
    ValueType type = field.type();
    if (type.isNumber()) {
      return figure(type, text);
    }
    CodeList list = type.list();
    return list == null ? form(type, text, translation) : code(list, text, translation);
  }

  private static Fault byTranslation(String text, Translation translation) {
    return new Fault(
        translation.rule(), text, translation.details(), () -> translation.suggest(text));
  }

  private static Fault form(ValueType type, String text, Translation translation) {
    boolean date =
        type.kind() == Kind.PERIOD && (!DateText.of(text).isEmpty() || text.matches("[0-9]{5}"));
    return date
        ? new Fault("MDX-I12", text, Map.of(), () -> translation.suggest(text))
        : byTranslation(text, translation);
  }

  private static Fault code(CodeList list, String text, Translation translation) {
    List<DateText> dates = DateText.of(text);
    if (!dates.isEmpty()) {
      return new Fault("MDX-I12", text, Map.of(), () -> MeantCode.ofDates(dates, list));
    }
    if (text.matches("[0-9]{1,9}")) {
      Optional<String> padded = MeantCode.ofNumber(text, list);
      if (padded.isPresent()) {
        return new Fault("MDX-I14", text, Map.of(), () -> padded);
      }
    }
    return byTranslation(text, translation);
  }
}
