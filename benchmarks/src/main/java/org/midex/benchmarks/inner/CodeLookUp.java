package org.midex.benchmarks.inner;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
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

/** From a code's text to its place in the list of areas. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodeLookUp {
  private static final int TEXTS = 1_000;

  private final Catalogue catalogue = Catalogue.standard();
  private final CodeList areas = catalogue.codeList("CL_AREA");
  private final List<String> kept = Memory.texts(catalogue, "CITIZENSHIP", TEXTS);
  private final List<char[]> characters = kept.stream().map(String::toCharArray).toList();

  /** The text knows its hash. */
  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public long keptText() {
    long sum = 0;
    for (String text : kept) {
      sum += areas.indexOf(text);
    }
    return sum;
  }

  /** The text is made first, as parsers do. */
  @Benchmark
  @OperationsPerInvocation(TEXTS)
  public long newText() {
    long sum = 0;
    for (char[] text : characters) {
      sum += areas.indexOf(new String(text));
    }
    return sum;
  }
}
