package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.validation.RuleBook;
import org.midex.validation.RuleSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that say by which rules files are judged, besides the standard. */
final class RuleOptions {
  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "Rule set (YAML): settings and severities of rules, rules that are off, waivers. Reports say what it changed.")
  private @Nullable Path ruleSet;

  /**
   * Makes the run judge by what was asked for.
   *
   * @throws ParameterException at the first fault of the rule set
   */
  void apply(Job job) throws IOException {
    Path file = ruleSet;
    if (file == null) {
      return;
    }
    Main main = job.main();
    Catalogue catalogue = main.catalogue();
    LocalDate today = LocalDate.now(main.surroundings().clock());
    try {
      main.judgeBy(RuleBook.of(catalogue, RuleSet.load(file, catalogue), today));
    } catch (CatalogueException e) {
      throw job.usage("--rules: " + e.getMessage());
    }
  }
}
