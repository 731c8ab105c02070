package org.midex.conformance.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An implementation that is broken in one way.
 *
 * @param name unique
 * @param fault what is wrong with it
 * @param caughtBy ids of the vectors of which none may pass
 * @param file of the source that is changed, from the project's root
 * @param find what stands there once
 * @param replace what stands there instead
 */
record Mutant(
    String name, String fault, List<String> caughtBy, Path file, String find, String replace) {
  private static final Path ROOT = Path.of("../..");

  /**
   * Reads mutants: blocks with an empty line between, each of lines {@code name}, {@code fault},
   * {@code caught by}, {@code in}, {@code find}, {@code replace}, with a colon; {@code \n} in the
   * last two is a line break.
   */
  static List<Mutant> read(String text) {
    List<Mutant> all = new ArrayList<>();
    for (String block : text.split("\n\n+", -1)) {
      Map<String, String> lines = new LinkedHashMap<>();
      for (String line : block.lines().toList()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split(": ?", 2);
          lines.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
      }
      if (lines.containsKey("name")) {
        all.add(of(lines));
      }
    }
    return all;
  }

  private static Mutant of(Map<String, String> lines) {
    return new Mutant(
        value(lines, "name"),
        value(lines, "fault"),
        List.of(value(lines, "caught by").split(" +", -1)),
        ROOT.resolve(value(lines, "in")),
        value(lines, "find").replace("\\n", "\n"),
        value(lines, "replace").replace("\\n", "\n"));
  }

  private static String value(Map<String, String> lines, String name) {
    String value = lines.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a mutant lacks " + name + ": " + lines);
    }
    return value;
  }

  /** The changed source. */
  String source() throws IOException {
    String whole = Files.readString(file, StandardCharsets.UTF_8);
    int at = whole.indexOf(find);
    if (at < 0 || whole.indexOf(find, at + 1) >= 0) {
      throw new IllegalArgumentException(
          name + ": " + file + (at < 0 ? " does not have “" : " has several times “") + find + "”");
    }
    return whole.substring(0, at) + replace + whole.substring(at + find.length());
  }

  /** The part of the project that it is in. */
  String part() {
    return ROOT.relativize(file).getName(0).toString();
  }

  /** The name of the source's class. */
  String className() {
    String path = file.toString().replace('\\', '/');
    String from = "/src/main/java/";
    return path.substring(path.indexOf(from) + from.length(), path.length() - ".java".length())
        .replace('/', '.');
  }
}
