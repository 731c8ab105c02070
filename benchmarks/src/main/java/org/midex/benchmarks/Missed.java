package org.midex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file {@code missed.md}: a section for each goal, named by its id. */
final class Missed {
  private Missed() {}

  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String section : Files.readString(file).split("(?m)^## ", -1)) {
        int end = section.indexOf('\n');
        if (end > 0 && !section.startsWith("# ")) {
          sections.put(section.substring(0, end).strip(), section.substring(end).strip());
        }
      }
    }
    return sections;
  }
}
