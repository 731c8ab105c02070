package org.midex.benchmarks.print;

import java.util.List;
import java.util.Map;
import org.midex.benchmarks.measure.Goal;
import org.midex.benchmarks.measure.Machine;
import org.midex.benchmarks.measure.Results;

/**
 * Everything that is printed.
 *
 * @param rows of each message
 * @param rounds that counted
 * @param sizes of the files that were read, in bytes, by what they are
 * @param missed why goals are missed, in Markdown, by the goal's id
 */
public record Report(
    Machine machine,
    long rows,
    int rounds,
    Map<String, Long> sizes,
    Results results,
    List<Goal.Outcome> outcomes,
    Map<String, String> missed) {

  public boolean allMet() {
    return outcomes.stream().allMatch(Goal.Outcome::met);
  }
}
