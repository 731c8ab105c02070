package org.midex.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What everything ran on. Nothing here names a machine.
 *
 * @param memory bytes
 */
public record Machine(
    int cores, String processor, long memory, String java, String system, LocalDate day) {

  /** This one, today. */
  public static Machine current() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        value(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch")),
        value(Path.of("/proc/meminfo"), "MemTotal").map(Machine::kibibytes).orElse(0L),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version").replaceFirst("-.*", ""),
        LocalDate.now(ZoneOffset.UTC));
  }

  private static long kibibytes(String text) {
    return Long.parseLong(text.replaceAll("[^0-9]", "")) * 1024;
  }

  private static Optional<String> value(Path file, String name) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
