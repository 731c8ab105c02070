package org.midex.benchmarks;

import static org.midex.benchmarks.measure.Goal.Bound.AT_LEAST;
import static org.midex.benchmarks.measure.Goal.Bound.AT_MOST;

import java.util.List;
import org.midex.benchmarks.measure.Formula;
import org.midex.benchmarks.measure.Goal;

/** The goals of the design's section on budgets. */
final class Goals {
  private static final String NOT_YET = "not measurable yet";
  private static final String NOT_RUN = "not run";

  static final List<Goal> ALL =
      List.of(
          faster("xml-over-xsd", "validate XML, over JDK XSD alone", 8, "xml.midex", "xml.jdk-xsd"),
          faster(
              "xml-over-aalto",
              "validate XML, over Aalto's bare pull",
              1.5,
              "xml.midex",
              "xml.aalto"),
          faster(
              "exact-over-xsd",
              "validate XML by the exact lane alone, over JDK XSD alone",
              3,
              "xml.midex-exact",
              "xml.jdk-xsd"),
          new Goal(
              "two-threads",
              "validate XML on two threads, over one, by the clock",
              AT_LEAST,
              1.6,
              "×",
              Formula.clockSpeed("xml.midex-two-threads", "xml.midex"),
              NOT_YET),
          faster(
              "all-wrong",
              "every observation wrong, over clean",
              0.5,
              "xml.midex-wrong",
              "xml.midex"),
          faster("shuffled", "shuffled, over sorted", 0.65, "xml.midex-shuffled", "xml.midex"),
          faster(
              "avro-null",
              "validate Avro without compression, over the generic reader merely reading",
              2,
              "avro.midex-null",
              "avro.generic-null"),
          faster(
              "avro-deflate",
              "validate Avro with deflate, over inflating alone",
              0.65,
              "avro.midex-deflate",
              "avro.inflate"),
          faster(
              "convert-deflate",
              "XML → Avro deflate, over Woodstox + generic writer",
              1.5,
              "convert.midex-deflate",
              "convert.generic-deflate"),
          faster(
              "convert-zstd",
              "XML → Avro zstd, over our own deflate",
              2.5,
              "convert.codec-zstd",
              "convert.codec-deflate"),
          new Goal(
              "write-xml",
              "write XML, over the best StAX writer",
              AT_LEAST,
              1.8,
              "×",
              Formula.speedOverBest(
                  "write.midex-xml", "write.aalto", "write.woodstox", "write.jdk"),
              NOT_RUN),
          faster(
              "write-avro",
              "write Avro without compression, over the generic writer",
              4,
              "write.midex-avro",
              "write.generic"),
          measured(
              "memory-1m", "exit code with -Xmx64m, 10⁶ observations", 0, "", "memory.1m.exit"),
          measured(
              "memory-10m", "exit code with -Xmx64m, 10⁷ observations", 0, "", "memory.10m.exit"),
          new Goal(
              "memory-growth",
              "resident memory with -Xmx64m, 10⁷ over 10⁶ observations",
              AT_MOST,
              1.3,
              "×",
              Formula.share("memory.10m.peak", "memory.1m.peak"),
              NOT_RUN),
          measured("small-file", "small file, whole process", 0.5, "s", "small.midex"),
          new Goal(
              "small-file-over-java",
              "small file, whole process, over java -version",
              AT_MOST,
              8,
              "×",
              Formula.share("small.midex", "small.java"),
              NOT_RUN),
          measured("sign-exit", "exit code with -Xmx64m, sign 1 GB", 0, "", "signed.sign.exit"),
          measured(
              "verify-exit", "exit code with -Xmx64m, verify 1 GB", 0, "", "signed.verify.exit"),
          new Goal(
              "sign",
              "sign 1 GB, whole process, over hashing it once",
              AT_MOST,
              4,
              "×",
              Formula.share("signed.sign", "signed.hash"),
              NOT_RUN),
          new Goal(
              "verify",
              "verify 1 GB, whole process, over hashing it once",
              AT_MOST,
              4,
              "×",
              Formula.share("signed.verify", "signed.hash"),
              NOT_RUN));

  private Goals() {}

  private static Goal faster(String id, String what, double wanted, String contender, String than) {
    return new Goal(id, what, AT_LEAST, wanted, "×", Formula.speed(contender, than), NOT_YET);
  }

  private static Goal measured(String id, String what, double wanted, String unit, String figure) {
    return new Goal(id, what, AT_MOST, wanted, unit, Formula.figure(figure), NOT_RUN);
  }
}
