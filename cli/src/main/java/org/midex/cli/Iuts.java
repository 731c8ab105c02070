package org.midex.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.iut.ChildProcess;
import org.midex.conformance.iut.Description;
import org.midex.conformance.iut.Implementation;
import org.midex.conformance.iut.InProcess;
import org.midex.conformance.iut.Launcher;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.reference.ReferenceImplementation;
import org.midex.conformance.wording.Saying;
import org.midex.model.io.Leftovers;

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
    return () ->
        new Child(Leftovers.make(() -> new ChildProcess(description), ChildProcess::close));
  }

  /** A process that ends with this program, however that ends. */
  private record Child(ChildProcess process) implements Implementation {
    @Override
    public ObjectNode ask(ObjectNode request, Duration limit)
        throws MisbehaviourException, InterruptedException {
      return process.ask(request, limit);
    }

    @Override
    public @Nullable Saying leave() throws InterruptedException {
      return process.leave();
    }

    @Override
    public void close() {
      process.close();
      Leftovers.remove(process);
    }
  }

  static Duration limit(@Nullable Integer seconds, Description description) {
    return seconds == null ? description.limit() : Duration.ofSeconds(seconds);
  }

  /** This program itself, asked without a process. */
  static Launcher reference() {
    return () -> new InProcess(new ReferenceImplementation()::answer);
  }
}
