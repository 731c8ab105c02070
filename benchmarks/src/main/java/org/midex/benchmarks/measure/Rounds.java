package org.midex.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets contenders run in turns, so that whatever disturbs the machine disturbs all of them. The
 * first rounds only warm up.
 *
 * @param warming rounds that do not count
 * @param counting rounds that do
 */
public record Rounds(int warming, int counting) {
  private static final double NANOS = 1e9;

  public Rounds {
    if (warming < 0 || counting < 1) {
      throw new IllegalArgumentException(warming + " and " + counting + " rounds");
    }
  }

  /**
   * Measures some contenders against one another.
   *
   * @param progress told the number of each round
   * @throws IllegalStateException when one of them does not do the same each time
   */
  public List<Measurement> run(List<Contender> contenders, Consumer<String> progress)
      throws Exception {
    List<Track> tracks = contenders.stream().map(Track::new).toList();
    for (int round = 0; round < warming + counting; round++) {
      progress.accept("round " + (round + 1) + " of " + (warming + counting));
      for (Track track : tracks) {
        track.run(round >= warming);
      }
    }
    return tracks.stream().map(Track::measurement).toList();
  }

  private static final class Track {
    private final Contender contender;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> allocated = new ArrayList<>();
    private long done = -1;

    Track(Contender contender) {
      this.contender = contender;
    }

    void run(boolean counts) throws Exception {
      System.gc();
      long bytes = threads.getCurrentThreadAllocatedBytes();
      long clock = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      long result = contender.work().run();
      double processorSeconds = (threads.getCurrentThreadCpuTime() - processor) / NANOS;
      double clockSeconds = (System.nanoTime() - clock) / NANOS;
      double allocatedBytes = threads.getCurrentThreadAllocatedBytes() - bytes;
      if (done >= 0 && done != result) {
        throw new IllegalStateException(
            contender.id() + " did " + done + " at first and " + result + " later");
      }
      done = result;
      if (counts) {
        cpu.add(processorSeconds);
        wall.add(clockSeconds);
        allocated.add(allocatedBytes);
      }
    }

    Measurement measurement() {
      return new Measurement(
          contender.id(),
          contender.what(),
          contender.ours(),
          cpu.size(),
          Medians.of(numbers(cpu)),
          Medians.of(numbers(wall)),
          Medians.of(numbers(allocated)),
          Medians.spread(numbers(cpu)),
          done);
    }

    private static double[] numbers(List<Double> list) {
      return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
