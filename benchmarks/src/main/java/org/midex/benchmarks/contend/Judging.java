package org.midex.benchmarks.contend;

import java.io.InputStream;
import java.nio.file.Path;
import org.midex.Midex;
import org.midex.Source;
import org.midex.benchmarks.measure.Contender;
import org.midex.model.Codec;
import org.midex.model.MessageReader;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.schema.Catalogue;
import org.midex.schema.Severity;
import org.midex.validation.FindingCollector;
import org.midex.validation.Validator;

/** MIDEX judging messages: structure, codes, all rules, duplicates, totals. */
final class Judging {
  private Judging() {}

  /** Reader and rules on one thread; what is found is counted. */
  static Contender.Work work(Catalogue catalogue, Codec codec, Path file, boolean clean) {
    return work(new Validator(catalogue), catalogue, codec, file, clean);
  }

  /** As above, on several threads. */
  static Contender.Work onThreads(int threads, Catalogue catalogue, Codec codec, Path file) {
    return work(new Validator(catalogue).withThreads(threads), catalogue, codec, file, true);
  }

  private static Contender.Work work(
      Validator validator, Catalogue catalogue, Codec codec, Path file, boolean clean) {
    return () -> {
      FindingCollector found = new FindingCollector(catalogue);
      try (InputStream in = Setting.open(file);
          MessageReader reader = codec.reader(in, found)) {
        validator.run(reader, found);
        require(
            file, clean, found.verdict(), found.counts().values().stream().mapToLong(n -> n).sum());
        return reader.number();
      }
    };
  }

  /** What the command does: besides, the digest of the file and the places of samples. */
  static Contender.Work whole(Midex midex, Path file) {
    return () -> {
      Result result = midex.validate(Source.of(file));
      long findings = 0;
      for (Severity severity : Severity.values()) {
        findings += result.count(severity);
      }
      require(file, true, result.verdict(), findings);
      return result.rows();
    };
  }

  /** A measurement of a wrong verdict would be worth nothing. */
  private static void require(Path file, boolean clean, Verdict verdict, long findings) {
    boolean asExpected =
        clean ? findings == 0 && verdict == Verdict.CONFORMANT : verdict == Verdict.NOT_CONFORMANT;
    if (!asExpected) {
      throw new IllegalStateException(file + ": " + verdict + " with " + findings + " findings");
    }
  }
}
