package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of the suite that is stopped, as a process of its own, leaves nothing behind. */
@Tag("once")
class ConformanceStopTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Path STATUS = Path.of("/proc/self/status");

  @TempDir private Path folder;
  private Path temporary;
  private Path pid;

  @BeforeEach
  void begin() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    pid = folder.resolve("pid");
  }

  private static List<String> java(String... more) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(more));
    return command;
  }

  private Process run(Path temporary, String filter) throws IOException {
    List<String> iut =
        java(
            "-cp",
            System.getProperty("java.class.path"),
            HangingAdapter.class.getName(),
            pid.toString());
    Path described =
        Files.writeString(
            folder.resolve("iut.json"),
            "{\"command\": [\"" + String.join("\", \"", iut) + "\"], \"timeoutSeconds\": 600}");
    return new ProcessBuilder(
            java(
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "conformance",
                "run",
                "--iut",
                described.toString(),
                "--filter",
                filter,
                "--jobs",
                "1",
                "-o",
                folder.resolve("results").toString()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void leavesNothing(String signal) throws Exception {
    assumeTrue(Files.exists(STATUS) && !isIgnored(signal), "needs Linux, and SIG" + signal);
    Process run = run(temporary, "validator/values/*");
    try {
      for (int i = 0; !Files.exists(pid) && run.isAlive() && i < 1200; i++) {
        Thread.sleep(100);
      }
      assertThat(pid).as(Files.readString(folder.resolve("said"))).exists();
      assertThat(temporary).isNotEmptyDirectory();
      ProcessHandle adapter = ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
      new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isGreaterThan(128);
      adapter.onExit().get(30, TimeUnit.SECONDS);
      assertThat(temporary).isEmptyDirectory();
    } finally {
      run.destroyForcibly();
    }
  }

  @Test
  void leavesNothingOfASuiteThatIsBeingUnpacked() throws Exception {
    assumeTrue(Files.exists(STATUS) && !isIgnored("TERM"), "needs Linux, and SIGTERM");
    Process run = run(temporary, "**");
    try {
      for (int i = 0; files(temporary) < 100 && run.isAlive() && i < 6000; i++) {
        Thread.sleep(10);
      }
      run.destroy();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(temporary).isEmptyDirectory();
      assertThat(folder.resolve("said")).isEmptyFile();
    } finally {
      run.destroyForcibly();
    }
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.count();
    } catch (UncheckedIOException e) {
      return 0; // it changes while we look
    }
  }

  /** Whoever starts processes in the background may have them ignore the keyboard. */
  private static boolean isIgnored(String signal) throws IOException {
    try (Stream<String> lines = Files.lines(STATUS)) {
      String mask = lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse(":0");
      long bits = Long.parseUnsignedLong(mask.substring(mask.indexOf(':') + 1).strip(), 16);
      return (bits & (signal.equals("INT") ? 1L << 1 : 1L << 14)) != 0;
    }
  }

  /** There is no place to unpack it. */
  @Test
  void whatFitsNothingIsRefusedBeforeTheSuiteIsUnpacked() throws Exception {
    Process run = run(folder.resolve("nowhere"), "no/such/vector");
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("said"))).contains("no vector fits");
    assertThat(run.exitValue()).isEqualTo(Exit.USAGE);
    Process other = run(folder.resolve("nowhere"), "validator/values/*");
    assertThat(other.waitFor()).isEqualTo(Exit.FAILED);
  }
}
