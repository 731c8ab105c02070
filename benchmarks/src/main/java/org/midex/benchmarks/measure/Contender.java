package org.midex.benchmarks.measure;

/**
 * One way of doing a job.
 *
 * @param id stable, {@code group.name}; goals refer to it
 * @param what it does, for people
 * @param ours whether it is MIDEX
 * @param work done once a round
 */
public record Contender(String id, String what, boolean ours, Work work) {

  /** What is measured. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does the whole job once, on the calling thread.
     *
     * @return how many rows (or bytes) were done; the same each time, or the measurement is void
     */
    long run() throws Exception;
  }

  /** What a user would pick instead. */
  public static Contender other(String id, String what, Work work) {
    return new Contender(id, what, false, work);
  }

  /** MIDEX. */
  public static Contender ours(String id, String what, Work work) {
    return new Contender(id, what, true, work);
  }
}
