package org.midex.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.midex.model.Location;
import org.midex.model.Problem;

/**
 * Finds where the text before the rows says what a finding on the whole message is about: the
 * element or attribute of that name, the one with the value found if there is one. Not thread-safe.
 */
final class HeadPlaces {
  /** Bytes that are searched; headers are shorter. */
  private static final int LENGTH = 1 << 16;

  private static final String ROWS = "<Obs";

  private final SecondReading again;
  private @Nullable String head;

  HeadPlaces(SecondReading again) {
    this.again = again;
  }

  /** The place, with its line and column; what is known where there is none. */
  Location of(Problem problem, @Nullable String value, Location known) throws IOException {
    String field = problem.field();
    if (known.record() > 0 || known.line() > 0 || field == null || !again.isText()) {
      return known;
    }
    String text = head();
    String name = Pattern.quote(field);
    String found = Pattern.quote(String.valueOf(value));
    int at = -1;
    for (String pattern :
        new String[] {
          "<" + name + "(?:\\s[^>]*)?>\\s*" + found + "\\s*<",
          "\\s" + name + "\\s*=\\s*[\"']" + found + "[\"']",
          "<" + name + "[\\s>]",
          "\\s" + name + "\\s*="
        }) {
      Matcher matcher = Pattern.compile(pattern).matcher(text);
      if (at < 0 && matcher.find()) {
        at = matcher.start() + (pattern.startsWith("<") ? 0 : 1);
      }
    }
    return at < 0 ? known : place(text, at, known);
  }

  private static Location place(String text, int at, Location known) {
    String before = text.substring(0, at).replace("\r\n", "\n").replace('\r', '\n');
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
    return new Location(0, known.byteOffset(), line, column, known.source());
  }

  /** Without the byte order mark, which no line counts. */
  private String head() throws IOException {
    String known = head;
    if (known == null) {
      String text = new String(again.bytes(0, LENGTH), StandardCharsets.UTF_8);
      int rows = text.indexOf(ROWS);
      text = rows < 0 ? text : text.substring(0, rows);
      known = text.startsWith("\uFEFF") ? text.substring(1) : text;
      head = known;
    }
    return known;
  }
}
