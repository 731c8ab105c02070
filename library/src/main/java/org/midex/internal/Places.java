package org.midex.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
  /** Groups whose samples are shown: a hostile file can make thousands, which nobody reads. */
  private static final int GROUPS = 500;

  private final SecondReading again;
  private final HeadPlaces head;
  private final NavigableMap<Long, Row> rows = new TreeMap<>();
  private NavigableMap<TextCursor.Target, TextCursor.Window> windows = new TreeMap<>();

  private record Row(Location location, String text) {}

  private Places(SecondReading again) {
    this.again = again;
    this.head = new HeadPlaces(again);
  }

  /** The result with places and excerpts in its samples. */
  public static Result show(Result result, SecondReading again) throws IOException {
    if (result.groups().isEmpty()) {
      return result;
    }
    Places places = new Places(again);
    places.readRows(result);
    if (!again.isText()) {
      return mapSamples(result, places::excerptOfRow);
    }
    Result located = mapSamples(mapSamples(result, places::locate), places::locateInHead);
    places.readWindows(located);
    return mapSamples(located, places::excerptOfText);
  }

  /** Reads what stands where the samples are. */
  private void readWindows(Result located) throws IOException {
    TreeSet<TextCursor.Target> targets = new TreeSet<>();
    mapSamples(
        located,
        sample -> {
          if (sample.finding().location().line() > 0) {
            targets.add(Spot.target(sample.finding().problem(), sample.finding().location()));
          }
          return sample;
        });
    try (TextCursor text = new TextCursor(again.text())) {
      for (TextCursor.Target target : targets) {
        if (!text.advance(target)) {
          return;
        }
        windows.put(target, text.window());
      }
    } catch (MalformedMessageException e) {
      // the compression is damaged, as the first reading reported
    }
  }

  /** Reads the rows of samples whose place is not known yet. */
  private void readRows(Result result) throws IOException {
    TreeSet<Long> wanted = new TreeSet<>();
    mapSamples(
        result,
        sample -> {
          Location location = sample.finding().location();
          if (location.record() > 0 && (location.line() == 0 || !again.isText())) {
            wanted.add(location.record());
          }
          return sample;
        });
    if (wanted.isEmpty()) {
      return;
    }
    try (MessageReader reader = again.reader()) {
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
      if (value != null && text.length() < Spot.SHOWN) {
        text.append(' ').append(field.name()).append("=\"").append(Spot.cut(value)).append('"');
      }
    }
    return text.append("/>").toString();
  }

  private Sample locate(Sample sample) {
    Location location = sample.finding().location();
    Row row = rows.get(location.record());
    return row == null || location.line() > 0
        ? sample
        : new Sample(Spot.at(sample.finding(), row.location()), null, -1, 0);
  }

  private Sample locateInHead(Sample sample) {
    Finding finding = sample.finding();
    Location known = finding.location();
    int earlier = head.earlier(finding.problem(), finding.value(), known);
    try {
      Location place = head.of(finding.problem(), finding.value(), known, earlier);
      return place.equals(known) ? sample : new Sample(Spot.at(finding, place), null, -1, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sample excerptOfRow(Sample sample) {
    Row row = rows.get(sample.finding().location().record());
    if (row == null) {
      return sample;
    }
    int[] caret = Spot.caret(row.text(), sample.finding().problem());
    return new Sample(sample.finding(), row.text(), caret[0], caret[1]);
  }

  private Sample excerptOfText(Sample sample) {
    Finding finding = sample.finding();
    TextCursor.Window window =
        finding.location().line() > 0
            ? windows.get(Spot.target(finding.problem(), finding.location()))
            : null;
    return window == null
        ? sample
        : Spot.of(finding.problem(), finding.location(), window).sample(finding);
  }

  private static Result mapSamples(Result result, UnaryOperator<Sample> change) {
    List<Group> groups = new ArrayList<>();
    for (Group group : result.groups()) {
      if (groups.size() >= GROUPS) {
        groups.add(group);
        continue;
      }
      groups.add(group.withSamples(group.samples().stream().map(change).toList()));
    }
    return result.withGroups(groups);
  }
}
