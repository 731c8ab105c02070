package org.midex.tabular.internal.template;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text by which a template is known again: one cell of plain text, so that no program drops it.
 *
 * @param version of this kind of template
 * @param theme id of the theme
 * @param edition of the catalogue that made the template
 * @param language two-letter code of the language that names are in
 * @param constants dimensions that have no column because they are the same in every row; in CSV
 *     only, workbooks have them on the header sheet
 */
public record Marker(
    int version, String theme, LocalDate edition, String language, Map<String, String> constants) {
  /** The version that this program writes and reads. */
  public static final int VERSION = 1;

  /** What a marker starts with. */
  public static final String START = "midex-template/";

  private static final int LONGEST = 4_000;

  private static final Pattern FORM =
      Pattern.compile(
          START
              + "(?<version>[1-9][0-9]{0,3}) (?<theme>[^\\s=]{1,64}) (?<edition>[0-9-]{10})"
              + " (?<language>[a-z]{2,3})(?<constants>( [^\\s=]+=[^\\s=]+)*)");

  public Marker {
    constants = Map.copyOf(constants);
  }

  /** The marker that a cell's text is; null when it is none. */
  public static @Nullable Marker of(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (text.length() > LONGEST || !parts.matches()) {
      return null;
    }
    Map<String, String> constants = new LinkedHashMap<>();
    for (String constant : parts.group("constants").strip().split(" ", -1)) {
      int equals = constant.indexOf('=');
      if (equals > 0) {
        constants.put(constant.substring(0, equals), constant.substring(equals + 1));
      }
    }
    try {
      return new Marker(
          Integer.parseInt(parts.group("version")),
          parts.group("theme"),
          LocalDate.parse(parts.group("edition")),
          parts.group("language"),
          constants);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The cell's text. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(START + version);
    text.append(' ').append(theme).append(' ').append(edition).append(' ').append(language);
    constants.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(c -> text.append(' ').append(c.getKey()).append('=').append(c.getValue()));
    return text.toString();
  }
}
