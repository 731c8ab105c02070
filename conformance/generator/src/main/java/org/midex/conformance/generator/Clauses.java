package org.midex.conformance.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbered clauses of docs/standard. */
final class Clauses {
  private static final Pattern HEADING = Pattern.compile("### ([A-Z]+-[0-9]+) · (MUST|SHOULD)");
  private static final Pattern RULES =
      Pattern.compile("Rules: (MDX-[A-Z][0-9]{2}(?:, MDX-[A-Z][0-9]{2})*)");

  private Clauses() {}

  /**
   * A clause.
   *
   * @param page the file that has it
   */
  record Clause(String id, boolean must, String page, List<String> rules) {}

  /**
   * Reads the pages of a folder.
   *
   * @throws IllegalStateException when an id is used twice, or a heading is none
   */
  static Map<String, Clause> read(Path folder) throws IOException {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    try (Stream<Path> pages = Files.list(folder)) {
      for (Path page : pages.filter(one -> one.toString().endsWith(".md")).sorted().toList()) {
        add(String.valueOf(page.getFileName()), Files.readAllLines(page), clauses);
      }
    }
    return clauses;
  }

  private static void add(String page, List<String> lines, Map<String, Clause> clauses) {
    List<String> rules = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("### ")) {
        Matcher heading = HEADING.matcher(line);
        if (!heading.matches()) {
          throw new IllegalStateException(page + ": expected “### ID · MUST”, found " + line);
        }
        rules = new ArrayList<>();
        Clause clause = new Clause(heading.group(1), heading.group(2).equals("MUST"), page, rules);
        if (clauses.put(clause.id, clause) != null) {
          throw new IllegalStateException("two clauses have the id " + clause.id);
        }
      }
      Matcher named = RULES.matcher(line);
      if (named.matches()) {
        rules.addAll(List.of(named.group(1).split(", ", -1)));
      }
    }
  }
}
