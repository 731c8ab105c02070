package org.midex.benchmarks.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.midex.schema.Catalogue;

/**
 * Reads damaged messages until its time is over or something does not hold. A document depends on
 * the seed and its number alone, so that both repeat it. Exits with 0 when all held, 1 when
 * something did not, 2 on wrong usage, 3 when it could not run.
 */
public final class Fuzz {
  private static final long SAY_EVERY = 10;

  private final FuzzOptions options;
  private final List<Check> checks;
  private final PrintStream err;
  private final Tally tally = new Tally(Catalogue.standard());
  private final long start = System.nanoTime();

  Fuzz(FuzzOptions options, List<Check> checks, PrintStream err) {
    this.options = options;
    this.checks = checks;
    this.err = err;
  }

  public static void main(String[] arguments) {
    FuzzOptions options;
    try {
      options = FuzzOptions.parse(System.nanoTime(), arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + FuzzOptions.USAGE);
      System.exit(2);
      return;
    }
    Catalogue catalogue = Catalogue.standard();
    // One Avro document to three of XML, where two readers are compared.
    Check lanes = new LanesAgree(catalogue);
    Check avro = new AvroEndsWell(catalogue);
    Fuzz fuzz = new Fuzz(options, List.of(lanes, lanes, lanes, avro), System.err);
    System.exit(fuzz.run(System.out));
  }

  /**
   * Reads documents.
   *
   * @param out for the summary
   * @return the exit code
   */
  int run(PrintStream out) {
    try {
      Files.createDirectories(options.keep());
      boolean held = read();
      out.println(tally.summary(seconds(), options.seed()));
      return held ? 0 : 1;
    } catch (IOException | RuntimeException e) {
      e.printStackTrace(err);
      return 3;
    }
  }

  private boolean read() throws IOException {
    double said = 0;
    for (long number = options.first();
        tally.documents() < options.documents() && seconds() < options.seconds();
        number++) {
      Check check = checks.get((int) (number % checks.size()));
      Random random = random(options.seed(), number);
      byte[] document = check.document(random);
      tally.document(document.length);
      String fault = fault(check, document, random, number);
      if (!fault.isEmpty()) {
        tell(number, fault, keep(check, document, number));
        return false;
      }
      if (seconds() - said >= SAY_EVERY) {
        said = seconds();
        err.println(tally.progress(said));
      }
    }
    return true;
  }

  /** For each document numbers of its own, which those of the one before do not tell. */
  static Random random(long seed, long number) {
    return new Random(new Random(seed).nextLong() ^ number * 0x9E3779B97F4A7C15L);
  }

  private String fault(Check check, byte[] document, Random random, long number)
      throws IOException {
    try {
      return Watchdog.watch(
          () -> check.fault(document, random, tally), () -> hung(check, document, number));
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      e.printStackTrace(err);
      return "threw " + e;
    }
  }

  private void hung(Check check, byte[] document, long number) {
    try {
      tell(number, "did not end", keep(check, document, number));
    } catch (IOException e) {
      e.printStackTrace(err);
    }
    Runtime.getRuntime().halt(1);
  }

  private Path keep(Check check, byte[] document, long number) throws IOException {
    Path file = options.keep().resolve("fuzz-" + options.seed() + "-" + number + check.extension());
    return Files.write(file, document);
  }

  private void tell(long number, String fault, Path file) {
    err.println("document " + number + " of seed " + options.seed() + ": " + fault);
    err.println("kept as " + file);
    err.println(
        "again: benchmarks/fuzz --seed "
            + options.seed()
            + " --first "
            + number
            + " --documents 1");
  }

  private double seconds() {
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
