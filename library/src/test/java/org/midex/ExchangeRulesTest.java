package org.midex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;

class ExchangeRulesTest {
  private static final Pattern ID = Pattern.compile("\"(MDX-E[0-9]{2})\"");

  private static Set<String> named(Path folder) throws IOException {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> ID.matcher(read(file)).results().forEach(id -> ids.add(id.group(1))));
    }
    return ids;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> both(String first, String second) throws IOException {
    Set<String> ids = named(Path.of(first));
    ids.addAll(named(Path.of(second)));
    return ids;
  }

  @Test
  void everyRuleOfTheExchangeIsImplementedAndTested() throws IOException {
    Set<String> ids = new TreeSet<>();
    Catalogue.standard().rules().stream()
        .map(Rule::id)
        .filter(id -> id.startsWith("MDX-E"))
        .forEach(ids::add);
    assertThat(both("src/main", "../validation/src/main")).isEqualTo(ids);
    ids.remove("MDX-E04"); // in the tests of the command line
    assertThat(both("src/test", "../validation/src/test")).containsAll(ids);
  }
}
