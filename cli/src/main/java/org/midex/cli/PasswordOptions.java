package org.midex.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Passwords of key files and PINs of tokens. They are never arguments, which other users of the
 * machine can see.
 */
final class PasswordOptions {
  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "File with the password or PIN in its first line; one for each key or one for all.")
  private List<Path> files = List.of();

  @Option(
      names = "--password-env",
      paramLabel = "NAME",
      description =
          "Environment variable with the password or PIN. Without either it is asked for at the terminal.")
  private @Nullable String variable;

  /**
   * A password.
   *
   * @param number of the key, from 0
   * @param key what to call it
   * @throws IOException when its file cannot be read
   */
  char[] read(int number, String key, Job job) throws IOException {
    if (!files.isEmpty()) {
      List<String> lines = Files.readAllLines(files.get(Math.min(number, files.size() - 1)));
      return (lines.isEmpty() ? "" : lines.get(0)).toCharArray();
    }
    if (variable != null) {
      String password = job.main().surroundings().environment().get(variable);
      if (password == null) {
        throw job.usage("--password-env: there is no variable " + variable);
      }
      return password.toCharArray();
    }
    char[] typed = ask(key);
    if (typed == null) {
      throw job.usage("the password of " + key + ": use --password-file or --password-env");
    }
    return typed;
  }

  /** Null where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull") // true of the oldest Java that this runs on
  private static char @Nullable [] ask(String key) {
    Console console = System.console();
    return console == null ? null : console.readPassword("%s: ", key);
  }
}
