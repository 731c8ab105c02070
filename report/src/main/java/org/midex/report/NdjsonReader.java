package org.midex.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Result;
import org.midex.model.Waiver;
import org.midex.report.internal.JsonLines;
import org.midex.report.internal.Recorded;
import org.midex.schema.Catalogue;

/**
 * Reads what {@link NdjsonReport} wrote, so that it can be written again in another format or
 * language without validating again. Memory does not grow with the findings.
 */
public final class NdjsonReader {
  private NdjsonReader() {}

  /**
   * What the header of the first file that could be judged says, or of the first one; what it lacks
   * is null.
   *
   * @param files files that the report tells of
   * @param program version of the program that judged
   * @param edition edition of the catalogue that was judged by
   * @param extension extension that was judged by too, as id:version
   * @param date instant of the judging
   * @param options options by which files were read and judged, see {@link Invocation}
   * @param rules rules that were other than the catalogue has them
   */
  public record About(
      int files,
      @Nullable String program,
      @Nullable String edition,
      @Nullable String extension,
      @Nullable String date,
      List<String> options,
      List<RecordedRule> rules) {
    public About {
      options = List.copyOf(options);
      rules = List.copyOf(rules);
    }

    /** The catalogue with the rules as they were in force then. */
    public Catalogue inForce(Catalogue catalogue) {
      return rules.isEmpty() ? catalogue : catalogue.with(RecordedRule.changes(rules, catalogue));
    }
  }

  /** Hears of every file's outcome. */
  @FunctionalInterface
  public interface Outcomes {
    /**
     * Hears of one.
     *
     * @param result the outcome; null when the file could not be judged or the report ends before
     *     it
     */
    void accept(@Nullable Result result);
  }

  /**
   * Reads what the report is about.
   *
   * @throws IOException when it is no report of this kind
   */
  public static About about(InputStream in) throws IOException {
    try (JsonLines lines = new JsonLines(in)) {
      Recorded.Head first = null;
      Recorded.Head failed = null;
      String open = null;
      int files = 0;
      for (Recorded line = lines.next(); line != null; line = lines.next()) {
        if (line instanceof Recorded.Head head) {
          first = first == null ? head : first;
          open = head.file();
          files++;
        } else if (line instanceof Recorded.Failed failure) {
          failed = failed == null ? failure.head() : failed;
          files += failure.head().file().equals(open) ? 0 : 1;
          open = null;
        } else if (line instanceof Recorded.Outcome) {
          open = null;
        }
      }
      first = first == null ? failed : first;
      if (first == null) {
        throw new IOException("no report in NDJSON: it has no header");
      }
      return new About(
          files,
          first.program(),
          first.edition(),
          first.extension(),
          first.date(),
          first.options(),
          first.rules());
    }
  }

  /**
   * Hands everything to another report.
   *
   * @throws IOException when it cannot be read, or the other report cannot be written
   */
  public static void replay(InputStream in, Report to, Outcomes outcomes) throws IOException {
    try (JsonLines lines = new JsonLines(in)) {
      String open = null;
      FindingSink sink = FindingSink.ignoring();
      for (Recorded line = lines.next(); line != null; line = lines.next()) {
        if (line instanceof Recorded.Head head) {
          unfinished(open, to, outcomes);
          open = head.file();
          sink = to.begin(open);
        } else if (line instanceof Recorded.Found found) {
          found(found, sink);
        } else if (line instanceof Recorded.Outcome outcome) {
          to.add(outcome.result());
          outcomes.accept(outcome.result());
          open = null;
        } else if (line instanceof Recorded.Failed failed) {
          String file = failed.head().file();
          unfinished(file.equals(open) ? null : open, to, outcomes);
          failed(file, failed.reason(), to, outcomes);
          open = null;
        }
      }
      unfinished(open, to, outcomes);
    }
  }

  private static void found(Recorded.Found found, FindingSink sink) {
    Waiver waiver = found.waiver();
    if (waiver == null) {
      sink.report(found.problem(), found.occurrence());
    } else {
      sink.waived(found.problem(), found.occurrence(), waiver);
    }
  }

  private static void unfinished(@Nullable String file, Report to, Outcomes outcomes)
      throws IOException {
    if (file != null) {
      failed(file, "the report ends before this file's summary", to, outcomes);
    }
  }

  private static void failed(String file, String reason, Report to, Outcomes outcomes)
      throws IOException {
    to.failed(file, reason);
    outcomes.accept(null);
  }
}
