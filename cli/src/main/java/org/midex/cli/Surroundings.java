package org.midex.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Where a run reads and writes.
 *
 * @param environment variables of the environment
 * @param terminal whether a person watches stdout and stderr
 * @param clock says which day it is, in UTC
 */
record Surroundings(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    boolean terminal,
    Clock clock) {
  private static final List<String> OURS = List.of("en", "fr", "es");

  /** With the system's clock. */
  Surroundings(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> environment,
      boolean terminal) {
    this(in, out, err, environment, terminal, Clock.systemUTC());
  }

  /** Those of this process. */
  static Surroundings ofProcess() {
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        new FileOutputStream(FileDescriptor.err),
        System.getenv(),
        watched());
  }

  /**
   * Java 22 to 24 have a console even where nobody watches; their own method, which 17 lacks,
   * tells.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean watched() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return true;
    }
  }

  boolean colours() {
    return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Whether internal errors show their stack traces. */
  boolean debug() {
    return "1".equals(environment.get("MIDEX_DEBUG"));
  }

  /** The language that the environment asks for, if we speak it; else English. */
  String language() {
    for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String locale = environment.getOrDefault(variable, "");
      if (!locale.isEmpty()) {
        return spoken(locale);
      }
    }
    return spoken(System.getProperty("user.language", "en"));
  }

  private static String spoken(String locale) {
    return OURS.stream().filter(locale::startsWith).findFirst().orElse("en");
  }
}
