package org.midex.benchmarks.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a process to its end, watched from outside through /proc. What it did in its last
 * milliseconds may be missing from processor time and memory.
 *
 * @param exit its exit code; {@value #TIMED_OUT} when it was ended because it took too long
 * @param wall seconds by the clock
 * @param cpu seconds of processor time, 0 where /proc is not there
 * @param peak most resident memory in bytes, 0 where /proc is not there
 */
public record Run(int exit, double wall, double cpu, long peak) {
  public static final int TIMED_OUT = 124;

  private static final int LOOK_MILLIS = 20;
  private static final double TICKS = 100;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  /**
   * Starts a command and waits for it; what it prints is thrown away.
   *
   * @param environment added to this process's own
   */
  public static Run of(List<String> command, Map<String, String> environment, Duration longest)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    double cpu = 0;
    long peak = 0;
    boolean ended = false;
    while (!ended) {
      ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (!ended) {
        cpu = Math.max(cpu, cpu(folder));
        peak = Math.max(peak, peak(folder));
        if (System.nanoTime() - start > longest.toNanos()) {
          process.destroyForcibly().waitFor();
          return new Run(TIMED_OUT, longest.toMillis() / 1e3, cpu, peak);
        }
      }
    }
    return new Run(process.exitValue(), (System.nanoTime() - start) / 1e9, cpu, peak);
  }

  private static double cpu(Path folder) {
    try {
      String stat = Files.readString(folder.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
    } catch (IOException | RuntimeException e) {
      return 0; // it has just ended
    }
  }

  private static long peak(Path folder) {
    try {
      for (String line : Files.readAllLines(folder.resolve("status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
    } catch (IOException e) {
      return 0; // it has just ended
    }
    return 0;
  }
}
