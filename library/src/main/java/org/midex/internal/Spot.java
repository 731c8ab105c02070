package org.midex.internal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Problem;
import org.midex.model.Result.Sample;

/**
 * What a report shows of one place in a text: the tag or line that stands there, and in it the
 * offending value.
 *
 * @param location the offending value itself where it was found, else the start of its element
 * @param text the tag or line, possibly cut
 * @param caret offset of the offending value in the text, or −1
 * @param caretLength its length
 */
record Spot(Location location, String text, int caret, int caretLength) {
  /** Characters of an excerpt. */
  static final int SHOWN = 1000;

  private static final int BEFORE = 60;
  private static final int[] NOWHERE = {-1, 0};

  /** What the parser complains of stands anywhere, in a row too. */
  private static final String NOT_WELL_FORMED = "MDX-S01";

  /** Text that stands behind the tag. */
  private static final String TEXT = "MDX-S10";

  /** Rules on the name of an attribute or element, not on its value. */
  private static final Set<String> ON_NAMES = Set.of("MDX-S06", "MDX-S08", "MDX-S12", "MDX-S14");

  /**
   * Rows start at their tag. What the parser complained of stands in the middle of a line, of which
   * the start is shown too.
   */
  static TextCursor.Target target(Problem problem, Location location) {
    boolean row = startsAtTag(problem, location);
    return new TextCursor.Target(
        location.line(), row ? location.column() : Math.max(1, location.column() - BEFORE));
  }

  private static boolean startsAtTag(Problem problem, Location location) {
    return location.record() > 0 && !problem.rule().equals(NOT_WELL_FORMED);
  }

  /** What stands in a window that starts at the location's target. */
  static Spot of(Problem problem, Location location, TextCursor.Window window) {
    boolean tag = startsAtTag(problem, location) && !problem.rule().equals(TEXT);
    String text = firstTag(window.text(), tag);
    long shift = location.column() - target(problem, location).column();
    if (shift > 0) {
      int start = (int) Math.min(shift, text.length());
      String rest = text.substring(start);
      int[] inside = rest.startsWith("<") ? caret(rest, problem) : NOWHERE;
      int step = Math.max(inside[0], 0);
      int length = Math.max(inside[1], 1);
      return new Spot(
          moved(location, window, text, start + step, step), text, start + step, length);
    }
    int[] caret = caret(text, problem);
    int step = Math.max(caret[0], 0);
    return new Spot(moved(location, window, text, step, step), text, caret[0], caret[1]);
  }

  Sample sample(Finding finding) {
    return new Sample(at(finding, location), text, caret, caretLength);
  }

  /** The same finding at another place. */
  static Finding at(Finding f, Location location) {
    return new Finding(f.problem(), f.severity(), location, f.value(), f.suggestion(), f.details());
  }

  private static Location moved(
      Location location, TextCursor.Window window, String text, int caret, int columns) {
    String before = text.substring(0, caret);
    boolean sameLine = before.indexOf('\n') < 0;
    return new Location(
        location.record(),
        window.byteOffset() + before.getBytes(StandardCharsets.UTF_8).length,
        location.line(),
        location.column() + (sameLine ? columns : 0),
        location.source());
  }

  private static String firstTag(String window, boolean row) {
    int end = row ? window.indexOf('>') + 1 : window.indexOf('\n');
    return cut(end > 0 ? window.substring(0, end) : window);
  }

  static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /**
   * Where the problem's field has its value in the text, as an attribute or as an element, and how
   * long that is; −1 when it is not there.
   */
  static int[] caret(String text, Problem problem) {
    String field = problem.field();
    if (field == null) {
      return NOWHERE;
    }
    String name = Pattern.quote(field);
    Matcher attribute =
        Pattern.compile("\\s(" + name + ")\\s*=\\s*(?:\"([^\"]*)|'([^']*))").matcher(text);
    if (attribute.find()) {
      int value = attribute.group(2) == null ? 3 : 2;
      return marked(attribute, ON_NAMES.contains(problem.rule()) ? 1 : value);
    }
    Matcher element = Pattern.compile("<(" + name + ")(?:\\s[^>]*)?>\\s*([^<]*)").matcher(text);
    if (!element.find()) {
      return NOWHERE;
    }
    int part = ON_NAMES.contains(problem.rule()) ? 1 : 2;
    return element.group(part).isBlank() ? NOWHERE : marked(element, part);
  }

  private static int[] marked(Matcher found, int part) {
    return new int[] {found.start(part), Math.max(found.end(part) - found.start(part), 1)};
  }
}
