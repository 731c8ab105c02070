package org.midex.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of memory, written as for Java: 800k, 64m, 2g.
 *
 * @param bytes zero or more
 */
record MemorySize(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmg]?)");

  /** Reads one. */
  static final class Converter implements ITypeConverter<MemorySize> {
    @Override
    public MemorySize convert(String text) {
      Matcher found = FORM.matcher(text.toLowerCase(Locale.ROOT));
      if (!found.matches()) {
        throw new TypeConversionException(
            "expected an amount of memory such as 800k, 64m or 2g, was '" + text + "'");
      }
      int shift =
          switch (found.group(2)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
          };
      return new MemorySize(Long.parseLong(found.group(1)) << shift);
    }
  }
}
