package org.midex.benchmarks.inner;

import java.util.Random;
import org.midex.model.Lexical;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** From a count's text to its number, checked. */
public class NumberParsing extends InnerLoop {
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
