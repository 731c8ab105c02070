package org.midex.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.codec.pack.KeyFiles;
import picocli.CommandLine.Option;

/**
 * Private keys that the command line names. Passwords are never arguments, which other users of the
 * machine can see.
 */
final class KeyOptions {
  private static final String TOKEN = "pkcs11:";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      required = true,
      description = {
        "PKCS#12 file, or pkcs11:CONFIG for a token, where CONFIG is the file for the JDK's PKCS#11 provider.",
        "#ALIAS behind it names one of several keys."
      })
  private List<String> keys = List.of();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "File with the key's password or PIN in its first line; one for each --key or one for all.")
  private List<Path> passwordFiles = List.of();

  @Option(
      names = "--password-env",
      paramLabel = "NAME",
      description =
          "Environment variable with the key's password or PIN. Without either it is asked for.")
  private @Nullable String passwordVariable;

  /**
   * Reads the keys.
   *
   * @throws IOException when one cannot be read, or its password is wrong
   */
  List<KeyFiles.Held> read(Job job) throws IOException {
    List<KeyFiles.Held> held = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      held.add(read(keys.get(i), password(i, keys.get(i), job), job));
    }
    return held;
  }

  private static KeyFiles.Held read(String key, char[] password, Job job) throws IOException {
    int mark = key.lastIndexOf('#');
    String place = mark < 0 ? key : key.substring(0, mark);
    String alias = mark < 0 ? null : key.substring(mark + 1);
    try {
      return place.startsWith(TOKEN)
          ? KeyFiles.pkcs11(Path.of(place.substring(TOKEN.length())), password, alias)
          : KeyFiles.pkcs12(Path.of(place), password, alias);
    } catch (IllegalArgumentException e) {
      throw job.usage(String.valueOf(e.getMessage()));
    }
  }

  private char[] password(int number, String key, Job job) throws IOException {
    if (!passwordFiles.isEmpty()) {
      Path file = passwordFiles.get(Math.min(number, passwordFiles.size() - 1));
      List<String> lines = Files.readAllLines(file);
      return (lines.isEmpty() ? "" : lines.get(0)).toCharArray();
    }
    if (passwordVariable != null) {
      String password = job.main().surroundings().environment().get(passwordVariable);
      if (password == null) {
        throw job.usage("--password-env: there is no variable " + passwordVariable);
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
