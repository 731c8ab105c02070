package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.midex.schema.Balance;
import org.midex.schema.Check;
import org.midex.schema.Rule;

class RuleIdsTest {
  private static final Pattern ID = Pattern.compile("\"(MDX-[A-Z][0-9]{2})\"");

  private static Set<String> inJava() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .flatMap(f -> ID.matcher(read(f)).results())
          .map((MatchResult m) -> m.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> inChecks() {
    Set<String> ids = new TreeSet<>();
    Dataset.CATALOGUE.themes().stream()
        .flatMap(
            t ->
                Stream.concat(
                    t.theme().checks().stream().map(Check::rule),
                    t.theme().balances().stream().map(Balance::rule)))
        .map(Dataset.CATALOGUE::rule)
        .forEach(
            rule -> {
              ids.add(rule.id());
              ids.add(rule.parameters().getOrDefault("rounded", rule.id()));
            });
    return ids;
  }

  @Test
  void everyIdInJavaIsInTheCatalogue() throws IOException {
    assertThat(inJava()).isNotEmpty().allMatch(id -> Dataset.CATALOGUE.findRule(id).isPresent());
  }

  @Test
  void everyDatasetRuleIsImplemented() throws IOException {
    Set<String> implemented = inJava();
    implemented.addAll(inChecks());
    assertThat(implemented)
        .containsAll(
            Dataset.CATALOGUE.rules().stream()
                .map(Rule::id)
                .filter(id -> id.startsWith("MDX-V"))
                .toList());
  }

  @Test
  void noThemeIsNamedInJava() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(Files::isRegularFile).map(RuleIdsTest::read))
          .noneMatch(text -> Dataset.CATALOGUE.themeIds().stream().anyMatch(text::contains));
    }
  }
}
