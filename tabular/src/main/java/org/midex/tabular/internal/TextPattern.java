package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with named places, such as <code>{LATITUDE}, {LONGITUDE}</code>. It can be read and
 * written; <code>{*}</code> stands for any text, which is lost. Immutable.
 */
public final class TextPattern {
  /** The place whose text means nothing. */
  public static final String ANYTHING = "*";

  private static final Pattern PLACES = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern NAME = Pattern.compile("\\*|[A-Za-z_][A-Za-z0-9_]*");

  /** Longer texts are not looked into. */
  private static final int MAX_TEXT = 1_000;

  /**
   * Attempts after which a text counts as one that does not fit: a bound on what a cell may cost.
   */
  private static final int MAX_STEPS = 10_000;

  private static final int MAX_PIECES = 40;

  private final String text;
  private final List<Piece> pieces;

  /**
   * A piece of a pattern.
   *
   * @param text what stands there, or the name of the place
   */
  public record Piece(boolean place, String text) {}

  private TextPattern(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = List.copyOf(pieces);
  }

  /**
   * A pattern from its text.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  public static TextPattern of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher places = PLACES.matcher(text);
    int end = 0;
    while (places.find()) {
      addLiteral(pieces, text.substring(end, places.start()), text);
      String name = places.group(1);
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("'{" + name + "}' in '" + text + "' names no field");
      }
      if (!name.equals(ANYTHING) && pieces.contains(new Piece(true, name))) {
        throw new IllegalArgumentException("'" + text + "' has {" + name + "} twice");
      }
      pieces.add(new Piece(true, name));
      end = places.end();
    }
    addLiteral(pieces, text.substring(end), text);
    if (pieces.size() > MAX_PIECES) {
      throw new IllegalArgumentException("a pattern has at most " + MAX_PIECES + " pieces");
    }
    return new TextPattern(text, pieces);
  }

  private static void addLiteral(List<Piece> pieces, String literal, String text) {
    if (literal.contains("{") || literal.contains("}")) {
      throw new IllegalArgumentException("a brace in '" + text + "' is not closed or opened");
    }
    if (!literal.isEmpty()) {
      pieces.add(new Piece(false, literal));
    }
  }

  public List<Piece> pieces() {
    return pieces;
  }

  /** Names of the places, in order, without {@link #ANYTHING}. */
  public List<String> names() {
    return pieces.stream()
        .filter(Piece::place)
        .map(Piece::text)
        .filter(name -> !name.equals(ANYTHING))
        .toList();
  }

  /**
   * Reads a text. The texts at the places lose the spaces around them.
   *
   * @param translate the meaning of a text at a named place, or null when it has none there
   * @return meanings by name; null when the text does not fit, or in two ways that mean different
   *     things
   */
  @Nullable Map<String, String> read(
      String cell, BiFunction<String, String, @Nullable String> translate) {
    if (cell.length() > MAX_TEXT) {
      return null;
    }
    Reading reading = new Reading(cell, translate);
    reading.from(0, 0);
    return reading.ambiguous || reading.steps > MAX_STEPS ? null : reading.found;
  }

  private final class Reading {
    private final String cell;
    private final BiFunction<String, String, @Nullable String> translate;
    private final Map<String, String> current = new LinkedHashMap<>();
    private @Nullable Map<String, String> found;
    private boolean ambiguous;
    private int steps;

    Reading(String cell, BiFunction<String, String, @Nullable String> translate) {
      this.cell = cell;
      this.translate = translate;
    }

    private void from(int piece, int start) {
      if (piece == pieces.size()) {
        if (start == cell.length()) {
          ambiguous = found != null && !found.equals(current);
          found = new LinkedHashMap<>(current);
        }
        return;
      }
      Piece next = pieces.get(piece);
      if (!next.place()) {
        if (cell.startsWith(next.text(), start)) {
          from(piece + 1, start + next.text().length());
        }
        return;
      }
      boolean last = piece == pieces.size() - 1;
      for (int end = last ? cell.length() : start; end <= cell.length(); end++) {
        if (ambiguous || ++steps > MAX_STEPS) {
          return;
        }
        if (last || pieces.get(piece + 1).place() || follows(pieces.get(piece + 1), end)) {
          place(piece, next.text(), start, end);
        }
      }
    }

    private boolean follows(Piece literal, int at) {
      return cell.startsWith(literal.text(), at);
    }

    private void place(int piece, String name, int start, int end) {
      if (name.equals(ANYTHING)) {
        from(piece + 1, end);
        return;
      }
      String meaning = translate.apply(name, cell.substring(start, end).strip());
      if (meaning != null) {
        current.put(name, meaning);
        from(piece + 1, end);
        current.remove(name);
      }
    }
  }

  /** The text it was made of. */
  @Override
  public String toString() {
    return text;
  }
}
