package org.midex.benchmarks.inner;

import java.util.Random;
import org.midex.validation.internal.keys.KeyTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** The table of all keys of a message: a million of them, larger than any cache. */
public class KeyTables extends InnerLoop {
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
