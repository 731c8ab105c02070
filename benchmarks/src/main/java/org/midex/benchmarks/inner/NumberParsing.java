package org.midex.benchmarks.inner;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.midex.model.Lexical;
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

/** From a count's text to its number, checked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NumberParsing {
  private static final int TEXTS = 1_000;

  private final String[] texts =
      new Random(1).ints(TEXTS, 0, 100_000).mapToObj(Integer::toString).toArray(String[]::new);

  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public long counts() {
    long sum = 0;
    for (String text : texts) {
      if (Lexical.isNumber(text, 0)) {
        sum += Lexical.number(text);
      }
    }
    return sum;
  }
}
