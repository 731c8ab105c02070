package org.midex.benchmarks.inner;

import java.util.List;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** From a code's text to its place in the list of areas. */
public class CodeLookUp extends InnerLoop {
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
