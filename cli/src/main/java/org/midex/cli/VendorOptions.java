package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.validation.RuleBook;
import org.midex.validation.VendorRules;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that says where vendors' rules are. */
final class VendorOptions {
  private static final String VARIABLE = "MIDEX_RULES_PATH";

  @Option(
      names = "--rules-path",
      paramLabel = "FOLDER",
      description =
          "Folder of jars with rules of vendors, which are run as programs. Default: MIDEX_RULES_PATH.")
  private @Nullable Path folder;

  /** The option. */
  List<String> asGiven() {
    return AsGiven.of("--rules-path", folder);
  }

  /**
   * Loads the rules and makes the run judge by them and speak of them.
   *
   * @throws ParameterException when the folder is missing or holds no jar
   */
  VendorRules load(Job job) throws IOException {
    String variable = job.main().surroundings().environment().getOrDefault(VARIABLE, "");
    Path path = folder != null ? folder : variable.isEmpty() ? null : Path.of(variable);
    if (path == null) {
      return VendorRules.NONE;
    }
    String asked = folder != null ? "--rules-path" : VARIABLE;
    if (!Files.isDirectory(path)) {
      throw job.usage(asked + ": no folder " + path);
    }
    try {
      VendorRules rules = VendorRules.load(path, job.main().catalogue());
      job.main().judgeBy(RuleBook.of(job.main().catalogue(), rules));
      return rules;
    } catch (IllegalArgumentException e) {
      throw job.usage(asked + ": " + e.getMessage());
    }
  }
}
