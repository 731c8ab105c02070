package org.midex.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Everything that was measured, by id. What could not be measured is not there. */
public final class Results {
  private final Map<String, List<Measurement>> groups = new LinkedHashMap<>();
  private final Map<String, Measurement> measurements = new LinkedHashMap<>();
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  /**
   * One number that was measured from outside.
   *
   * @param what it is, with its unit
   */
  public record Figure(String id, String what, double value) {}

  /** Adds contenders that ran in turns. */
  public void add(String group, List<Measurement> measured) {
    groups.put(group, List.copyOf(measured));
    measured.forEach(one -> measurements.put(one.id(), one));
  }

  public void add(Figure figure) {
    figures.put(figure.id(), figure);
  }

  /** Contenders that ran in turns, by the group's name. */
  public Map<String, List<Measurement>> groups() {
    return groups;
  }

  public List<Figure> figures() {
    return List.copyOf(figures.values());
  }

  public OptionalDouble figure(String id) {
    Figure figure = figures.get(id);
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure.value());
  }

  /** Seconds of processor time of a contender's thread. */
  public OptionalDouble cpu(String id) {
    Measurement measurement = measurements.get(id);
    return measurement == null ? OptionalDouble.empty() : OptionalDouble.of(measurement.cpu());
  }

  /** Seconds by the clock. */
  public OptionalDouble wall(String id) {
    Measurement measurement = measurements.get(id);
    return measurement == null ? OptionalDouble.empty() : OptionalDouble.of(measurement.wall());
  }
}
