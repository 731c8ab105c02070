package org.midex.codec;

import java.util.ArrayList;
import java.util.List;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;

/** Keeps what was reported, for tests. */
public final class RecordingSink implements FindingSink {
  private final List<Problem> problems = new ArrayList<>();
  private final List<Occurrence> occurrences = new ArrayList<>();
  private boolean incomplete;

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    problems.add(problem);
    occurrences.add(occurrence);
  }

  @Override
  public void notRun(String rule, String why) {}

  @Override
  public void incomplete() {
    incomplete = true;
  }

  public List<Problem> problems() {
    return problems;
  }

  public List<Occurrence> occurrences() {
    return occurrences;
  }

  /** Rule ids in the order of the findings. */
  public List<String> rules() {
    return problems.stream().map(Problem::rule).toList();
  }

  public boolean isIncomplete() {
    return incomplete;
  }

  /** All that was reported, a line each, in order. */
  public List<String> told() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      Occurrence one = occurrences.get(i);
      told.add(problems.get(i) + " " + one.value() + " " + one.details() + " " + one.location());
    }
    told.add("incomplete " + incomplete);
    return told;
  }
}
