package org.midex.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.midex.benchmarks.contend.Setting;
import org.midex.benchmarks.measure.Medians;
import org.midex.benchmarks.measure.Results;
import org.midex.benchmarks.measure.Results.Figure;

/** Whole processes: the start, memory under a limit, xmllint. */
public final class Processes {
  private static final Duration SHORT = Duration.ofMinutes(2);
  private static final int MILLION = 1_000_000;

  private final Setting setting;
  private final Consumer<String> progress;
  private final List<String> midex;
  private final Map<String, String> cache;

  public Processes(Setting setting, Consumer<String> progress) {
    this.setting = setting;
    this.progress = progress;
    this.midex = List.of(setting.root().resolve("midex").toString(), "validate", "--quiet");
    this.cache =
        Map.of("MIDEX_CACHE", setting.root().resolve("benchmarks/target/cache").toString());
  }

  /** The command on a small file beside {@code java -version}, in turns. */
  public void small(Results results, int runs) throws IOException, InterruptedException {
    progress.accept("small file");
    List<String> java =
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version");
    List<String> validate = with(setting.root().resolve("examples/refugees.xml"));
    requireConformant(Run.of(validate, cache, SHORT)); // makes the class-data archive
    double[] ours = new double[runs];
    double[] bare = new double[runs];
    for (int run = 0; run < runs; run++) {
      bare[run] = Run.of(java, Map.of(), SHORT).wall();
      Run one = Run.of(validate, cache, SHORT);
      requireConformant(one);
      ours[run] = one.wall();
    }
    results.add(new Figure("small.java", "java -version, s", Medians.of(bare)));
    results.add(
        new Figure("small.midex", "midex validate examples/refugees.xml, s", Medians.of(ours)));
  }

  private static void requireConformant(Run run) {
    if (run.exit() != 0) {
      throw new IllegalStateException("midex validate ended with " + run.exit());
    }
  }

  private List<String> with(Path file) {
    List<String> command = new ArrayList<>(midex);
    command.add(file.toString());
    return command;
  }

  /**
   * The command with a heap of 64 MB on messages of a million and, where asked to, ten million
   * observations.
   */
  public void memory(Results results, boolean tenMillion) throws IOException, InterruptedException {
    bounded(results, "1m", "10⁶", MILLION, Duration.ofMinutes(5));
    if (tenMillion) {
      bounded(results, "10m", "10⁷", 10 * MILLION, Duration.ofMinutes(15));
    }
  }

  private void bounded(Results results, String id, String number, int rows, Duration longest)
      throws IOException, InterruptedException {
    Path file = setting.messages().clean(rows);
    progress.accept("-Xmx64m, " + rows + " observations");
    Map<String, String> environment = new HashMap<>(cache);
    environment.put("MIDEX_JAVA_OPTS", "-Xmx64m");
    Run run = Run.of(with(file), environment, longest);
    String what = "-Xmx64m, " + number + " observations: ";
    results.add(new Figure("memory." + id + ".exit", what + "exit code", run.exit()));
    String peak = run.exit() == 0 ? ".peak" : ".peak-failed"; // says nothing of what is needed
    results.add(new Figure("memory." + id + peak, what + "most resident MB", run.peak() / 1e6));
    results.add(new Figure("memory." + id + ".wall", what + "s", run.wall()));
  }

  /** xmllint on the clean message, when it is installed. */
  public void xmllint(Results results, int runs) throws IOException, InterruptedException {
    Path xmllint = Path.of("/usr/bin/xmllint");
    if (!Files.isExecutable(xmllint)) {
      return;
    }
    progress.accept("xmllint");
    Path file = setting.messages().clean(setting.rows());
    List<String> command =
        List.of(
            xmllint.toString(),
            "--stream",
            "--noout",
            "--schema",
            setting.schema().toString(),
            file.toString());
    double[] seconds = new double[runs];
    double peak = 0;
    for (int i = 0; i < runs; i++) {
      Run run = Run.of(command, Map.of(), SHORT);
      if (run.exit() != 0) {
        throw new IllegalStateException("xmllint ended with " + run.exit());
      }
      seconds[i] = run.cpu();
      peak = Math.max(peak, run.peak() / 1e6);
    }
    results.add(
        new Figure("xmllint.cpu", "xmllint --stream --schema, processor s", Medians.of(seconds)));
    results.add(new Figure("xmllint.peak", "xmllint --stream --schema, most resident MB", peak));
  }
}
