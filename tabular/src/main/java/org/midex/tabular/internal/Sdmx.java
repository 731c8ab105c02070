package org.midex.tabular.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;

/** What SDMX-CSV 1.0 and 2.x have in common (field guide of sdmx-twg/sdmx-csv). */
public final class Sdmx {
  /** How SDMX writes periods that the standard knows. */
  static final List<String> PERIODS =
      List.of(
          "yyyy",
          "yyyy-'A1'",
          "yyyy-'S'S",
          "yyyy-'Q'Q",
          "yyyy-MM",
          "yyyy-'M'MM",
          "yyyy-'W'ww",
          "yyyy-MM-dd");

  /** Cells of measures that hold no figure. */
  static final Set<String> NO_FIGURE = Set.of("", "NaN", "#N/A");

  /** A figure that is not there; where a dataset is added to, an empty cell changes nothing. */
  public static final String NO_NUMBER = "NaN";

  /** Cells of attributes that say nothing. */
  static final Set<String> ABSENT = Set.of("", "#N/A", "NaN", "-");

  public static final String STRUCTURE = "STRUCTURE";
  public static final String STRUCTURE_ID = "STRUCTURE_ID";
  static final String DATAFLOW = "DATAFLOW";
  public static final String STRUCTURE_NAME = "STRUCTURE_NAME";
  public static final String ACTION = "ACTION";

  /** Columns that say nothing of the figures. */
  static final Set<String> ENVELOPE =
      Set.of(
          STRUCTURE,
          STRUCTURE_ID,
          STRUCTURE_NAME,
          DATAFLOW,
          ACTION,
          "SERIES_KEY",
          "OBS_KEY",
          "LAST UPDATE");

  private static final int LOOKED_AT = 256;
  private static final Pattern START =
      Pattern.compile("\uFEFF?\"?(?i:STRUCTURE|DATAFLOW)(\\[[^\\]]\\])?\"?(?<separator>[,;\\t|])");

  private static final Map<String, Action> ACTIONS =
      Map.of(
          "I", Action.INFORMATION,
          "INFORMATION", Action.INFORMATION,
          "A", Action.APPEND,
          "APPEND", Action.APPEND,
          "M", Action.APPEND,
          "MERGE", Action.APPEND,
          "R", Action.REPLACE,
          "REPLACE", Action.REPLACE,
          "D", Action.DELETE);

  private Sdmx() {}

  /** The character between cells: it follows the first heading. Null when the bytes are other. */
  static @Nullable Character separator(BufferedInputStream in, Charset encoding)
      throws IOException {
    in.mark(LOOKED_AT);
    String start = new String(in.readNBytes(LOOKED_AT), encoding);
    in.reset();
    Matcher matcher = START.matcher(start);
    return matcher.lookingAt() ? (Character) matcher.group("separator").charAt(0) : null;
  }

  /** The dataset action that a row's action stands for; null when there is no such action. */
  static @Nullable Action action(String cell) {
    return ACTIONS.get(cell.toUpperCase(Locale.ROOT));
  }

  /** Whether a free text cannot be told from the absence of one. */
  public static boolean isReserved(String text) {
    return ABSENT.contains(text);
  }

  /** The letter for what a dataset does; Information, as for rows without one, where it is null. */
  public static String letter(@Nullable Action action) {
    return (action == null ? Action.INFORMATION : action).name().substring(0, 1);
  }

  /** An identifier without the name that may follow it. */
  static String withoutName(String cell) {
    int end = cell.indexOf(": ");
    return end < 0 ? cell : cell.substring(0, end).strip();
  }

  /** Whether an artefact's identifier is the one that a mapping is made for. */
  static boolean matches(String id, String wanted) {
    int version = wanted.indexOf('(');
    String plain = version < 0 ? wanted : wanted.substring(0, version);
    if (id.equals(plain) || version < 0) {
      return id.equals(plain) || id.startsWith(plain + "(");
    }
    return wanted.endsWith("*)")
        ? id.startsWith(wanted.substring(0, wanted.length() - 2))
        : id.equals(wanted);
  }
}
