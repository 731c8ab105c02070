package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;

/** Each promise of the page on security has a test. */
@Tag("once")
class SecurityPageTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  @Test
  void namesTestsThatAreThere() throws IOException {
    Map<String, Path> tests;
    try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
      tests =
          files
              .filter(file -> file.toString().endsWith("Test.java"))
              .filter(file -> file.toString().contains("src/test/java".replace('/', sep())))
              .collect(
                  Collectors.toMap(
                      file -> String.valueOf(file.getFileName()).replace(".java", ""),
                      file -> file,
                      (one, other) -> one));
    }
    Matcher named = NAMED.matcher(Files.readString(Path.of("../docs/security.md")));
    int count = 0;
    while (named.find()) {
      count++;
      assertThat(tests).containsKey(named.group(1));
      if (named.group(2) != null) {
        assertThat(Files.readString(tests.get(named.group(1))))
            .as(named.group())
            .contains("void " + named.group(2) + "(");
      }
    }
    assertThat(count).isGreaterThan(50);
  }

  /** No rule on packages is there that nothing can raise, or that no test has seen. */
  @Test
  void everyRuleIsRaisedAndTested() throws IOException {
    String program = sources("src/main/java");
    String tests = sources("src/test/java");
    for (Rule rule : Catalogue.standard().rules()) {
      if (rule.id().startsWith("MDX-P")) {
        assertThat(program).contains('"' + rule.id() + '"');
        assertThat(tests).contains('"' + rule.id() + '"');
      }
    }
  }

  private static String sources(String folder) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String module : new String[] {"codec", "library", "cli"}) {
      try (Stream<Path> files = Files.walk(Path.of("..", module).resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }

  private static char sep() {
    return Path.of("a", "b").toString().charAt(1);
  }
}
