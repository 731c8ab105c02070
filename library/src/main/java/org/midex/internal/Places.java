package org.midex.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.Result;
import org.midex.model.Result.Group;
import org.midex.model.Result.Sample;
import org.midex.model.RowView;
import org.midex.schema.Field;

/**
 * Shows what stands where the samples of a result are. Reads the file a second time, and no further
 * than the last sample, so that validation itself need not keep places.
 */
public final class Places {
  /** Opens the same message again, from the start. */
  public interface Reopen {
    MessageReader reader() throws IOException;

    /** Whether the message is text, so that what stands in the file can be shown. */
    boolean isText();

    /** The message's text. */
    InputStream text() throws IOException;
  }

  private static final int BEFORE = 60;
  private static final int SHOWN = 1000;

  /** Groups whose samples are shown: a hostile file can make thousands, which nobody reads. */
  private static final int GROUPS = 500;

  private final Reopen reopen;
  private final NavigableMap<Long, Row> rows = new TreeMap<>();
  private Map<Windows.Target, Windows.Window> windows = Map.of();

  private record Row(Location location, String text) {}

  private Places(Reopen reopen) {
    this.reopen = reopen;
  }

  /** The result with places and excerpts in its samples. */
  public static Result show(Result result, Reopen reopen) throws IOException {
    if (result.groups().isEmpty()) {
      return result;
    }
    Places places = new Places(reopen);
    places.readRows(result);
    if (!reopen.isText()) {
      return mapSamples(result, places::excerptOfRow);
    }
    Result located = mapSamples(result, places::locate);
    try (InputStream text = reopen.text()) {
      TreeSet<Windows.Target> targets = new TreeSet<>();
      mapSamples(
          located,
          sample -> {
            if (sample.finding().location().line() > 0) {
              targets.add(target(sample.finding().location()));
            }
            return sample;
          });
      places.windows = Windows.cut(text, targets);
    } catch (MalformedMessageException e) {
      // the compression is damaged, as the first reading reported
    }
    return mapSamples(located, places::excerptOfText);
  }

  /** Reads the rows of samples whose place is not known yet. */
  private void readRows(Result result) throws IOException {
    TreeSet<Long> wanted = new TreeSet<>();
    mapSamples(
        result,
        sample -> {
          Location location = sample.finding().location();
          if (location.record() > 0 && (location.line() == 0 || !reopen.isText())) {
            wanted.add(location.record());
          }
          return sample;
        });
    if (wanted.isEmpty()) {
      return;
    }
    try (MessageReader reader = reopen.reader()) {
      while (reader.number() < wanted.last() && reader.next()) {
        if (wanted.contains(reader.number())) {
          rows.put(reader.number(), new Row(reader.location(), text(reader.row())));
        }
      }
    } catch (MalformedMessageException e) {
      // reported by the first reading; rows up to there are shown
    }
  }

  private static String text(RowView row) {
    StringBuilder text = new StringBuilder("<Obs");
    for (Field field : row.type().fields()) {
      String value = row.text(field.slot());
      if (value != null && text.length() < SHOWN) {
        text.append(' ').append(field.name()).append("=\"").append(cut(value)).append('"');
      }
    }
    return text.append("/>").toString();
  }

  private Sample locate(Sample sample) {
    Location location = sample.finding().location();
    Row row = rows.get(location.record());
    return row == null || location.line() > 0 ? sample : at(sample, row.location());
  }

  private Sample excerptOfRow(Sample sample) {
    Row row = rows.get(sample.finding().location().record());
    if (row == null) {
      return sample;
    }
    int[] caret = caret(row.text(), sample.finding());
    return new Sample(sample.finding(), row.text(), caret[0], caret[1]);
  }

  private Sample excerptOfText(Sample sample) {
    Location location = sample.finding().location();
    Windows.Target target = target(location);
    Windows.Window window = location.line() > 0 ? windows.get(target) : null;
    if (window == null) {
      return sample;
    }
    String text = firstTag(window.text(), location.record() > 0);
    if (target.column() != location.column()) {
      int caret = Math.min((int) (location.column() - target.column()), text.length());
      return new Sample(moved(sample.finding(), window, text, caret).finding(), text, caret, 1);
    }
    int[] caret = caret(text, sample.finding());
    return new Sample(
        moved(sample.finding(), window, text, Math.max(caret[0], 0)).finding(),
        text,
        caret[0],
        caret[1]);
  }

  /** The finding at the offending text itself instead of at the start of its element. */
  private static Sample moved(Finding finding, Windows.Window window, String text, int caret) {
    String before = text.substring(0, caret);
    Location location = finding.location();
    long column =
        location.column() + (before.indexOf('\n') < 0 && text.startsWith("<") ? caret : 0);
    long offset = window.byteOffset() + before.getBytes(StandardCharsets.UTF_8).length;
    return at(
        new Sample(finding, null, -1, 0),
        new Location(location.record(), offset, location.line(), column, location.source()));
  }

  /**
   * Rows start at their tag. What the parser complained of stands in the middle of a line, of which
   * the start is shown too.
   */
  private static Windows.Target target(Location location) {
    boolean row = location.record() > 0;
    return new Windows.Target(
        location.line(), row ? location.column() : Math.max(1, location.column() - BEFORE));
  }

  private static String firstTag(String window, boolean row) {
    int end = row ? window.indexOf('>') + 1 : window.indexOf('\n');
    return cut(end > 0 ? window.substring(0, end) : window);
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /**
   * Where the finding's field has its value in the text, and how long that is; −1 when it is not
   * there.
   */
  private static int[] caret(String text, Finding finding) {
    String field = finding.problem().field();
    if (field != null) {
      Matcher attribute =
          Pattern.compile("[\\s]" + Pattern.quote(field) + "\\s*=\\s*(\"[^\"]*|'[^']*)")
              .matcher(text);
      if (attribute.find()) {
        return new int[] {
          attribute.start(1) + 1, Math.max(attribute.end(1) - attribute.start(1) - 1, 1)
        };
      }
    }
    return new int[] {-1, 0};
  }

  private static Sample at(Sample sample, Location location) {
    Finding f = sample.finding();
    return new Sample(
        new Finding(f.problem(), f.severity(), location, f.value(), f.suggestion(), f.details()),
        sample.excerpt(),
        sample.caret(),
        sample.caretLength());
  }

  private static Result mapSamples(Result result, UnaryOperator<Sample> change) {
    List<Group> groups = new ArrayList<>();
    for (Group group : result.groups()) {
      if (groups.size() >= GROUPS) {
        groups.add(group);
        continue;
      }
      List<Sample> samples = group.samples().stream().map(change).toList();
      groups.add(
          new Group(
              group.problem(),
              group.severity(),
              group.count(),
              group.values(),
              group.otherValues(),
              samples));
    }
    return result.withGroups(groups);
  }
}
