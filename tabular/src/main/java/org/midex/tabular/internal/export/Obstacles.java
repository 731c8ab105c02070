package org.midex.tabular.internal.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.tabular.internal.Cells;

/** Reports what a table cannot express, with the observation. */
public final class Obstacles {
  private static final int REMEMBERED = 10_000;

  private final FindingSink sink;
  private final Map<String, Problem> problems = new HashMap<>();
  private final Set<String> said = new HashSet<>();
  private Supplier<Location> place = Location::ofMessage;

  public Obstacles(FindingSink sink) {
    this.sink = sink;
  }

  /** What is reported from now on stands here. */
  public void at(Supplier<Location> newPlace) {
    place = newPlace;
  }

  /** Reports something in the current place. */
  public void report(
      String rule, @Nullable String field, @Nullable String value, Map<String, String> details) {
    Problem problem =
        problems.computeIfAbsent(rule + " " + field, key -> new Problem(rule, field, Map.of()));
    sink.report(problem, new Found(place, value, details));
  }

  /** Reports something about a text once, however many observations have it. */
  void reportOnce(String rule, String field, String value, Map<String, String> details) {
    if (said.size() < REMEMBERED && said.add(rule + " " + field + " " + value)) {
      report(rule, field, value, details);
    }
  }

  private record Found(Supplier<Location> place, @Nullable String text, Map<String, String> values)
      implements Occurrence {
    @Override
    public long record() {
      return location().record();
    }

    @Override
    public @Nullable String value() {
      return text == null ? null : Cells.shortened(Objects.requireNonNull(text));
    }

    @Override
    public Map<String, String> details() {
      return values;
    }

    @Override
    public Location location() {
      return place.get();
    }
  }
}
