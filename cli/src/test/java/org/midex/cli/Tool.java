package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program, run in a folder. */
record Tool(Path folder, Map<String, String> environment, List<String> command) {
  Tool(Path folder, String... command) {
    this(folder, Map.of(), List.of(command));
  }

  static boolean isThere(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs it with arguments that have no spaces. */
  void run(String arguments) {
    Result result = result(List.of(arguments.split(" ")));
    if (result.exit() != 0) {
      throw new IllegalStateException(command + " " + arguments + ": " + result.printed());
    }
  }

  /** What became of a run. */
  record Result(int exit, String printed) {}

  Result result(List<String> arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    try {
      Path printed = Files.createTempFile("printed", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(all)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(all + " does not end");
      }
      String text = Files.readString(printed);
      Files.delete(printed);
      return new Result(process.exitValue(), text);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
