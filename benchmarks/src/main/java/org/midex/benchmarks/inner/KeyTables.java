package org.midex.benchmarks.inner;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.midex.validation.internal.KeyTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The table of all keys of a message: a million of them, larger than any cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KeyTables {
  private static final int KEYS = 1_000_000;

  private final long[] high = new Random(1).longs(KEYS).toArray();
  private final long[] low = new Random(2).longs(KEYS).toArray();
  private final KeyTable full = filled();

  @Benchmark
  @OperationsPerInvocation(KEYS)
  public KeyTable add() {
    return filled();
  }

  @Benchmark
  @OperationsPerInvocation(KEYS)
  public long find() {
    long sum = 0;
    for (int key = 0; key < KEYS; key++) {
      sum += full.find(high[key], low[key]);
    }
    return sum;
  }

  private KeyTable filled() {
    KeyTable table = new KeyTable();
    for (int key = 0; key < KEYS; key++) {
      table.add(high[key], low[key], key, 0);
    }
    return table;
  }
}
