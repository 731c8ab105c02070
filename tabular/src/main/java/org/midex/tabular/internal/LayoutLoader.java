package org.midex.tabular.internal;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.internal.YamlFile.Value;
import org.midex.tabular.internal.Layout.Format;

/** Reads a mapping's {@code table} and {@code numbers}. */
public final class LayoutLoader {
  /** Stands for no quote: no text holds it. */
  public static final char NONE = '\u0000';

  private LayoutLoader() {}

  static Layout layout(Value table) {
    table.allow(
        Set.of("format", "sheet", "encoding", "separator", "quote", "heading_row", "structure"));
    Format kind = format(table.require("format"));
    Value structures = table.get("structure");
    if (structures != null && kind != Format.SDMX_CSV) {
      throw structures.fault("only sdmx-csv names its structure");
    }
    Value sheet = table.get("sheet");
    Value row = table.get("heading_row");
    if (row != null && (row.integer() < 1 || row.integer() > 1_000)) {
      throw row.fault("expected a row from 1 to 1000, found " + row.integer());
    }
    char separator = character(table.get("separator"), ',');
    char quote = character(table.get("quote"), '"');
    if (separator == quote) {
      throw table.fault("separator and quote are the same");
    }
    return new Layout(
        kind,
        sheet == null ? null : sheet.text(),
        encoding(table.get("encoding")),
        separator,
        quote,
        row == null ? 1 : row.integer(),
        structures == null ? List.of() : structures.texts());
  }

  private static Format format(Value format) {
    return switch (format.text()) {
      case "csv" -> Format.CSV;
      case "xlsx" -> Format.XLSX;
      case "sdmx-csv" -> Format.SDMX_CSV;
      default ->
          throw format.fault("expected csv, sdmx-csv or xlsx, found '" + format.text() + "'");
    };
  }

  private static Charset encoding(@Nullable Value name) {
    if (name == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name.text());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw name.fault(
          "'" + name.text() + "' is no encoding; use UTF-8, ISO-8859-1, windows-1252…");
    }
  }

  private static char character(@Nullable Value value, char otherwise) {
    if (value == null) {
      return otherwise;
    }
    String text =
        switch (value.text()) {
          case "tab" -> "\t";
          case "none" -> String.valueOf(NONE);
          default -> value.text();
        };
    if (text.length() != 1 || text.equals("\n") || text.equals("\r")) {
      throw value.fault("expected one character (or tab, none), found '" + text + "'");
    }
    return text.charAt(0);
  }

  static Numbers numbers(@Nullable Value numbers, boolean sdmx) {
    Numbers read = numbers == null ? Numbers.PLAIN : numbers(numbers);
    return sdmx ? read.scientific() : read;
  }

  private static Numbers numbers(Value numbers) {
    numbers.allow(Set.of("thousands", "decimal", "factor", "round"));
    Value thousands = numbers.get("thousands");
    Set<String> marks = thousands == null ? Set.of() : new LinkedHashSet<>(thousands.texts());
    char decimal = character(numbers.get("decimal"), '.');
    for (String mark : marks) {
      if (mark.length() != 1 || Character.isLetterOrDigit(mark.charAt(0))) {
        throw numbers.fault("a thousands mark is one character, not '" + mark + "'");
      }
      if (mark.charAt(0) == decimal) {
        throw numbers.fault("thousands mark and decimal mark are the same");
      }
    }
    Value round = numbers.get("round");
    return new Numbers(
        marks, decimal, factor(numbers.get("factor")), round != null && round.flag());
  }

  private static BigDecimal factor(@Nullable Value factor) {
    if (factor == null) {
      return BigDecimal.ONE;
    }
    if (!factor.text().matches("[0-9]{1,15}(\\.[0-9]{1,15})?")
        || new BigDecimal(factor.text()).signum() == 0) {
      throw factor.fault(
          "expected a number above zero such as 1000 or 0.01, found '" + factor.text() + "'");
    }
    BigDecimal number = new BigDecimal(factor.text()).stripTrailingZeros();
    return number.compareTo(BigDecimal.ONE) == 0 ? BigDecimal.ONE : number;
  }
}
