package org.midex.benchmarks.measure;

/**
 * What a contender took, as medians over its rounds.
 *
 * @param cpu seconds of processor time of its thread
 * @param wall seconds by the clock
 * @param allocated bytes that its thread allocated
 * @param spread of the processor time: slowest less fastest round, divided by the median
 * @param done rows or bytes
 */
public record Measurement(
    String id,
    String what,
    boolean ours,
    int rounds,
    double cpu,
    double wall,
    double allocated,
    double spread,
    long done) {}
