package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.iut.ChildProcess;
import org.midex.conformance.iut.Description;
import org.midex.conformance.iut.InProcess;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.reference.ReferenceImplementation;

/** Implementations that the command line names. */
final class Iuts {
  private Iuts() {}

  static Description description(String option, Path file, Job job) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw job.usage(option + ": no file " + file);
    }
    try {
      return Description.of(file);
    } catch (IllegalArgumentException e) {
      throw job.usage(option + ": " + e.getMessage());
    }
  }

  static Launcher child(Description description) {
    return () -> new ChildProcess(description);
  }

  static Duration limit(@Nullable Integer seconds, Description description) {
    return seconds == null ? description.limit() : Duration.ofSeconds(seconds);
  }

  /** This program itself, asked without a process. */
  static Launcher reference() {
    return () -> new InProcess(new ReferenceImplementation()::answer);
  }
}
