package org.midex.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.midex.model.MalformedMessageException;
import org.midex.model.io.Leftovers;
import org.midex.report.wording.Plain;
import org.midex.report.wording.Wording;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Nearest;
import org.midex.validation.VendorRuleException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong, and gives the exit code for it. */
final class Failures {
  private static final int LONGEST = 500;

  private final Surroundings surroundings;
  private final Supplier<Catalogue> catalogue;
  private final PrintWriter err;

  /**
   * @param catalogue says what rules mean; asked only when it is needed, since it may be what
   *     failed
   */
  Failures(Surroundings surroundings, Supplier<Catalogue> catalogue) {
    this.surroundings = surroundings;
    this.catalogue = catalogue;
    this.err =
        new PrintWriter(new OutputStreamWriter(surroundings.err(), StandardCharsets.UTF_8), true);
  }

  PrintWriter err() {
    return err;
  }

  /** Wrong usage: what, what was probably meant, and where to read on. */
  int usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e.getCause() instanceof CatalogueException file) {
      file.faults().forEach(this::say);
    } else {
      say(message(e) + didYouMean(e));
    }
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE;
  }

  private static String didYouMean(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return "";
    }
    String word = unmatched.getUnmatched().get(0);
    CommandLine command = e.getCommandLine();
    List<String> known =
        word.startsWith("-")
            ? command.getCommandSpec().options().stream()
                .flatMap(o -> List.of(o.names()).stream())
                .toList()
            : List.copyOf(command.getSubcommands().keySet());
    return Nearest.of(word, known).map(n -> "; did you mean " + n + "?").orElse("");
  }

  private static String message(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      boolean command = !e.getCommandLine().getSubcommands().isEmpty();
      return "unknown "
          + (word.startsWith("-") ? "option" : command ? "command" : "argument")
          + " '"
          + word
          + "'";
    }
    if (e instanceof MissingParameterException || message.startsWith("Invalid value")) {
      String sentence = Character.toLowerCase(message.charAt(0)) + message.substring(1);
      return lowerCaseChoices(sentence);
    }
    return message;
  }

  /** picocli names the choices as Java does. */
  private static String lowerCaseChoices(String sentence) {
    return Pattern.compile("\\[([A-Z, ]+)] \\(case-insensitive\\)")
        .matcher(sentence)
        .replaceAll(m -> m.group(1).toLowerCase(Locale.ROOT));
  }

  /** Whatever else went wrong: never a verdict. */
  int code(Throwable e) {
    Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    if (cause instanceof ParameterException usage) {
      return usage(usage);
    }
    if (cause instanceof Stdout.Failure stdout && stdout.readerLeft()) {
      return Exit.FAILED;
    }
    if (cause instanceof IOException && Leftovers.areBeingUndone()) {
      return Exit.FAILED; // what it worked on is gone, because somebody stopped the program
    }
    if (cause instanceof MalformedMessageException malformed) {
      return notAMessage(malformed);
    }
    say(sentence(cause));
    if (surroundings.debug()) {
      cause.printStackTrace(err);
    }
    return Exit.FAILED;
  }

  /** Bytes that are no message are a finding. */
  private int notAMessage(MalformedMessageException e) {
    Catalogue rules = catalogue.get();
    Wording wording = new Wording(rules, rules.texts(surroundings.language()));
    say(e.problem().rule() + "  " + wording.message(e.problem(), null));
    return Exit.NOT_CONFORMANT;
  }

  /** What went wrong, for people. */
  static String sentence(Throwable e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return "no such file: " + e.getMessage();
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getMessage() + " is there already";
    }
    if (e instanceof AccessDeniedException) {
      return "access denied: " + e.getMessage();
    }
    if (e instanceof FileSystemException file) {
      return file.getFile()
          + ": "
          + (file.getReason() == null ? e.getClass().getSimpleName() : file.getReason());
    }
    if (e instanceof IOException
        || e instanceof CatalogueException
        || e instanceof VendorRuleException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof OutOfMemoryError) {
      return "not enough memory; give more with MIDEX_JAVA_OPTS=-Xmx1g";
    }
    return "internal error: " + e + "; MIDEX_DEBUG=1 shows where";
  }

  private void say(String message) {
    err.println("midex: " + Plain.start(message, LONGEST));
  }
}
