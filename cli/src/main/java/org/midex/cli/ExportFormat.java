package org.midex.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Nearest;
import org.midex.tabular.Omission;
import org.midex.tabular.SdmxCsv;
import org.midex.tabular.SdmxCsv.Labels;
import org.midex.tabular.SourceLayout;
import org.midex.tabular.TableFormat;
import picocli.CommandLine.Option;

/** Options that say what kind of table is written. */
final class ExportFormat {
  private static final List<String> KINDS = List.of("sdmx-csv");

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "sdmx-csv: SDMX-CSV 2.0, which can express every observation.")
  private @Nullable String kind;

  @Option(
      names = "--map",
      paramLabel = "MAPPING",
      completionCandidates = Candidates.Mappings.class,
      description = "The layout that this mapping reads: its id, or a YAML file.")
  private @Nullable String map;

  @Option(
      names = "--labels",
      paramLabel = "LABELS",
      description =
          "With --to: id (default), name (names in columns of their own) or both (id: name), in the language of --lang.")
  private @Nullable Labels labels;

  @Option(
      names = "--separator",
      paramLabel = "CHARACTER",
      description =
          "With --to: the character between cells, one of , ; | or tab. Default: a comma.")
  private @Nullable String separator;

  @Option(
      names = "--leave-out",
      paramLabel = "FIELD[=TEXT]",
      split = ",",
      description =
          "With --map: an attribute, or one text of it, that may be lost where the table has no place for it.")
  private List<String> omissions = List.of();

  /** What was asked for, and what it is called. */
  record Asked(TableFormat format, String name) {}

  /**
   * What was asked for.
   *
   * @throws picocli.CommandLine.ParameterException when that is nothing, or several things
   */
  Asked asked(Job job) throws IOException {
    String toKind = kind;
    String mapping = map;
    if (toKind != null && mapping == null) {
      return new Asked(sdmxCsv(toKind, job), "SDMX-CSV 2.0");
    }
    if (toKind == null && mapping != null) {
      return new Asked(layout(mapping, job), mapping);
    }
    throw job.usage(
        toKind == null
            ? "say what to write: --to sdmx-csv, or --map MAPPING"
            : "--to and --map exclude each other");
  }

  private SdmxCsv sdmxCsv(String asked, Job job) {
    if (!KINDS.contains(asked.toLowerCase(Locale.ROOT))) {
      throw job.usage(
          "--to %s: no such format%s"
              .formatted(
                  asked,
                  Nearest.of(asked, KINDS).map(n -> "; did you mean " + n + "?").orElse("")));
    }
    if (!omissions.isEmpty()) {
      throw job.usage("--leave-out needs --map: SDMX-CSV leaves nothing out");
    }
    Labels wanted = labels == null ? Labels.ID : labels;
    return new SdmxCsv(wanted, job.main().texts(), character(job));
  }

  private char character(Job job) {
    String text = separator == null ? "," : separator.equals("tab") ? "\t" : separator;
    if (text.length() != 1 || SdmxCsv.SEPARATORS.indexOf(text.charAt(0)) < 0) {
      throw job.usage("--separator " + text + ": use one of , ; | or tab");
    }
    return text.charAt(0);
  }

  private SourceLayout layout(String mapping, Job job) throws IOException {
    if (labels != null || separator != null) {
      throw job.usage("--labels and --separator need --to sdmx-csv: the mapping says them itself");
    }
    try {
      return new SourceLayout(
          TableOptions.mapping(mapping, job.main().catalogue(), job),
          omissions.stream().map(Omission::parse).toList());
    } catch (IllegalArgumentException e) {
      throw job.usage(mapping + ": " + e.getMessage());
    }
  }
}
