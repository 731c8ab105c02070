package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueException;
import org.midex.validation.RuleBook;
import org.midex.validation.RuleSet;
import org.midex.validation.VendorRules;
import picocli.CommandLine.Mixin;
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

  @Mixin private final VendorOptions vendors = new VendorOptions();

  /** These options. */
  List<String> asGiven() {
    return Stream.of(AsGiven.of("--rules", ruleSet), vendors.asGiven())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Makes the run judge by what was asked for.
   *
   * @return the vendors' rules, to be closed after the run
   * @throws ParameterException at the first fault of the rule set
   */
  VendorRules apply(Job job) throws IOException {
    VendorRules found = vendors.load(job);
    Path file = ruleSet;
    if (file != null) {
      RuleBook book = RuleBook.of(job.main().catalogue(), found);
      LocalDate today = LocalDate.now(job.main().surroundings().clock());
      try {
        job.main().judgeBy(book.with(RuleSet.load(file, book.catalogue()), today));
      } catch (CatalogueException e) {
        throw job.usage("--rules: " + e.getMessage());
      }
    }
    return found;
  }
}
