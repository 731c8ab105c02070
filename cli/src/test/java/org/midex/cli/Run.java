package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** One run of the program within the test's process. */
record Run(int code, String out, String err) {
  static Run midex(String... args) {
    return with(Map.of(), InputStream.nullInputStream(), args);
  }

  static Run with(Map<String, String> environment, String... args) {
    return with(environment, InputStream.nullInputStream(), args);
  }

  static Run reading(byte[] stdin, String... args) {
    return with(Map.of(), new ByteArrayInputStream(stdin), args);
  }

  private static Run with(Map<String, String> environment, InputStream in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = new Main(new Surroundings(in, out, err, environment, false)).run(args);
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** A run whose stdout is the given stream. */
  static Run into(OutputStream out, Map<String, String> environment, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Main(new Surroundings(InputStream.nullInputStream(), out, err, environment, false))
            .run(args);
    return new Run(code, "", err.toString(UTF_8));
  }
}
