package org.midex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.midex.benchmarks.contend.AvroReading;
import org.midex.benchmarks.contend.Converting;
import org.midex.benchmarks.contend.Setting;
import org.midex.benchmarks.contend.Writing;
import org.midex.benchmarks.contend.XmlReading;
import org.midex.benchmarks.data.Messages;
import org.midex.benchmarks.measure.Machine;
import org.midex.benchmarks.measure.Results;
import org.midex.benchmarks.measure.Rounds;
import org.midex.benchmarks.print.Report;
import org.midex.benchmarks.process.Processes;
import org.midex.benchmarks.process.Signatures;
import org.midex.codec.avro.Compression;
import org.midex.schema.Catalogue;

/**
 * Measures MIDEX beside what a user would pick instead, in one run. Exits with 0 when every goal is
 * met, 1 when one is missed, 2 on wrong usage, 3 when it could not run.
 */
public final class Compare {
  private static final Rounds FULL = new Rounds(2, 5);
  private static final Rounds QUICK = new Rounds(1, 3);
  private static final int STARTS = 15;
  private static final int XMLLINT_RUNS = 3;

  private final Options options;
  private final Setting setting;
  private final Rounds rounds;

  private Compare(Options options) throws IOException {
    this.options = options;
    this.rounds = options.quick() ? QUICK : FULL;
    Path root = Path.of(Objects.requireNonNull(System.getProperty("midex.root")));
    Catalogue catalogue = Catalogue.standard();
    Messages messages = new Messages(catalogue, root.resolve("benchmarks/target/data"));
    this.setting = new Setting(catalogue, root, messages, options.rows());
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      return 2;
    }
    try {
      Report report = new Compare(options).measure();
      options.printer().print(report, System.out);
      return report.allMet() ? 0 : 1;
    } catch (Exception e) {
      e.printStackTrace();
      return 3;
    }
  }

  private Report measure() throws Exception {
    Results results = new Results();
    results.add("Reading XML", rounds.run(XmlReading.contenders(setting), Compare::tell));
    results.add("Reading Avro", rounds.run(AvroReading.contenders(setting), Compare::tell));
    results.add("XML to Avro", rounds.run(Converting.contenders(setting), Compare::tell));
    results.add("Writing", rounds.run(Writing.contenders(setting), Compare::tell));
    Processes processes = new Processes(setting, Compare::tell);
    processes.small(results, STARTS);
    processes.xmllint(results, XMLLINT_RUNS);
    processes.memory(results, !options.quick());
    if (!options.quick()) {
      new Signatures(setting, Compare::tell).run(results);
    }
    return new Report(
        Machine.current(),
        options.rows(),
        rounds.counting(),
        sizes(),
        results,
        Goals.ALL.stream().map(goal -> goal.judge(results)).toList(),
        Missed.read(setting.root().resolve("benchmarks/missed.md")));
  }

  private Map<String, Long> sizes() throws IOException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("XML", Files.size(setting.messages().clean(options.rows())));
    for (Compression compression : Compression.values()) {
      Path file = setting.messages().avro(options.rows(), compression);
      sizes.put("Avro, " + compression.codec(), Files.size(file));
    }
    return sizes;
  }

  private static void tell(String step) {
    System.err.println(step);
  }
}
