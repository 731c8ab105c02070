package org.midex.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.Midex;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Nearest;
import org.midex.schema.Texts;
import org.midex.validation.RuleBook;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: its commands, and the options that all of them share. */
@Command(
    name = "midex",
    description =
        "Migration Data Exchange: import, check, convert, export and compare statistics on migration.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Versions.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex import population.csv --map unhcr-population -o population.xml",
      "  midex validate population.xml",
      "  midex codes austria"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:conformant, or equal",
      "1:not conformant, or different",
      "2:wrong usage",
      "3:could not be completed (file missing, disk full, internal error)",
      "4:undecided: parts of a newer version of the standard were not judged"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      completionCandidates = Candidates.Languages.class,
      scope = ScopeType.INHERIT,
      description = "Language of the output: en, fr, es. Default: the environment's.")
  private @Nullable String language;

  @Option(
      names = "--catalogue",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description =
          "Extension of the standard to use: themes, codes, checks and languages of a region.")
  private @Nullable Path extension;

  @Option(
      names = "--edition",
      paramLabel = "DATE",
      scope = ScopeType.INHERIT,
      description = "Edition of the standard to use instead of the newest, as it was then.")
  private @Nullable String edition;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No progress and no notes on stderr.")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  @SuppressWarnings("unused")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the versions of the program and the standard and exit.")
  @SuppressWarnings("unused")
  private boolean version;

  private final Surroundings surroundings;
  private final Stdout stdout;
  private final Failures failures;
  private @Nullable Catalogue catalogue;
  private @Nullable RuleBook rules;

  /** In the surroundings of this process. */
  public Main() {
    this(Surroundings.ofProcess());
  }

  Main(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.stdout = new Stdout(surroundings.out());
    this.failures = new Failures(surroundings, this::catalogue);
  }

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(new Main().run(args));
  }

  /**
   * Runs the program within another one.
   *
   * @return the exit code
   */
  public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
    return new Main(new Surroundings(in, out, err, Map.of(), false)).run(args);
  }

  int run(String... args) {
    PrintWriter err = failures.err();
    try {
      CommandLine line = new CommandLine(this);
      Commands.add(line, args);
      line.setOut(new PrintWriter(new OutputStreamWriter(stdout, StandardCharsets.UTF_8)));
      line.setErr(err);
      line.setExpandAtFiles(false);
      line.setCaseInsensitiveEnumValuesAllowed(true);
      line.setColorScheme(
          CommandLine.Help.defaultColorScheme(surroundings.colours() ? Ansi.ON : Ansi.OFF));
      line.setParameterExceptionHandler((e, a) -> failures.usage(e));
      line.setExecutionExceptionHandler((e, l, r) -> failures.code(e));
      int code = line.execute(args);
      line.getOut().flush();
      stdout.flush();
      return code;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return failures.code(e);
    } finally {
      err.flush();
    }
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Stdout stdout() {
    return stdout;
  }

  Failures failures() {
    return failures;
  }

  boolean quiet() {
    return quiet;
  }

  /**
   * The standard in the edition asked for, with the extension asked for.
   *
   * @throws ParameterException at the first fault of the extension
   */
  Catalogue catalogue() {
    Catalogue known = catalogue;
    if (known == null) {
      known = atEdition(Catalogue.standard());
      known = extension == null ? known : extended(known, extension);
      catalogue = known;
    }
    return known;
  }

  /** The options that choose the standard's edition and extension. */
  List<String> asGiven() {
    return AsGiven.of("--edition", edition, "--catalogue", extension);
  }

  private Catalogue extended(Catalogue standard, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(spec.commandLine(), "--catalogue: no folder " + folder);
    }
    try {
      return standard.extended(folder).loadAll();
    } catch (CatalogueException e) {
      throw new ParameterException(spec.commandLine(), "--catalogue: " + e.getMessage());
    }
  }

  private Catalogue atEdition(Catalogue newest) {
    if (edition == null) {
      return newest;
    }
    List<String> known = newest.edition().known().stream().map(LocalDate::toString).toList();
    if (!known.contains(edition)) {
      throw new ParameterException(
          spec.commandLine(),
          "--edition: no edition '" + edition + "'; known are " + String.join(", ", known));
    }
    return newest.at(LocalDate.parse(edition));
  }

  /** Judges by these rules from now on, and speaks of them. */
  void judgeBy(RuleBook book) {
    rules = book;
    catalogue = book.catalogue();
  }

  Midex midex() {
    return rules == null ? Midex.of(catalogue()) : Midex.of(rules);
  }

  /** The language asked for, else the environment's. */
  String language() {
    String asked = language;
    if (asked == null) {
      return surroundings.language();
    }
    String code = asked.split("[-_.]", 2)[0];
    if (!catalogue().languages().contains(code)) {
      String near =
          Nearest.of(code, catalogue().languages())
              .map(n -> "; did you mean " + n + "?")
              .orElse("");
      throw new ParameterException(
          spec.commandLine(), "--lang: no texts in '" + asked + "'" + near);
    }
    return code;
  }

  Texts texts() {
    return catalogue().texts(language());
  }
}
